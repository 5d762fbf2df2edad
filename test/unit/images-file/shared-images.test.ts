import { expect, test } from 'vitest';
import { sharedImages } from '../../../src/faces/images-file/shared-images.ts';
import type { Images } from '../../../src/ports.ts';
import { containerImage, memoryImages } from '../../fakes/memory-images.ts';

/** Images, with every file that was opened or hashed noted. */
function noted(): { readonly images: Images; readonly log: string[] } {
  const log: string[] = [];
  const images = memoryImages(containerImage('1'));
  return {
    log,
    images: {
      ...images,
      open: (paths) => {
        log.push(...paths.map((path) => `open ${path}`));
        return images.open(paths);
      },
      hash: (files, ...rest) => {
        log.push(...files.map(({ path }) => `hash ${path}`));
        return images.hash(files, ...rest);
      },
    },
  };
}

const paths = ['lxd.tar.xz', 'rootfs.squashfs'];
const plain = { metadata: undefined, md5: false };

test('a file of several roots is opened and hashed once', async () => {
  const { images, log } = noted();
  const shared = sharedImages(images);
  const files = await shared.open(paths);
  const hashed = await shared.hash(files, { metadata: files[0], md5: true });
  const again = await shared.open(['rootfs.squashfs']);
  expect(again).toEqual([files[1]]);
  expect(again[0]).toBe(files[1]);
  expect(await shared.hash(again, plain)).toEqual([hashed[1]]);
  expect(log).toEqual([
    'open lxd.tar.xz',
    'open rootfs.squashfs',
    'hash lxd.tar.xz',
    'hash rootfs.squashfs',
  ]);
});

test('a digest that nobody wanted before is made, of the files that have none', async () => {
  const { images, log } = noted();
  const shared = sharedImages(images);
  const [root] = await shared.open(['rootfs.squashfs']);
  if (root === undefined) throw new Error('not opened');
  expect((await shared.hash([root], plain))[0]?.combined).toBeUndefined();
  const files = await shared.open(paths);
  const wanted = { metadata: files[0], md5: false };
  expect((await shared.hash(files, wanted))[1]?.combined).toMatch(/^[0-9a-f]{64}$/);
  await shared.hash(files, wanted);
  expect(log.filter((line) => line === 'hash rootfs.squashfs')).toHaveLength(2);
  expect(log.filter((line) => line === 'hash lxd.tar.xz')).toHaveLength(1);
  expect((await shared.hash([root], { ...plain, md5: true }))[0]?.md5).toMatch(/^[0-9a-f]{32}$/);
});

test('only what is hashed for the first time may go into a draft on the way', async () => {
  const asked: string[] = [];
  const images: Images = {
    ...noted().images,
    hash: async (files, wanted, onBytes, draftOf) => {
      for (const file of files) {
        if ((await draftOf?.(file)) !== undefined) asked.push(file.path);
      }
      return noted().images.hash(files, wanted, onBytes);
    },
  };
  const draft = { write: async () => undefined, discard: async () => undefined };
  const shared = sharedImages(images);
  const files = await shared.open(paths);
  await shared.hash(files.slice(1), plain, undefined, async () => draft);
  await shared.hash(files, { ...plain, md5: true }, undefined, async () => draft);
  expect(asked).toEqual(['rootfs.squashfs', 'lxd.tar.xz']);
});

test('an image whose files cannot be opened can be asked for again', async () => {
  const shared = sharedImages(noted().images);
  await expect(shared.open(['rootfs.squashfs', 'none'])).rejects.toThrow('none');
  await expect(shared.open(['none'])).rejects.toThrow('none');
  expect(await shared.open(['rootfs.squashfs'])).toHaveLength(1);
});
