import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { passedInputs } from '../../scripts/generate/gitlab-templates.ts';
import { isFlag, variableOf, variablesOf } from '../../src/faces/input.ts';
import { inputs } from '../../src/faces/inputs.ts';

const commands = ['publish', 'check', 'stage', 'commit', 'promote', 'prune', 'unlist'] as const;

async function component(command: string) {
  const [spec, jobs] = parseAllDocuments(await readFile(`templates/${command}.yml`, 'utf8')).map(
    (document) => document.toJS(),
  );
  const job: { variables: Record<string, unknown>; script: string[] } =
    jobs['$[[ inputs.job-name ]]'];
  return { inputs: spec.spec.inputs as Record<string, unknown>, job, text: JSON.stringify(jobs) };
}

describe.for(commands)('the component %s', (command) => {
  test('passes every input of its command on, as a variable that nothing is expanded in', async () => {
    const { inputs: offered, job } = await component(command);
    expect(passedInputs(command).length).toBeGreaterThan(10);
    for (const input of passedInputs(command)) {
      expect(offered).toHaveProperty([input.name]);
      expect(job.variables[variableOf(input)]).toEqual({
        value: expect.stringContaining(`$[[ inputs.${input.name} ]]`),
        expand: false,
      });
    }
  });

  test('uses every input it offers', async () => {
    const { inputs: offered, text } = await component(command);
    const unused = Object.keys(offered).filter((name) => !text.includes(`$[[ inputs.${name} ]]`));
    expect(unused).toEqual([]);
  });

  test('lets no input into its script', async () => {
    const { job } = await component(command);
    expect(job.script.join('\n')).not.toContain('$[[');
  });

  test('has no secret among its inputs, for those are in the text of the pipeline', async () => {
    const { inputs: offered, text } = await component(command);
    const secrets = inputs.filter(({ kind }) => kind === 'secret');
    expect(secrets.filter(isFlag)).toEqual([]);
    expect(secrets.filter(({ name }) => name in offered)).toEqual([]);
    expect(secrets.flatMap(variablesOf).filter((name) => text.includes(name))).toEqual([]);
  });
});
