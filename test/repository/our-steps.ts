import { parse } from 'yaml';
import { parseStageWord } from '../../src/core/stage-word.ts';
import { readConsumers } from '../../src/faces/consumers.ts';
import {
  type ActionCommand,
  actionCommands,
  readActionInputs,
  runnerVariableOf,
} from '../../src/faces/github/action-inputs.ts';
import { parseArtifactName } from '../../src/faces/github/artifact.ts';
import { type InputName, inputOf } from '../../src/faces/inputs.ts';
import { outputs } from '../../src/faces/outputs.ts';
import { type Reading, readingOf } from '../../src/faces/reading.ts';
import { readNames, readRootRequest } from '../../src/faces/request.ts';
import { readRoot, readRootToRead } from '../../src/faces/root.ts';
import { readTags } from '../../src/faces/tags.ts';
import { ourName } from './diagnostics.ts';
import type { Workflow } from './pages.ts';

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly steps?: readonly Step[];
}

/**
 * What our action would say of the steps of a workflow that use it: inputs that its command needs and that are not there,
 * values that have not their form, and outputs that later steps ask for and that it has not. What is an expression is
 * only known to be given.
 */
export function problemsOfOurSteps({ text }: Workflow): readonly string[] {
  const { jobs }: { jobs: Readonly<Record<string, Job>> } = parse(text);
  return Object.values(jobs).flatMap((job) => {
    const ours = (job.steps ?? []).filter(({ uses }) => uses?.includes(`/${ourName}@`));
    return ours.flatMap((step) => [...problemsOf(step), ...strangeOutputs(step, job)]);
  });
}

/** How many steps use our action: that some do is what makes the checks of them mean anything. */
export function countOurSteps({ text }: Workflow): number {
  return text.split(`/${ourName}@`).length - 1;
}

function problemsOf(step: Step): readonly string[] {
  const given = Object.entries(step.with ?? {}).map(([name, value]) => [
    runnerVariableOf({ ...inputOf('root'), name }),
    String(value),
  ]);
  const gathered = readActionInputs(Object.fromEntries(given));
  const text = gathered.values.get('command')?.texts[0] ?? 'publish';
  const command = actionCommands.find((name) => name === text);
  if (command === undefined) return [`there is no command ${text}`];
  const reading = readingOf(gathered, command, ({ name }) => name);
  const strange = [...gathered.values.keys()].filter(
    (name) => !inputOf(name).commands.includes(command),
  );
  const known = [...gathered.values].filter(([, { texts }]) => !texts.join().includes('${{'));
  readValues(reading.of(new Map(known)), command);
  return [...reading.problems, ...strange.map((name) => `${command} has no input ${name}`)];
}

/** As the commands read them, but for keys and files, which are not there. */
function readValues(reading: Reading, command: ActionCommand): void {
  const isWeb = reading.given.get('root')?.texts[0]?.startsWith('https://') ?? false;
  if (isWeb && command === 'check') readRootToRead(reading, '/');
  else readRoot(reading, '/');
  readConsumers(reading);
  readRootRequest(reading.of(without(reading, ['for', 'public-url'])), { sourceDateEpoch: '' });
  readNames(reading);
  readTags(reading);
  reading.text('artifact', parseArtifactName);
  reading.text('stage-name', (text, wrong) => parseStageWord(text) ?? wrong());
  reading.list('expect', (text, wrong) => parseStageWord(text) ?? wrong());
  reading.boolean('dry-run');
  reading.boolean('single-writer');
}

function without(reading: Reading, names: readonly InputName[]) {
  return new Map([...reading.given].filter(([name]) => !names.includes(name)));
}

function strangeOutputs({ id }: Step, job: Job): readonly string[] {
  if (id === undefined) return [];
  const known: readonly string[] = outputs.map(({ name }) => name);
  const asked = JSON.stringify(job).matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g);
  return [...asked].flatMap(([, of, output = '']) =>
    of === id && !known.includes(output) ? [`there is no output ${output}`] : [],
  );
}
