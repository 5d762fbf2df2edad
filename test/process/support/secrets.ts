import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Ended } from './command.ts';

const secretInputs = ['SIMPLESTREAMS_SIGNING_KEY', 'SIMPLESTREAMS_SIGNING_KEY_PASSPHRASE'];

/** Fails when a piece of a secret input is in what a run printed or in a file below `folder`. */
export async function expectNoSecret(
  env: Readonly<Record<string, string>>,
  { stdout, stderr }: Ended,
  folder: string,
): Promise<void> {
  const secrets = await Promise.all(secretInputs.map((name) => secretOf(env, name)));
  const pieces = secrets.flatMap(piecesOf);
  const texts = [
    { place: 'stdout', text: stdout },
    { place: 'stderr', text: stderr },
    ...(await filesIn(folder)),
  ];
  const leaks = texts.filter(({ text }) => pieces.some((piece) => text.includes(piece)));
  expect(leaks.map(({ place }) => place)).toEqual([]);
}

async function secretOf(env: Readonly<Record<string, string>>, name: string): Promise<string> {
  const file = env[`${name}_FILE`];
  return file === undefined ? (env[name] ?? '') : readFile(file, 'utf8');
}

/** The lines of a secret that nothing else would contain by chance; of a key, its body and not its frame. */
function piecesOf(secret: string): readonly string[] {
  return secret
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= 20 && !line.startsWith('-----'));
}

async function filesIn(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const place = join(parentPath, name);
      // the temporary file of another run may be gone by now
      return { place, text: await readFile(place, 'latin1').catch(() => '') };
    }),
  );
}
