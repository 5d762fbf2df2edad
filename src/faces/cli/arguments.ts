import { looksLikeFilter } from '../../core/filter.ts';
import { nearest } from '../../core/nearest.ts';
import {
  type Command,
  commands,
  flagOf,
  type Input,
  isFlag,
  isWord,
  variableOf,
} from '../input.ts';
import { type InputName, inputs as table } from '../inputs.ts';
import { shown } from '../shown.ts';
import type { Gathered, Given } from '../values.ts';

type Row = (typeof table)[number];

const inputs: readonly Row[] = table.filter(({ actionOnly }) => !actionOnly);

/**
 * The inputs that the words of a command line give: `[command] (--flag value | --flag=value | --switch)…`. Some commands
 * take the root, and filters, as words that stand alone, too.
 * No value of a secret or of an unknown flag gets into a problem.
 */
export function readArguments(words: readonly string[]): Gathered {
  const values = new Map<InputName, Given>();
  const problems: string[] = [];
  const rest = [...words];
  const command = rest[0];
  if (command !== undefined && !looksLikeFlag(command)) {
    rest.shift();
    values.set('command', { as: 'the first word', texts: [command] });
  }
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (looksLikeFlag(word)) takeFlag(word, rest, values, problems);
    else takeWord(word, command, values, problems);
  }
  return { values, problems };
}

/** What is read needs no flag; what is written into must be named. */
function takeWord(
  word: string,
  command: string | undefined,
  values: Map<InputName, Given>,
  problems: string[],
): void {
  const possible = inputs.filter((input) => canBeWord(input, command));
  const name = looksLikeFilter(word) ? 'filter' : 'root';
  const input =
    possible.find((candidate) => candidate.name === name) ??
    possible.find((candidate) => candidate.name === 'root');
  const isSecond = input?.kind !== 'list' && values.has('root');
  if (input === undefined || isSecond || word.trim() === '') {
    problems.push(unexpected(word, possible));
  } else add(input, word.trim(), values, problems, input.kind === 'list' ? undefined : 'the root');
}

function canBeWord({ wordOf }: Input, command: string | undefined): boolean {
  return wordOf?.some((known) => known === command) === true;
}

/** An armored key begins with dashes too, and is a value. */
function looksLikeFlag(word: string): boolean {
  return /^--?[A-Za-z]/.test(word);
}

function takeFlag(
  word: string,
  rest: string[],
  values: Map<InputName, Given>,
  problems: string[],
): void {
  const [, flag = word, inline] = /^([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
  const input = inputs.find((candidate) => flagOf(candidate) === flag);
  if (input === undefined || !isFlag(input)) {
    skipValues(rest, input?.kind === 'secret');
    problems.push(input === undefined ? unknown(flag) : notAFlag(input, flag));
    return;
  }
  const text = inline ?? (input.kind === 'boolean' ? 'true' : takeValue(rest));
  if (text === undefined) {
    problems.push(`${flag} has no value: expected ${input.format}`);
  } else if (text.trim() === '') {
    problems.push(`${flag} is empty: leave it out, or give ${input.format ?? 'true or false'}`);
  } else {
    add(input, text.trim(), values, problems);
  }
}

function takeValue(rest: string[]): string | undefined {
  const next = rest[0];
  return next === undefined || looksLikeFlag(next) ? undefined : rest.shift();
}

/** What follows a flag that is none may be a secret, of several words or with a dash in front: it is passed over. */
function skipValues(rest: string[], secret: boolean): void {
  const ends = (word: string) => (secret ? isKnown(word) : looksLikeFlag(word));
  while (rest[0] !== undefined && !ends(rest[0])) rest.shift();
}

function isKnown(word: string): boolean {
  return inputs.some((input) => word === flagOf(input) || word.startsWith(`${flagOf(input)}=`));
}

function add(
  input: Row,
  text: string,
  values: Map<InputName, Given>,
  problems: string[],
  as = flagOf(input),
): void {
  const earlier = values.get(input.name)?.texts ?? [];
  if (earlier.length > 0 && input.kind !== 'list') {
    problems.push(`${flagOf(input)} is given twice: it takes one value`);
  } else {
    values.set(input.name, { as, texts: [...earlier, text] });
  }
}

function unknown(flag: string): string {
  if (!/^(-[A-Za-z]|--[a-z][a-z0-9-]{0,39})$/.test(flag)) return 'a flag is not known: see --help';
  const guess = nearest(flag, inputs.map(flagOf));
  const input = inputs.find((candidate) => flagOf(candidate) === guess);
  if (input === undefined) return `${flag} is not a flag of this program: see --help`;
  return isFlag(input)
    ? `${flag} is not a flag of this program: did you mean ${guess}?`
    : `${flag} is not a flag of this program: did you mean ${instead(input)}?`;
}

function notAFlag(input: Input, flag: string): string {
  return isWord(input)
    ? `${flag} is not a flag: the command is ${instead(input)}`
    : `${flag} is not a flag, because others on the machine can read the command line: use ${instead(input)}`;
}

function instead(input: Input): string {
  if (isWord(input)) return `the first word, ${commands.join(' or ')}`;
  return `the variable ${variableOf(input)}, or ${variableOf(input)}_FILE with the path of a file`;
}

function unexpected(word: string, possible: readonly Input[]): string {
  if (possible.some(({ name }) => name === 'filter')) {
    const root = possible.some(({ name }) => name === 'root') ? '' : ', and the root with --root';
    return `${shown(word)} stands alone, and is no filter: expected key=value, key!=value, key~regex or key!~regex${root}`;
  }
  const joined = /^(true|false)$/i.test(word) ? `, and a switch as --flag=${word}` : '';
  return `${shown(word)} stands alone: a flag takes one value, so repeat the flag or quote the pattern${joined}`;
}

/** The problems of flags that another command has. */
export function strayFlags(values: Gathered['values'], command: Command): readonly string[] {
  return inputs
    .filter((input) => values.has(input.name) && !input.commands.includes(command))
    .map(
      (input) =>
        `${flagOf(input)} is not a flag of ${command}, but of ${input.commands.join(', ')}`,
    );
}
