import { stringify } from 'yaml';
import { actionCommands, actionInputs } from '../../src/faces/github/action-inputs.ts';
import type { Input } from '../../src/faces/input.ts';
import { outputs } from '../../src/faces/outputs.ts';
import { plain } from '../../src/faces/plain.ts';
import type { Generator } from './generator.ts';
import { formOf, withoutIt } from './input-form.ts';

/** What GitHub knows of the action. */
export const actionMetadata: Generator = { path: 'action.yml', content: () => metadata() };

function metadata(): string {
  const action = {
    name: 'Simplestreams',
    description:
      'Publish operating-system images into a signed simplestreams root for LXD, Incus, MAAS and OpenStack, atomically; or check a root.',
    author: 'simplestreams-action',
    branding: { icon: 'upload-cloud', color: 'orange' },
    inputs: Object.fromEntries(actionInputs.map((input) => [input.name, inputEntry(input)])),
    outputs: Object.fromEntries(
      outputs.map(({ name, description }) => [name, { description: plain(description) }]),
    ),
    runs: { using: 'node24', main: 'dist/action.mjs' },
  };
  return `# Generated from src/faces/inputs.ts and src/faces/outputs.ts; see CONTRIBUTING.md.\n${stringify(action, { lineWidth: 100 })}`;
}

function inputEntry(input: Input) {
  return {
    description: plain(describe(input)),
    required: actionCommands.every((command) => input.requiredBy?.includes(command)),
    ...(input.default === undefined ? {} : { default: input.default }),
  };
}

function describe(input: Input): string {
  const sentences = [input.description, formOf(input), scope(input), withoutIt(input)];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** What a reader has to know of the commands: which need the input, or which alone have it. */
function scope({ commands, requiredBy }: Input): string {
  const having = actionCommands.filter((command) => commands.includes(command));
  const needing = actionCommands.filter((command) => requiredBy?.includes(command));
  if (having.length < actionCommands.length) return `For ${having.join(', ')} only.`;
  const some = needing.length > 0 && needing.length < having.length;
  return some ? `Required by ${needing.join(', ')}.` : '';
}
