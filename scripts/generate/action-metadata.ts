import { stringify } from 'yaml';
import { actionInputs } from '../../src/faces/github/action-inputs.ts';
import type { Input } from '../../src/faces/input.ts';
import { outputs } from '../../src/faces/outputs.ts';
import { plain } from '../../src/faces/plain.ts';
import type { Generator } from './generator.ts';

/** What GitHub knows of the action. */
export const actionMetadata: Generator = { path: 'action.yml', content: () => metadata() };

function metadata(): string {
  const action = {
    name: 'Simplestreams',
    description:
      'Publish operating-system images into a signed simplestreams root for LXD and Incus, atomically.',
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
    required: input.requiredBy?.includes('publish') ?? false,
    ...(input.default === undefined ? {} : { default: input.default }),
  };
}

function describe({ kind, description, format, otherwise }: Input): string {
  const shape = kind === 'boolean' ? 'true or false' : format;
  const each = kind === 'list' ? 'One a line: ' : 'Format: ';
  const form = shape === undefined ? '' : ` ${each}${shape}.`;
  return `${description}${form}${otherwise === undefined ? '' : ` Without it: ${otherwise}.`}`;
}
