import { describe, expect, test } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { commitStaged } from '../../src/app/commit-staged.ts';
import { stageImages } from '../../src/app/stage-images.ts';
import { containerImage, type MemoryFile } from '../fakes/memory-images.ts';
import { readAsClient } from '../fakes/reader.ts';
import { type Changes, newSigning, portsOn, request, start } from '../fakes/scene.ts';

const signing = await newSigning();
const alpine = 'alpine:3.20:amd64:default';
const run = '4711';
const now = () => start;

const container = containerImage('1');
const machine = new Map<string, MemoryFile>([
  ...[...container].filter(([path]) => path === 'lxd.tar.xz'),
  ['disk.qcow2', { facts: { kind: 'qcow2' }, bytes: new TextEncoder().encode('disk') }],
]);

function stage(
  store: MemoryStore,
  name: string,
  files: ReadonlyMap<string, MemoryFile>,
  changes: Changes = {},
  key = signing,
) {
  const asked = request({ files: [...files.keys()], ...changes });
  return stageImages(
    asked,
    { run, stage: name },
    portsOn(store, { files, signing: key, run: name, now }),
  );
}

function commit(store: MemoryStore, expect: readonly string[], key = signing, clock = now) {
  return commitStaged(
    { ...request(), images: [] },
    { run, expect },
    portsOn(store, { signing: key, run: 'commit', now: clock }),
  );
}

describe('what jobs have staged', () => {
  test('is seen by no reader before it is committed, and is one version then, without a byte sent again', async () => {
    const store = memoryStore({ now });
    await stage(store, 'container', container);
    await stage(store, 'machine', machine);
    await expect(readAsClient(store, 'json')).rejects.toThrow('404 streams/v1/index.json');
    const files = [...store.objects.keys()].filter((path) => path.startsWith('alpine/'));
    expect(files).toHaveLength(3);
    const report = await commit(store, ['container', 'machine']);
    expect(report).toMatchObject({
      changed: true,
      generation: 1,
      product: alpine,
      serial: '20261120_1504',
    });
    const items = report.published[0]?.items.map(({ name, stored }) => [name, stored]);
    expect(items).toEqual(
      ['lxd.tar.xz', 'incus.tar.xz', 'squashfs', 'disk-kvm.img'].map((name) => [name, 'present']),
    );
    expect((await readAsClient(store, 'sjson', signing)).versions).toEqual({
      [alpine]: ['20261120_1504'],
    });
    expect([...store.objects.keys()].filter((path) => path.startsWith('alpine/'))).toEqual(files);
  });

  test('is not published while a record is missing, and all that are missing are named', async () => {
    const store = memoryStore({ now });
    await stage(store, 'container', container);
    await expect(commit(store, ['container', 'machine', 'other'])).rejects.toMatchObject({
      exitCode: 2,
      problems: [
        expect.stringMatching(/stage machine of run 4711/),
        expect.stringMatching(/stage other of run 4711/),
      ],
    });
    await expect(readAsClient(store, 'json')).rejects.toThrow('404');
  });

  test('is committed once: again changes nothing', async () => {
    const store = memoryStore({ now });
    await stage(store, 'container', container);
    await commit(store, ['container']);
    expect(await commit(store, ['container'])).toMatchObject({ changed: false, generation: 1 });
  });

  test('by a job that runs again replaces what it staged before', async () => {
    const store = memoryStore({ now });
    await stage(store, 'container', containerImage('0'));
    await stage(store, 'container', container);
    await commit(store, ['container']);
    expect((await readAsClient(store, 'sjson', signing)).versions).toEqual({
      [alpine]: ['20261120_1504'],
    });
  });

  test('is trusted when a key signed it that is trusted, and else is not', async () => {
    const job = await newSigning();
    const store = memoryStore({ now });
    await stage(store, 'container', container, {}, job);
    await expect(commit(store, ['container'])).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' });
    const trusting = await newSigning(job.publicKey);
    expect(await commit(store, ['container'], trusting)).toMatchObject({
      changed: true,
      signed: true,
    });
  });

  test('a day ago is refused', async () => {
    let time = start.getTime();
    const store = memoryStore({ now: () => new Date(time) });
    await stage(store, 'container', container);
    time += 24 * 60 * 60 * 1000;
    await expect(commit(store, ['container'])).rejects.toThrow(/older than 24 hours/);
  });

  test('and is gone is refused by name', async () => {
    const store = memoryStore({ now });
    await stage(store, 'container', container);
    for (const path of store.objects.keys())
      if (path.endsWith('.squashfs')) store.objects.delete(path);
    await expect(commit(store, ['container'])).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(
        /container: rootfs\.squashfs was staged at .* is not there any more/,
      ),
    });
  });

  test('and does not fit together is refused, with both jobs named', async () => {
    const store = memoryStore({ now });
    await stage(store, 'container', container, {
      tags: { ...request().images[0]?.tags, label: 'a' } as never,
    });
    await stage(store, 'machine', machine, {
      tags: { ...request().images[0]?.tags, label: 'b' } as never,
    });
    await expect(commit(store, ['container', 'machine'])).rejects.toThrow(
      /container and machine stage one version, and say label "a" and "b"/,
    );
  });

  test('with two metadata tarballs of one version is refused', async () => {
    const store = memoryStore({ now });
    const other = new Map([
      ...machine,
      ...[...containerImage('2')].filter(([path]) => path === 'lxd.tar.xz'),
    ]);
    await stage(store, 'container', container);
    await stage(store, 'machine', other);
    await expect(commit(store, ['container', 'machine'])).rejects.toThrow(
      /container: lxd\.tar\.xz and machine: lxd\.tar\.xz are both a metadata tarball/,
    );
  });
});
