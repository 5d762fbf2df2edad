import { outputs } from '../../src/faces/outputs.ts';
import type { Generator } from './generator.ts';
import { inputsTables } from './inputs-tables.ts';
import { withSection } from './section.ts';

/** The sections of the README that come from the tables of inputs and outputs. */
export const readme: Generator = {
  path: 'README.md',
  content: (existing) =>
    withSection(withSection(existing, 'inputs', inputsTables()), 'outputs', outputsTable()),
};

function outputsTable(): string {
  const rows = outputs.map(({ name, description }) => `| \`${name}\` | ${description} |`);
  return ['| Output | What it is |', '| --- | --- |', ...rows].join('\n');
}
