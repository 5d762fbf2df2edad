import type { Index, Products } from '../document.ts';
import { FindingError } from '../error.ts';
import { type Check, isIndex, isProducts } from './generated/validators.js';
import { printable, problemText } from './problem.ts';

const shownProblems = 10;

/**
 * `text` as an index.
 * @param place the document's path or URL, for the error
 * @throws FindingError SCHEMA_BROKEN when it is not JSON, or as {@link validateIndex}
 */
export function parseIndex(text: string, place: string): Index {
  return validateIndex(parseJson(text, place), place);
}

/**
 * `text` as a products document.
 * @param place the document's path or URL, for the error
 * @throws FindingError SCHEMA_BROKEN when it is not JSON, or as {@link validateProducts}
 */
export function parseProducts(text: string, place: string): Products {
  return validateProducts(parseJson(text, place), place);
}

/**
 * `value` as an index, by `index.schema.json`.
 * @param place the document's path or URL, for the error
 * @throws FindingError SCHEMA_BROKEN with the first ten problems, each with its JSON pointer
 */
export function validateIndex(value: unknown, place: string): Index {
  return validate(value, isIndex, 'an index:1.0', place);
}

/**
 * `value` as a products document, by `products.schema.json`.
 * @param place the document's path or URL, for the error
 * @throws FindingError SCHEMA_BROKEN with the first ten problems, each with its JSON pointer
 */
export function validateProducts(value: unknown, place: string): Products {
  return validate(value, isProducts, 'a products:1.0', place);
}

function validate<T>(value: unknown, check: Check<T>, kind: string, place: string): T {
  if (check(value)) return value;
  // `if` says only that a problem lies under its `else`, which is reported by itself.
  const problems = (check.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  const lines = problems
    .slice(0, shownProblems)
    .map((problem) => `  ${problemText(problem, value)}`);
  if (problems.length > shownProblems) {
    lines.push(`  and ${problems.length - shownProblems} more`);
  }
  throw new FindingError(
    'SCHEMA_BROKEN',
    `${place} is not ${kind} document as clients read it; correct it with the tool that wrote it:\n${lines.join('\n')}`,
  );
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new FindingError(
      'SCHEMA_BROKEN',
      `${place} is not JSON${whereIn(text, reason)}: ${printable(reason)}; correct it with the tool that wrote it`,
      { cause },
    );
  }
}

/** Line and column, counted from 1; V8 gives an offset in some of its messages, and Node 20 nothing more. */
function whereIn(text: string, reason: string): string {
  const offset = /end of JSON input/.test(reason)
    ? text.length
    : /at position (\d+)/.exec(reason)?.[1];
  if (offset === undefined) return '';
  const lines = text.slice(0, Number(offset)).split('\n');
  return ` at line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
