import { nearest } from '../../core/nearest.ts';
import { type Environment, readEnvironment } from '../environment.ts';
import { type Command, commands, flagOf, type Input, isFlag, variableOf } from '../input.ts';
import { inputs } from '../inputs.ts';
import { type Reading, readingOf } from '../reading.ts';
import { shown } from '../shown.ts';
import { readArguments, strayFlags } from './arguments.ts';

/** A command line and the variables beside it, read once. */
export interface CommandLine {
  /** `undefined` when there is no such command; then the reading has only problems. */
  readonly command: Command | undefined;
  readonly reading: Reading;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly version: boolean;
  readonly help: boolean;
  readonly logSections: boolean;
  /** Where a report is wanted, also of a run whose inputs are wrong. */
  readonly report: string | undefined;
  /** Where the outputs are wanted, likewise. */
  readonly dotenv: string | undefined;
  /** What must not get into any output. */
  readonly secrets: readonly string[];
}

/** Flags win over variables. */
export function readCommandLine(words: readonly string[], environment: Environment): CommandLine {
  const flags = readArguments(words);
  const variables = readEnvironment(environment);
  const values = new Map([...variables.values, ...flags.values]);
  const { as, texts } = values.get('command') ?? { as: '', texts: ['publish'] };
  const name = texts[0] ?? '';
  const command = commands.find((known) => known === name);
  const problems = [
    ...flags.problems,
    ...variables.problems,
    ...(command === undefined ? [noCommand(as, name)] : strayFlags(flags.values, command)),
  ];
  const reading = readingOf({ values, problems }, command, spell);
  return {
    command,
    reading,
    json: reading.boolean('json'),
    quiet: reading.boolean('quiet'),
    version: reading.boolean('version'),
    help: reading.boolean('help'),
    logSections: reading.boolean('log-sections'),
    report: values.get('report')?.texts[0],
    dotenv: values.get('dotenv')?.texts[0],
    secrets: inputs.flatMap((input) =>
      input.kind === 'secret' ? (values.get(input.name)?.texts ?? []) : [],
    ),
  };
}

function noCommand(as: string, name: string): string {
  const guess = nearest(name, commands);
  const meant = guess === undefined ? '' : `; did you mean ${guess}?`;
  return `${as} ${shown(name)} is no command: expected ${commands.join(', ')}${meant}`;
}

function spell(input: Input): string {
  if (!isFlag(input)) return variableOf(input);
  return input.flagOnly ? flagOf(input) : `${flagOf(input)} (or ${variableOf(input)})`;
}
