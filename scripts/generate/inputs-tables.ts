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
import type { Generator } from './generator.ts';

const begin = '<!-- inputs:begin -->';
const end = '<!-- inputs:end -->';

/** The tables of inputs in the README, between two markers. */
export const inputsTables: readonly Generator[] = [
  { path: 'README.md', content: (existing) => withTables(existing) },
];

/** @throws Error when the markers are not there, once each and in order */
function withTables(existing: string): string {
  const [before, rest, ...more] = existing.split(begin);
  const [, after, ...evenMore] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined || more.length + evenMore.length > 0) {
    throw new Error(`README.md must have ${begin} and ${end} once each, in this order`);
  }
  return `${before}${begin}\n\n${[howToGive(), ...commands.map(tableOf)].join('\n\n')}\n\n${end}${after}`;
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

function tableOf(command: Command): string {
  const rows = inputsOf(command).filter((input) => !isWord(input));
  return [
    `**\`${command}\`**: ${commandSummaries[command]}`,
    '',
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
  return `\`${input.flagOnly ? flagOf(input) : input.name}\`${list}`;
}

function defaultOf(input: Input, command: Command): string {
  if (input.requiredBy?.includes(command)) return '*required*';
  if (input.default !== undefined) return `\`${input.default}\``;
  return input.otherwise ?? '';
}
