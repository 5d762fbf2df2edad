import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Ended, ended } from './command.ts';

export interface Step extends Ended {
  /** What the steps after it get. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Starts an action as the runner does: `INPUT_*`, and files for outputs and the summary. */
export async function runStep(
  action: string,
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>> = {},
): Promise<Step> {
  const files = join(workspace, '.runner');
  const [output, summary] = [join(files, 'output'), join(files, 'summary')];
  await mkdir(files, { recursive: true });
  await Promise.all([writeFile(output, ''), writeFile(summary, '')]);
  const given = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ]);
  const env = {
    ...Object.fromEntries(given),
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    HOME: workspace,
    ...variables,
  };
  const run = await ended(process.execPath, [action], { cwd: workspace, env });
  const outputs = parseOutputs(await readFile(output, 'utf8'));
  return { ...run, outputs, summary: await readFile(summary, 'utf8') };
}

/** `name<<delimiter`, lines, `delimiter`. */
function parseOutputs(text: string): Readonly<Record<string, string>> {
  const blocks = text.matchAll(/^([\w-]+)<<(\S+)\n(.*?)\n?\2\n/gms);
  return Object.fromEntries([...blocks].map(([, name, , value]) => [name, value]));
}
