import { readFileSync, statSync } from 'node:fs';
import { nearest } from '../core/nearest.ts';
import {
  fileVariableOf,
  flagOf,
  type Input,
  isOurVariable,
  variableOf,
  variablesOf,
} from './input.ts';
import { type InputName, inputs } from './inputs.ts';
import { type Gathered, type Given, linesOf } from './values.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A key is some kilobytes; what is larger is not a secret but a mistake. */
const largestSecret = 1024 * 1024;

/** The inputs that `SIMPLESTREAMS_*` variables give. An empty variable is one not given. */
export function readEnvironment(environment: Environment): Gathered {
  const values = new Map<InputName, Given>();
  const problems = unknownVariables(environment);
  for (const input of inputs) {
    if (variablesOf(input).length === 0) continue;
    const given =
      input.kind === 'secret'
        ? readSecret(input, environment, problems)
        : readVariable(input, environment);
    if (given !== undefined) values.set(input.name, given);
  }
  return { values, problems };
}

function readVariable(input: Input, environment: Environment): Given | undefined {
  const as = variableOf(input);
  const text = environment[as]?.trim() ?? '';
  const texts = input.kind === 'list' ? linesOf(text) : [text];
  return text === '' ? undefined : { as, texts };
}

function readSecret(input: Input, environment: Environment, problems: string[]): Given | undefined {
  const [as, fileAs] = [variableOf(input), fileVariableOf(input)];
  const [text, path] = [environment[as] ?? '', environment[fileAs] ?? ''];
  if (text !== '' && path !== '') problems.push(`${as} and ${fileAs} are both given: give one`);
  if (text !== '') return { as, texts: [text] };
  if (path === '') return undefined;
  try {
    const secret = readSecretFile(path);
    if (secret === '') problems.push(`${fileAs}: ${path} is empty`);
    return secret === '' ? undefined : { as: fileAs, texts: [secret] };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    problems.push(`${fileAs}: ${path} cannot be read: ${why}`);
    return undefined;
  }
}

/** Without the one newline that editors and `echo` end a file with. */
function readSecretFile(path: string): string {
  const found = statSync(path);
  if (!found.isFile()) throw new Error('it is not a regular file');
  if (found.size > largestSecret) throw new Error('it is larger than 1 MiB');
  return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
}

function unknownVariables(environment: Environment): string[] {
  const known = inputs.flatMap(variablesOf);
  return Object.keys(environment)
    .filter((name) => isOurVariable(name) && !known.includes(name) && environment[name] !== '')
    .map((name) => `${name} is not a variable of this program${meant(name, known)}`);
}

function meant(name: string, known: readonly string[]): string {
  const flag = inputs.find((input) => input.flagOnly && variableOf(input) === name);
  if (flag !== undefined) return `: there is only the flag ${flagOf(flag)}`;
  const guess = nearest(name, known);
  return guess === undefined ? '' : `: did you mean ${guess}?`;
}
