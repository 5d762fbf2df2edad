import { expect, test } from 'vitest';
import { memoryStore } from '../../src/adapters/memory-store.ts';
import { checkFiles } from '../../src/app/check-files.ts';
import { everyRelease } from '../../src/core/consumers/consumer.ts';
import type { OpenImage, Ports } from '../../src/ports.ts';
import type { MemoryFile } from '../fakes/memory-images.ts';
import { noTags } from '../fakes/no-tags.ts';
import { portsOn, request, type SceneOptions } from '../fakes/scene.ts';

/** Counts how often files are hashed, on a store that nothing may reach. */
function scene(options: SceneOptions = {}) {
  const store = memoryStore();
  const ports = portsOn(store, options);
  const done: string[] = [];
  const images: Ports['images'] = {
    ...ports.images,
    hash: (files: readonly OpenImage[], ...rest) => {
      done.push(`hash ${files.length}`);
      return ports.images.hash(files, ...rest);
    },
    close: async () => {
      done.push('close');
    },
  };
  return { ports: { ...ports, images }, store, done };
}

const tarball: ReadonlyMap<string, MemoryFile> = new Map([
  ['root.tar.gz', { facts: { kind: 'rootfs', compression: 'gzip' }, bytes: Uint8Array.of(1) }],
]);

function forMaas(os: string) {
  const tags = { ...noTags, os, release: '9-custom', osVersion: '9', arch: 'amd64' };
  return request({
    consumers: [everyRelease('maas')],
    files: ['root.tar.gz'],
    streamName: 'com.example.maas',
    tags,
  });
}

test('files that make an image in order have no findings, are hashed once, closed, and go nowhere', async () => {
  const { ports, store, done } = scene();
  const report = await checkFiles(request(), ports);
  expect(report).toMatchObject({
    root: undefined,
    findings: [],
    paths: { images: 'streams/v1/images.json' },
  });
  expect(done).toEqual(['hash 2', 'close']);
  expect(new Set(Object.values(store.calls))).toEqual(new Set([0]));
});

test('what publishing them would be refused for is told, with everything else', async () => {
  const { ports } = scene({ files: tarball });
  const { findings, counts } = await checkFiles(forMaas('my-ubuntu'), ports);
  expect(counts.error).toBeGreaterThan(0);
  expect(findings[0]).toMatchObject({ code: 'MAAS-001', severity: 'error', allowed: false });
});

test('an image for MAAS that could never be deployed is a warning', async () => {
  const { ports } = scene({ files: tarball });
  const { findings } = await checkFiles(forMaas('rocky'), ports);
  expect(findings).toContainEqual(
    expect.objectContaining({ severity: 'warning', consequence: 'not-deployable' }),
  );
});

test('files that make no image are an error, and are closed', async () => {
  const { ports, done } = scene();
  await expect(checkFiles(request({ files: ['lxd.tar.xz'] }), ports)).rejects.toMatchObject({
    code: 'IMAGE_INVALID',
  });
  expect(done).toEqual(['close']);
});
