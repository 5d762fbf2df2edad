import { cp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, test } from 'vitest';
import { bundleCli } from './support/bundle.ts';
import { privateKey } from './support/keys.ts';
import { expectRefusal, type Refusal } from './support/refusal.ts';
import { passphrase, rootAndNext } from './support/scene.ts';

const signedIndex = 'streams/v1/index.sjson';

let cli: string;
let key: string;
let otherKey: string;

beforeAll(async () => {
  cli = await bundleCli();
  key = await privateKey({ passphrase });
  otherKey = await privateKey({ passphrase });
}, 60_000);

interface Case extends Refusal {
  readonly what: string;
  readonly damage: (root: string) => Promise<void>;
}

async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')));
}

/** The products document that the head names. */
async function documentOf(root: string): Promise<string> {
  const head = await readFile(join(root, signedIndex), 'utf8');
  const path = /"path": "(streams\/v1\/images\.[0-9a-f]+\.sjson)"/.exec(head)?.[1];
  if (path === undefined) throw new Error(`the head names no document:\n${head}`);
  return join(root, path);
}

const cases: readonly Case[] = [
  {
    what: 'an index.sjson in which one character was changed',
    damage: (root) =>
      rewrite(join(root, signedIndex), (text) =>
        text.replace('"generation": 1', '"generation": 2'),
      ),
    code: 4,
    says: /index\.sjson.*changed after/,
  },
  {
    what: 'an index.sjson that was cut in the middle of the text',
    damage: (root) => truncate(join(root, signedIndex), 200),
    code: 4,
    says: /index\.sjson/,
  },
  {
    what: 'an index.sjson that was cut in the middle of the signature',
    damage: (root) =>
      rewrite(join(root, signedIndex), (text) =>
        text.slice(0, text.indexOf('-----BEGIN PGP SIG') + 80),
      ),
    code: 4,
    says: /index\.sjson/,
  },
  {
    what: 'an empty index.sjson',
    damage: (root) => truncate(join(root, signedIndex), 0),
    code: 4,
    says: /index\.sjson/,
  },
  {
    what: 'text before the signed block of index.sjson',
    damage: (root) => rewrite(join(root, signedIndex), (text) => `{}\n${text}`),
    code: 4,
    says: /index\.sjson.*does not begin with/,
  },
  {
    what: 'text after the signed block of index.sjson',
    damage: (root) => rewrite(join(root, signedIndex), (text) => `${text}{}\n`),
    code: 4,
    says: /index\.sjson.*after/,
  },
  {
    what: 'an index.sjson without a signature',
    damage: (root) => cp(join(root, 'streams/v1/index.json'), join(root, signedIndex)),
    code: 4,
    says: /index\.sjson/,
  },
  {
    what: 'a products document in which one character was changed',
    damage: async (root) =>
      rewrite(await documentOf(root), (text) => text.replace('"Alpine"', '"Alpina"')),
    code: 4,
    says: /images\.[0-9a-f]+\.sjson.*not what the index says/,
  },
  {
    what: 'a products document that is gone',
    damage: async (root) => rm(await documentOf(root)),
    code: 4,
    says: /images\.[0-9a-f]+\.sjson.*not there/,
  },
  {
    what: 'an index.json that is a second head',
    damage: (root) =>
      rewrite(join(root, 'streams/v1/index.json'), (text) => text.replace(/^ "head": .*\n/m, '')),
    code: 4,
    says: /two heads/,
  },
];

describe('a root that cannot be trusted is refused, and nothing is written', () => {
  for (const { what, damage, ...refusal } of cases) {
    test(what, async () => {
      const { scene, next } = await rootAndNext(cli, key);
      await damage(scene.root);
      await expectRefusal(scene, () => scene.publish({ image: next, key }), refusal);
    });
  }

  test('an index signed by another key', async () => {
    const { scene, next } = await rootAndNext(cli, key);
    await expectRefusal(scene, () => scene.publish({ image: next, key: otherKey }), {
      code: 4,
      says: /index\.sjson.*signed by the key [0-9A-F]+.*trusted-keys/,
    });
  });
});

describe('what is signed stays signed, and what is not is signed only when asked', () => {
  test('a signed root and no signing key', async () => {
    const { scene, next } = await rootAndNext(cli, key);
    await expectRefusal(scene, () => scene.publish({ image: next }), {
      code: 4,
      says: /signed root.*signing-key/,
    });
  });

  test('an unsigned root and a signing key, without adopt', async () => {
    const { scene, next } = await rootAndNext(cli);
    await expectRefusal(scene, () => scene.publish({ image: next, key }), {
      code: 4,
      says: /unsigned root.*adopt/,
    });
  });

  test('with adopt it becomes a signed one and keeps its images', async ({ expect }) => {
    const { scene, next } = await rootAndNext(cli);
    const { generation } = await scene.published({ image: next, key, args: ['--adopt'] });
    expect(generation).toBe(2);
    const head = await readFile(join(scene.root, signedIndex), 'utf8');
    expect(head).toMatch(/^-----BEGIN PGP SIGNED MESSAGE-----\n/);
    const document = await readFile(await documentOf(scene.root), 'utf8');
    expect(document).toContain('"20261120_1504"');
    expect(document).toContain('"20261121_1504"');
  });
});
