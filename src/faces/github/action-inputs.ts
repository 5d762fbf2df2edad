import { type Environment, readEnvironment } from '../environment.ts';
import type { Input } from '../input.ts';
import { type InputName, inputsOf } from '../inputs.ts';
import { type Gathered, type Given, linesOf } from '../values.ts';

/** The inputs of `action.yml`: those of `publish` that are not flags and nothing else. */
export const actionInputs: readonly (Input & { readonly name: InputName })[] = inputsOf(
  'publish',
).filter((input) => !input.flagOnly && input.name !== 'command');

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

/** As the runner spells it: only blanks are replaced, so the name has dashes that no shell could set. */
export function runnerVariableOf(input: Input): string {
  return `INPUT_${input.name.toUpperCase()}`;
}
