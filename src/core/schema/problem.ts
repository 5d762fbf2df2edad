import type { Problem } from './check.ts';
import { patternWords } from './generated/pattern-words.ts';

/**
 * A broken rule in one line: the JSON pointer to the value, the rule in words, and what was found.
 * `/index/images/path: must be a string, found 7`
 */
export function problemText(problem: Problem, document: unknown): string {
  const { instancePath, params } = problem;
  if (problem.keyword === 'required') {
    return `${printable(`${instancePath}/${params.missingProperty}`)}: is required, but missing`;
  }
  // The pointer to the whole document is empty.
  const pointer = instancePath === '' ? 'the document' : printable(instancePath);
  return `${pointer}: must be ${rule(problem)}, found ${found(valueAt(document, instancePath))}`;
}

/** `text` with control characters and line separators escaped: it stays on its line of a log. */
export function printable(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function rule({ keyword, params }: Problem): string {
  switch (keyword) {
    case 'type':
      return [params.type].flat().map(typeName).join(' or ');
    case 'const':
      return JSON.stringify(params.allowedValue);
    case 'pattern':
      return patternWords[String(params.pattern)] ?? `of the pattern ${params.pattern}`;
    case 'minimum':
      return `at least ${params.limit}`;
    case 'maximum':
      return `at most ${params.limit}`;
    default:
      return `valid by the rule "${keyword}"`;
  }
}

function typeName(type: unknown): string {
  if (type === 'null') return 'null';
  return /^[aio]/.test(String(type)) ? `an ${type}` : `a ${type}`;
}

function found(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = printable(JSON.stringify(value) ?? 'nothing');
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const token of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return value;
}
