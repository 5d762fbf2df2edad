import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../src/adapters/memory-store.ts';
import { publish } from '../../src/app/publish.ts';
import { containerImage, type MemoryFile } from '../fakes/memory-images.ts';
import { readAsClient } from '../fakes/reader.ts';
import { newSigning, portsOn, request, start } from '../fakes/scene.ts';

const signing = await newSigning();
const releases = ['3.18', '3.19', '3.20', '3.21'];

/** The files of several images, each in a folder of its own. */
function filesOf(names: readonly string[]): ReadonlyMap<string, MemoryFile> {
  const files = names.flatMap((release) =>
    [...containerImage(release, { release })].map(([path, file]): [string, MemoryFile] => [
      `${release}/${path}`,
      file,
    ]),
  );
  return new Map(files);
}

function requestFor(names: readonly string[]) {
  const [image] = request().images;
  if (image === undefined) throw new Error('a request has an image');
  const images = names.map((name) => ({
    ...image,
    name,
    files: image.files.map((file) => `${name}/${file}`),
  }));
  return { ...request(), images };
}

describe('several images', () => {
  test('are one commit', async () => {
    const store = memoryStore({ now: () => start });
    const ports = portsOn(store, { signing, files: filesOf(releases) });
    const report = await publish(requestFor(releases), ports);
    expect(report).toMatchObject({
      changed: true,
      generation: 1,
      product: undefined,
      serial: undefined,
    });
    const products = releases.map((release) => `alpine:${release}:amd64:default`);
    expect(report.published.map(({ product, changed }) => [product, changed])).toEqual(
      products.map((product) => [product, true]),
    );
    const seen = await readAsClient(store, 'sjson', signing);
    expect(Object.keys(seen.versions).sort()).toEqual(products.sort());
  });

  test('of which one is new: the others are left as they are', async () => {
    const store = memoryStore({ now: () => start });
    const files = filesOf(releases);
    await publish(requestFor(releases.slice(1)), portsOn(store, { signing, files, run: 'a' }));
    const report = await publish(
      requestFor(releases),
      portsOn(store, { signing, files, run: 'b' }),
    );
    expect(report).toMatchObject({ changed: true, generation: 2 });
    expect(report.published.map(({ changed }) => changed)).toEqual([true, false, false, false]);
  });

  test('of which some are wrong: nothing is published, and all that is wrong is said, by name', async () => {
    const store = memoryStore({ now: () => start });
    const files = new Map(filesOf(releases));
    files.delete('3.19/lxd.tar.xz');
    files.set('3.21/rootfs.squashfs', { facts: { kind: 'text' }, bytes: Uint8Array.of(65) });
    const run = publish(requestFor(releases), portsOn(store, { signing, files }));
    await expect(run).rejects.toMatchObject({
      exitCode: 2,
      problems: [
        expect.stringMatching(/^image 3\.19: .*no such file/),
        expect.stringMatching(/^image 3\.21: 3\.21\/rootfs\.squashfs is a text file/),
      ],
    });
    expect(store.objects.size).toBe(0);
  });

  test('of one product get serials of their own, in order', async () => {
    const store = memoryStore({ now: () => start });
    const files = new Map(
      [...filesOf(['a']), ...filesOf(['b'])].map(([path, file]) => [path, sameRelease(file)]),
    );
    const report = await publish(requestFor(['a', 'b']), portsOn(store, { signing, files }));
    expect(report.published.map(({ serial }) => serial)).toEqual([
      '20261120_1504',
      '20261120_1504_02',
    ]);
  });
});

function sameRelease(file: MemoryFile): MemoryFile {
  const { facts } = file;
  if (facts.kind !== 'metadata') return file;
  return { ...file, facts: { ...facts, metadata: { ...facts.metadata, release: '3.20' } } };
}
