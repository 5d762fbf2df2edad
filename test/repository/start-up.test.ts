import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { bundleCli } from '../process/support/bundle.ts';
import { privateKey } from '../process/support/keys.ts';
import { rootAndNext, type Scene } from '../process/support/scene.ts';

// What a run loads is most of the time that it takes before it does anything. Whoever makes these lists longer measures
// what it costs: `npm run bench -- --only start-up`.

const unsigned = ['chunks/execute.mjs', 'chunks/inputs.mjs', 'chunks/publish.mjs', 'cli.mjs'];

test('a publish that finds nothing to do loads what it needs', async () => {
  const key = await privateKey();
  const { scene, next } = await rootAndNext(await bundleCli(), key);
  await scene.published({ image: next, key });
  const { files, bytes } = await loadedBy((env) => scene.publish({ image: next, key, env }));
  const ofSigning = ['chunks/openpgp.mjs', 'chunks/signing.mjs', 'chunks/signing2.mjs'];
  const ofMetadata = ['chunks/dist2.mjs', 'chunks/yaml.mjs'];
  const runtime = 'chunks/rolldown-runtime.mjs';
  expect(files).toEqual([...unsigned, ...ofSigning, ...ofMetadata, runtime].sort());
  expect(bytes).toBeLessThan(1_100_000);
});

test('without a signature OpenPGP is not loaded', async () => {
  const { scene, next } = await rootAndNext(await bundleCli());
  const { files } = await loadedBy((env) => scene.publish({ image: next, env }));
  expect(files).toEqual(expect.arrayContaining(unsigned));
  expect(files.filter((file) => /openpgp|signing|s3|actions/.test(file))).toEqual([]);
});

interface Loaded {
  /** Of the bundle, relative to it. */
  readonly files: readonly string[];
  /** Of all of them. */
  readonly bytes: number;
}

/** Of the files of the bundle those that a run loads, as Node itself notes them for a report of coverage. */
async function loadedBy(
  run: (env: Readonly<Record<string, string>>) => ReturnType<Scene['run']>,
): Promise<Loaded> {
  const notes = await mkdtemp(join(tmpdir(), 'simplestreams-coverage-'));
  onTestFinished(() => rm(notes, { recursive: true, force: true }));
  const { code, stderr } = await run({ NODE_V8_COVERAGE: notes });
  expect(code, stderr).toBe(0);
  const folder = dirname(await bundleCli());
  const files = new Set<string>();
  for (const name of await readdir(notes)) {
    const { result }: { result: readonly { readonly url: string }[] } = JSON.parse(
      await readFile(join(notes, name), 'utf8'),
    );
    for (const { url } of result) {
      if (url.startsWith('file:')) files.add(relative(folder, fileURLToPath(url)));
    }
  }
  const sizes = await Promise.all([...files].map(async (file) => stat(join(folder, file))));
  return { files: [...files].sort(), bytes: sizes.reduce((sum, { size }) => sum + size, 0) };
}
