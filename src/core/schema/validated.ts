import { FindingError } from '../error.ts';
import type { Check } from './check.ts';
import { problemText } from './problem.ts';

const shownProblems = 10;

/**
 * `value`, once `check` found nothing.
 * @param kind of document, for the error, as is `place`
 * @throws FindingError SCHEMA_BROKEN with the first ten problems, each with its JSON pointer
 */
export function validated<T>(value: unknown, check: Check<T>, kind: string, place: string): T {
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
