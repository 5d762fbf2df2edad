import { execFileSync } from 'node:child_process';
import { rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, test } from 'vitest';
import { bundleCli } from './support/bundle.ts';
import { type ImageFiles, writeImage } from './support/image.ts';
import { type KeyOptions, privateKey } from './support/keys.ts';
import { expectRefusal, type Refusal } from './support/refusal.ts';
import { makeScene, passphrase, rootAndNext } from './support/scene.ts';

let cli: string;
let key: string;

beforeAll(async () => {
  cli = await bundleCli();
  key = await privateKey({ passphrase });
}, 60_000);

interface FileCase extends Refusal {
  readonly what: string;
  readonly damage: (image: ImageFiles) => Promise<void>;
}

const fileCases: readonly FileCase[] = [
  {
    what: 'a metadata tarball that was cut',
    damage: ({ metadata }) => truncate(metadata, 60),
    code: 2,
    says: /lxd\.tar\.gz/,
  },
  {
    what: 'a root tarball that was cut',
    damage: ({ root }) => truncate(root, 60),
    code: 2,
    says: /rootfs\.tar\.gz/,
  },
  {
    what: 'an empty file',
    damage: ({ root }) => truncate(root, 0),
    code: 2,
    says: /rootfs\.tar\.gz.*empty/,
  },
  {
    what: 'a squashfs that was cut',
    damage: ({ root }) => writeFile(root, squashfsSuperblock(1_000_000)),
    code: 2,
    says: /rootfs\.tar\.gz/,
  },
  {
    what: 'a file that is no image',
    damage: ({ root }) => writeFile(root, 'hello, I am no image\n'.repeat(100)),
    code: 2,
    says: /rootfs\.tar\.gz/,
  },
  {
    what: 'a file that vanished',
    damage: ({ root }) => rm(root),
    code: 2,
    says: /rootfs\.tar\.gz.*no such file/,
  },
  {
    what: 'a FIFO',
    damage: async ({ root }) => {
      await rm(root);
      execFileSync('mkfifo', [root]);
    },
    code: 2,
    says: /rootfs\.tar\.gz.*regular file/,
  },
  {
    what: 'a symbolic link to a device',
    damage: async ({ root }) => {
      await rm(root);
      await symlink('/dev/zero', root);
    },
    code: 2,
    says: /rootfs\.tar\.gz.*regular file/,
  },
];

/** The 96 bytes a squashfs begins with, of version 4.0; the rest is missing. */
function squashfsSuperblock(bytesUsed: number): Buffer {
  const block = Buffer.alloc(96);
  block.write('hsqs');
  block.writeUInt16LE(4, 28);
  block.writeBigUInt64LE(BigInt(bytesUsed), 40);
  return block;
}

describe('an image file that cannot be published is refused, and nothing is written', () => {
  for (const { what, damage, ...refusal } of fileCases) {
    test(what, async () => {
      const { scene, next } = await rootAndNext(cli, key);
      await damage(next);
      await expectRefusal(scene, () => scene.publish({ image: next, key }), refusal);
    });
  }
});

interface KeyCase extends Refusal {
  readonly what: string;
  readonly key: KeyOptions;
}

const keyCases: readonly KeyCase[] = [
  {
    what: 'a key that wants another passphrase',
    key: { passphrase: 'another one' },
    code: 2,
    says: /signing-key-passphrase does not open/,
  },
  { what: 'an expired key', key: { expired: true, passphrase }, code: 2, says: /expired on/ },
  {
    what: 'a curve25519 key of the newer format',
    key: { type: 'curve25519', passphrase },
    code: 2,
    says: /algorithm 27/,
  },
];

describe('a key that cannot sign is refused before anything is written', () => {
  for (const { what, key: options, ...refusal } of keyCases) {
    test(what, async () => {
      const { scene, next } = await rootAndNext(cli, key);
      const unusable = await privateKey(options);
      await expectRefusal(scene, () => scene.publish({ image: next, key: unusable }), refusal);
    });
  }

  test('a key that is no key', async () => {
    const { scene, next } = await rootAndNext(cli, key);
    const text = 'canary, this is no key at all 8d1e';
    await expectRefusal(scene, () => scene.publish({ image: next, key: text }), {
      code: 2,
      says: /signing-key is no armored OpenPGP private key/,
    });
  });

  test('a key that was cut', async () => {
    const { scene, next } = await rootAndNext(cli, key);
    const cut = key.slice(0, key.length / 2);
    await expectRefusal(scene, () => scene.publish({ image: next, key: cut }), {
      code: 2,
      says: /signing-key/,
    });
  });
});

describe('a wrong input is refused, and nothing is written', () => {
  test('a serial older than the newest', async () => {
    const { scene, next } = await rootAndNext(cli, key);
    const args = ['--serial', '20261119_1504'];
    await expectRefusal(scene, () => scene.publish({ image: next, key, args }), {
      code: 2,
      says: /20261119_1504.*20261120_1504/,
    });
  });

  test('an unknown consumer, and every other wrong input in the same message', async ({
    expect,
  }) => {
    const { scene, next } = await rootAndNext(cli, key);
    const args = ['--for', 'lxc', '--serial', 'yesterday', '--public-url', 'http://example.com'];
    await expectRefusal(scene, () => scene.publish({ image: next, key, args }), {
      code: 2,
      says: /lxc/,
    });
    const { stderr } = await scene.publish({ image: next, key, args });
    expect(stderr).toMatch(/yesterday/);
    expect(stderr).toMatch(/http:\/\/example\.com/);
  });

  test('a file that is missing, when there is no root yet: none is made', async ({ expect }) => {
    const scene = await makeScene(cli);
    const image = await writeImage(join(scene.folder, 'first'));
    await rm(image.root);
    const { code } = await scene.publish({ image, key });
    const made = await scene.tree().catch(() => 'nothing');
    expect({ code, made }).toEqual({ code: 2, made: 'nothing' });
  });
});
