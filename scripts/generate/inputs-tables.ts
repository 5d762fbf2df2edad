import {
  type Command,
  commandSummaries,
  commands,
  fileVariableOf,
  flagOf,
  type Input,
  isWord,
} from '../../src/faces/input.ts';
import { inputs, inputsOf } from '../../src/faces/inputs.ts';

/** How inputs are given, and a table of them for each command. */
export function inputsTables(): string {
  return [howToGive(), ...commands.map(sectionOf)].join('\n\n');
}

function howToGive(): string {
  const secrets = inputs.filter((input) => input.kind === 'secret');
  const names = secrets.map((input) => `\`${input.name}\``).join(' and ');
  const files = secrets.map((input) => `\`${fileVariableOf(input)}\``).join(' and ');
  return [
    'On the command line the input `public-url` is the flag `--public-url`, a list is a flag that is repeated, and a',
    'switch is given as `--adopt` or `--adopt=false`. Each is also a variable, `SIMPLESTREAMS_PUBLIC_URL`, which counts',
    `where there is no flag; a list is then a block of lines. ${names} are secrets, and only variables: the value, or in`,
    `${files} the path of a file with it.`,
  ].join('\n');
}

/** A command with the inputs that no command before it has; the others are named. */
function sectionOf(command: Command, at: number): string {
  const own = inputsOf(command).filter((input) => !isWord(input));
  const before = commands.slice(0, at);
  const shared = own.filter((input) => before.some((other) => input.commands.includes(other)));
  const rows = own.filter((input) => !shared.includes(input));
  const names = shared.filter((input) => !input.flagOnly).map(({ name }) => `\`${name}\``);
  const title = `**\`${command}\`**: ${commandSummaries[command]}`;
  const also = `It takes ${names.join(', ')} as above`;
  if (rows.length === 0) return [title, '', `${also}.`].join('\n');
  return [
    title,
    '',
    ...(names.length === 0 ? [] : [`${also}, and:`, '']),
    '| Input | What it is | Format | Default |',
    '| --- | --- | --- | --- |',
    ...rows.map((input) => rowOf(input, command)),
  ].join('\n');
}

function rowOf(input: Input, command: Command): string {
  const cells = [
    nameOf(input),
    input.description,
    input.format ?? (input.flagOnly ? '' : '`true` or `false`'),
    defaultOf(input, command),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function nameOf(input: Input): string {
  const list = input.kind === 'list' ? ' (list)' : '';
  const only = input.actionOnly ? ' (only on GitHub)' : '';
  return `\`${input.flagOnly ? flagOf(input) : input.name}\`${list}${only}`;
}

function defaultOf(input: Input, command: Command): string {
  if (input.requiredBy?.includes(command)) return '*required*';
  const { command: only, input: other } = input.requiredWithout ?? {};
  if (only === command) return `*required*, or \`${other}\``;
  if (input.default !== undefined) return `\`${input.default}\``;
  return input.otherwise ?? '';
}
