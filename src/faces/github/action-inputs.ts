import { type Environment, readEnvironment } from '../environment.ts';
import { type Input, isWord } from '../input.ts';
import { type InputName, inputs } from '../inputs.ts';
import { type Gathered, type Given, linesOf } from '../values.ts';

/** What a step can do; a key is made on a laptop. */
export const actionCommands = [
  'publish',
  'check',
  'list',
  'stage',
  'commit',
  'unlist',
  'prune',
  'rotate-key',
  'promote',
  'roll-forward',
] as const;
export type ActionCommand = (typeof actionCommands)[number];

/** The inputs of `action.yml`: those of its commands that are not flags and nothing else. */
export const actionInputs: readonly (Input & { readonly name: InputName })[] = inputs
  .filter(
    (input) =>
      !input.flagOnly && actionCommands.some((command) => input.commands.includes(command)),
  )
  .map((input) =>
    isWord(input)
      ? { ...input, description: 'What to do.', format: actionCommands.join(', ') }
      : input,
  );

/** What `with:` gives, before what the variables give; an empty input is one not given. */
export function readActionInputs(environment: Environment): Gathered {
  const variables = readEnvironment(environment);
  const given = actionInputs.flatMap((input): [InputName, Given][] => {
    const text = (environment[runnerVariableOf(input)] ?? '').trim();
    if (text === '') return [];
    return [
      [input.name, { as: input.name, texts: input.kind === 'list' ? linesOf(text) : [text] }],
    ];
  });
  return { values: new Map([...variables.values, ...given]), problems: variables.problems };
}

/**
 * What `with:` gives that a command does not take: whoever wrote it may believe that it does. The runner gives the
 * defaults of all inputs to every step, so they say nothing.
 */
export function withoutEffect(command: ActionCommand, { values }: Gathered): readonly string[] {
  return actionInputs
    .filter((input) => !isWord(input) && !input.commands.includes(command))
    .filter(({ name, default: usual }) => {
      const given = values.get(name);
      return given?.as === name && given.texts.join('\n') !== (usual ?? '');
    })
    .map(({ name }) => name);
}

/** As the runner spells it: only blanks are replaced, so the name has dashes that no shell could set. */
export function runnerVariableOf(input: Input): string {
  return `INPUT_${input.name.toUpperCase()}`;
}
