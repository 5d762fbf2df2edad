import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { InputError } from '../../../../src/core/error.ts';
import { readCommandLine } from '../../../../src/faces/cli/command-line.ts';
import type { Environment } from '../../../../src/faces/environment.ts';
import { type PublishSettings, readPublish } from '../../../../src/faces/request.ts';

/** A folder of the test's own, with these files in it. */
export function folder(files: Readonly<Record<string, string>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'simplestreams-inputs-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

/** What `publish` makes of a command line. */
export function settings(
  words: readonly string[],
  environment: Environment = {},
  cwd = folder({ image: '' }),
): Promise<PublishSettings> {
  const sourceDateEpoch = environment.SOURCE_DATE_EPOCH;
  return readPublish(readCommandLine(words, environment).reading, { cwd, sourceDateEpoch });
}

export const enough = ['--root', 'root', '--for', 'lxd', '--files', 'image'];

/** As {@link settings}, where everything that `publish` requires is given. */
export function settingsWith(
  words: readonly string[],
  environment: Environment = {},
  cwd = folder({ image: '' }),
): Promise<PublishSettings> {
  return settings([...enough, ...words], environment, cwd);
}

/** The problems of inputs that must have some. */
export async function problemsOf(read: Promise<unknown>): Promise<readonly string[]> {
  const error: unknown = await read.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof InputError && error.code === 'INPUT_INVALID') return error.problems;
  throw new Error('the inputs were accepted, or failed in another way', { cause: error });
}
