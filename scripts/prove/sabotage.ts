import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bugs as allBugs, type Bug, type Patch } from './bugs.ts';

interface Caught {
  readonly bug: string;
  /** The full name of the first test that failed; `undefined` when none did. */
  readonly by: string | undefined;
}

const copied = ['src', 'test', 'scripts', 'package.json', 'tsconfig.json'];
const configurations = ['vitest.config.ts', 'rolldown.config.ts'];

/**
 * Turns off one clause of the design after the other, in a copy of the project, and runs the tests that must notice.
 * @param only phrases: tried are those whose name holds one of them; none: all
 * @returns whether every one was noticed
 * @throws Error when a phrase is in none of the names
 */
export async function sabotage(project: string, only: readonly string[]): Promise<boolean> {
  const bugs = chosenBugs(only);
  const copy = await mkdtemp(join(tmpdir(), 'simplestreams-sabotage-'));
  try {
    for (const name of [...copied, ...configurations]) {
      await cp(join(project, name), join(copy, name), { recursive: true });
    }
    await symlink(join(project, 'node_modules'), join(copy, 'node_modules'));
    const tests = [...new Set(bugs.flatMap((bug) => bug.tests))];
    const sound = await firstFailure(copy, tests);
    if (sound !== undefined) throw new Error(`without any bug, a test fails: ${sound}`);
    const results: Caught[] = [];
    console.log(lineOf({ bug: 'turned off', by: 'caught by' }));
    for (const bug of bugs) {
      results.push({ bug: bug.name, by: await withBug(copy, bug) });
      console.log(lineOf(results.at(-1)));
    }
    return results.every(({ by }) => by !== undefined);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

function chosenBugs(only: readonly string[]): readonly Bug[] {
  const unknown = only.filter((phrase) => !allBugs.some(({ name }) => name.includes(phrase)));
  if (unknown.length > 0) {
    const names = allBugs.map(({ name }) => `  ${name}`).join('\n');
    throw new Error(`nothing is called ${unknown.join(', ')}; there are\n${names}`);
  }
  if (only.length === 0) return allBugs;
  return allBugs.filter(({ name }) => only.some((phrase) => name.includes(phrase)));
}

async function withBug(copy: string, { patches, tests }: Bug): Promise<string | undefined> {
  const originals = new Map<string, string>();
  try {
    for (const patch of patches) {
      const path = join(copy, patch.file);
      const text = await readFile(path, 'utf8');
      if (!originals.has(path)) originals.set(path, text);
      await writeFile(path, patched(text, patch));
    }
    return await firstFailure(copy, tests);
  } finally {
    for (const [path, text] of originals) await writeFile(path, text);
  }
}

function patched(text: string, { file, from, to }: Patch): string {
  const [before, after, ...more] = text.split(from);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`${file} does not hold exactly once: ${from}`);
  }
  return before + to + after;
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Runs tests until one fails. */
async function firstFailure(copy: string, tests: readonly string[]): Promise<string | undefined> {
  const report = join(copy, 'report.json');
  await rm(report, { force: true });
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
  const words = ['run', '--project', 'npm', '--bail', '1', '--reporter', 'json'];
  const child = spawn(process.execPath, [vitest, ...words, '--outputFile', report, ...tests], {
    cwd: copy,
    stdio: 'ignore',
  });
  await once(child, 'close');
  const { testResults }: Report = JSON.parse(await readFile(report, 'utf8'));
  for (const { assertionResults, status, name, message } of testResults) {
    const failed = assertionResults.find((test) => test.status === 'failed');
    if (failed !== undefined) return failed.fullName.trim();
    // A file that does not even load says nothing about the bug.
    if (status === 'failed') throw new Error(`${name}: ${message}`);
  }
  return undefined;
}

function lineOf(caught: Caught | undefined): string {
  const { bug = '', by = 'NOT CAUGHT' } = caught ?? {};
  return `${bug.padEnd(60)}  ${by}`;
}
