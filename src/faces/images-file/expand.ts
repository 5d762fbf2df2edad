import { nearest } from '../../core/nearest.ts';
import type { Environment } from '../environment.ts';
import { variablesOf } from '../input.ts';
import { inputs } from '../inputs.ts';
import { shown } from '../shown.ts';
import type { LocatedText, WrongAt } from './located.ts';

/** What `${name}` stands for; `undefined` for a variable that may be used and is not set. */
export type Scope = ReadonlyMap<string, string | undefined>;

/** A text with what its `${name}` stand for; `undefined` when something is wrong with it. */
export type Expand = (text: LocatedText) => LocatedText | undefined;

/** `$${` is a `${` that stands for nothing but itself; a `$` alone is one. */
const reference = /\$\$\{|\$\{([^}]*)(\}?)/g;

/** @param wrong is told every name that is not in the scope */
export function expansion(scope: Scope, wrong: WrongAt): Expand {
  return (located) => {
    let right = true;
    const text = located.text.replaceAll(reference, (found: string, name = '', end = '') => {
      if (found === '$${') return found.slice(1);
      const value = end === '' ? undefined : scope.get(name);
      if (value !== undefined) return value;
      wrong(located.at, `${shown(located.text)}: ${why(name, end, scope)}`);
      right = false;
      return '';
    });
    return right ? { ...located, text } : undefined;
  };
}

function why(name: string, end: string, scope: Scope): string {
  if (end === '') return 'there is no } after its ${; a ${ of the text itself is written $${';
  if (scope.has(name)) return `the environment variable ${name} is not set, or empty`;
  const guess = nearest(name, [...scope.keys()]);
  const meant = guess === undefined ? '' : `, or did you mean ${guess}?`;
  return `${shown(name)} stands for nothing: make it a key of matrix, or list the environment variable under variables${meant}`;
}

/** The environment variables that the file lists, and no others. An empty one counts as not set, as everywhere. */
export function variablesScope(
  names: readonly LocatedText[],
  environment: Environment,
  wrong: WrongAt,
): Scope {
  const secrets = inputs.filter(({ kind }) => kind === 'secret').flatMap(variablesOf);
  const scope = new Map<string, string | undefined>();
  for (const { text, at } of names) {
    if (secrets.includes(text)) wrong(at, `${text} holds a secret, which belongs in no document`);
    else scope.set(text, environment[text] === '' ? undefined : environment[text]);
  }
  return scope;
}
