import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { directoryStore } from '../../src/adapters/directory-store.ts';
import { joinPath } from '../../src/core/path.ts';
import { bytesSource } from '../fakes/bytes-source.ts';

const duration = 6000;
let folder: string;
let program: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simplestreams-'));
  program = join(folder, 'writer.mjs');
  // Node 20 cannot run TypeScript.
  const input = join(import.meta.dirname, 'directory-writer.ts');
  const bundle = await rolldown({ input, platform: 'node' });
  await bundle.write({ file: program, format: 'esm' });
  await bundle.close();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Writer {
  readonly process: ChildProcess;
  /** Resolves to what it said, and whether it was killed. */
  readonly ended: Promise<{ readonly said: readonly string[]; readonly killed: boolean }>;
}

function startWriter(root: string, name: string, deadline: number): Writer {
  const child = spawn(process.execPath, [program, root, name, String(deadline)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => {
    if (code !== 0 && signal !== 'SIGKILL')
      throw new Error(`writer ${name} ended with ${code ?? signal}`);
    return { said: output.split('\n').filter(Boolean), killed: signal === 'SIGKILL' };
  });
  return { process: child, ended };
}

/** Keeps eight writers at work and kills one of them now and then, at any point of its work. */
async function killSome(root: string, deadline: number): Promise<readonly Writer[]> {
  const all: Writer[] = [];
  const running: Writer[] = [];
  const start = () => {
    const writer = startWriter(root, `writer${all.length}`, deadline);
    all.push(writer);
    running.push(writer);
  };
  for (let count = 0; count < 8; count += 1) start();
  while (Date.now() < deadline - 1000) {
    await sleep(20 + Math.random() * 200);
    const [victim] = running.splice(Math.floor(Math.random() * running.length), 1);
    victim?.process.kill('SIGKILL');
    start();
  }
  return all;
}

test('eight processes, some of them killed, lose no word of each other', async () => {
  const root = join(folder, 'root');
  const writers = await killSome(root, Date.now() + duration);
  const ends = await Promise.all(writers.map((writer) => writer.ended));
  const said = ends.flatMap((end) => end.said);
  const stored = (await readFile(join(root, 'words.txt'), 'utf8')).trim().split('\n');
  const killed = ends.filter((end) => end.killed).length;

  expect(new Set(stored).size).toBe(stored.length);
  expect(said.filter((word) => !stored.includes(word))).toEqual([]);
  // Who was killed between storing a word and saying it stored one more, and never two.
  expect(stored.length - said.length).toBeLessThanOrEqual(killed);
  expect(killed).toBeGreaterThan(5);
  expect(said.length).toBeGreaterThan(50);

  const next = directoryStore({ folder: root, singleWriter: false });
  const headers = { contentType: 'text/plain', cacheControl: 'no-cache' };
  await next.create(joinPath('next.txt'), bytesSource(new Uint8Array(1)), headers);
  expect(await readdir(join(root, '.simplestreams', 'tmp'))).toEqual([]);
});
