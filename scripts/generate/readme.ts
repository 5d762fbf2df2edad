import { dotenvNameOf } from '../../src/faces/cli/dotenv.ts';
import { outputs } from '../../src/faces/outputs.ts';
import type { Generator } from './generator.ts';
import { inputsOverview } from './inputs-overview.ts';
import { withSection } from './section.ts';

/** The sections of the README that come from the tables of inputs and outputs. */
export const readme: Generator = {
  path: 'README.md',
  content: (existing) =>
    withSection(withSection(existing, 'inputs', inputsOverview()), 'outputs', outputsTable()),
};

function outputsTable(): string {
  const rows = outputs.map(({ name, description }) => {
    const variable = dotenvNameOf(name);
    const inGitLab = variable === undefined ? 'the artifact' : `\`${variable}\``;
    return `| \`${name}\` | ${inGitLab} | ${description} |`;
  });
  return ['| Output | In GitLab | What it is |', '| --- | --- | --- |', ...rows].join('\n');
}
