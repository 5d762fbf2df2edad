import { FindingError, TrustError } from '../error.ts';
import { duplicateKey, endOfString, pointer } from './duplicate-key.ts';
import { printable } from './problem.ts';

/** A products document is 7 deep. What others add may be deeper; what recurses over it must not run out of stack. */
const depthLimit = 64;

/**
 * The text of a document.
 * @throws FindingError SCHEMA_BROKEN when it is not UTF-8; a byte order mark stays, and is no JSON
 */
export function documentText(bytes: Uint8Array, place: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw broken(place, 'is not UTF-8', cause);
  }
}

/**
 * What `text` holds, if every reader gets the same from it and it can be written again without a loss: parsers differ
 * in which of two equal keys counts, in what `__proto__` does, and in numbers that are no doubles.
 * @param place the document's path or URL, for the error
 * @throws FindingError SCHEMA_BROKEN · TrustError DOCUMENT_TOO_LARGE when it is nested too deeply
 */
export function parseJsonText(text: string, place: string): unknown {
  const members = countMembers(text, place);
  const value = parse(text, place);
  const kept = walk(value, { place, path: [] });
  if (kept !== members) throw broken(place, `has ${duplicateKey(text)} twice`);
  return value;
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw broken(place, `is not JSON${whereIn(text, reason)}: ${printable(reason)}`, cause);
  }
}

/** Line and column, counted from 1; V8 gives an offset in some of its messages, and Node 20 nothing more. */
function whereIn(text: string, reason: string): string {
  const offset = /end of JSON input/.test(reason)
    ? text.length
    : /at position (\d+)/.exec(reason)?.[1];
  return offset === undefined ? '' : ` at ${lineAndColumn(text, Number(offset))}`;
}

function lineAndColumn(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}

/** How many members the objects of `text` have together, equal keys counted each. One pass, without a copy. */
function countMembers(text: string, place: string): number {
  let depth = 0;
  let members = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: // "
        at = endOfString(text, at);
        break;
      case 0x7b: // {
      case 0x5b: // [
        depth += 1;
        if (depth > depthLimit) throw tooDeep(text, at, place);
        break;
      case 0x7d: // }
      case 0x5d: // ]
        depth -= 1;
        break;
      case 0x3a: // :
        members += 1;
        break;
    }
  }
  return members;
}

interface Walk {
  readonly place: string;
  readonly path: (string | number)[];
}

/** Counts the members that were kept, and refuses what cannot be. */
function walk(value: unknown, within: Walk): number {
  if (typeof value === 'number') checkNumber(value, within);
  if (typeof value !== 'object' || value === null) return 0;
  const keys = Object.keys(value);
  let members = Array.isArray(value) ? 0 : keys.length;
  for (const key of keys) {
    const inner: unknown = Reflect.get(value, key);
    if (typeof inner === 'string' && key !== '__proto__') continue;
    within.path.push(key);
    if (key === '__proto__') throw broken(within.place, `has the key ${pointer(within.path)}`);
    members += walk(inner, within);
    within.path.pop();
  }
  return members;
}

function checkNumber(value: number, { place, path }: Walk): void {
  const exact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  if (!exact) throw broken(place, `has a number at ${pointer(path)} that no double holds exactly`);
}

function tooDeep(text: string, at: number, place: string): TrustError {
  return new TrustError(
    'DOCUMENT_TOO_LARGE',
    `${place} is nested more than ${depthLimit} deep at ${lineAndColumn(text, at)}; no document of a root is`,
  );
}

function broken(place: string, what: string, cause?: unknown): FindingError {
  return new FindingError(
    'SCHEMA_BROKEN',
    `${place} ${what}; correct it with the tool that wrote it`,
    cause === undefined ? {} : { cause },
  );
}
