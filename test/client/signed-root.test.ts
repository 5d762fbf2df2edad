import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleCli } from '../process/support/bundle.ts';
import { type Ended, ended } from '../process/support/command.ts';
import { writeImage } from '../process/support/image.ts';
import { treeOf } from '../process/support/tree.ts';
import { makeRoot, type PublishedRoot } from './support/published-root.ts';
import { need, pathOf } from './support/tools.ts';

let folder: string;
let root: PublishedRoot;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simplestreams-gpgv-'));
  root = await makeRoot(await bundleCli(), folder);
  for (const content of ['first', 'second']) {
    const created = content === 'first' ? '2026-11-19T08:00:00Z' : '2026-11-20T08:00:00Z';
    const image = await writeImage(join(folder, content), { content, created });
    await root.publish([image.metadata, image.root]);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function gpgv(keyring: string, ...files: readonly string[]): Promise<Ended> {
  return ended(pathOf('gpgv'), ['--keyring', keyring, ...files], {
    env: { GNUPGHOME: folder },
    cwd: root.path,
  });
}

/** The ring that the index names, and the customary one beside it. */
async function keyrings(): Promise<readonly string[]> {
  const index = JSON.parse(await readFile(join(root.path, 'streams/v1/index.json'), 'utf8'));
  expect(index.keyring).toMatch(/^streams\/v1\/keyring\.[0-9a-f]{32}\.gpg$/);
  return [join(root.path, index.keyring), join(root.path, 'keyring.gpg')];
}

test('gpgv accepts every signed file of the root, with both published keyrings', async (context) => {
  need(context, 'gpgv');
  const signed = Object.keys(await treeOf(root.path)).filter((path) => path.endsWith('.sjson'));
  // two heads with their copies, a document for each of them, and the followers
  expect(signed.length).toBeGreaterThanOrEqual(6);
  for (const keyring of await keyrings()) {
    for (const path of signed) {
      const { code, stderr } = await gpgv(keyring, path);
      expect(code, `${path}: ${stderr}`).toBe(0);
    }
    const index = 'streams/v1/index.json';
    const { code, stderr } = await gpgv(keyring, `${index}.gpg`, index);
    expect(code, stderr).toBe(0);
  }
});

test('gpgv refuses a signed file of the root that was changed', async (context) => {
  need(context, 'gpgv');
  const { code } = await gpgv(
    join(root.path, 'keyring.gpg'),
    'streams/v1/index.json.gpg',
    'streams/v1/images.json',
  );
  expect(code).toBe(1);
});
