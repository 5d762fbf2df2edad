import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../src/adapters/memory-store.ts';
import { publish } from '../../src/app/publish.ts';
import { everyRelease } from '../../src/core/consumers/consumer.ts';
import type { ImageFacts } from '../../src/core/images/facts.ts';
import { joinPath } from '../../src/core/path.ts';
import { containerImage, type MemoryFile } from '../fakes/memory-images.ts';
import { noTags } from '../fakes/no-tags.ts';
import { readAsClient } from '../fakes/reader.ts';
import { type Changes, portsOn, request, start } from '../fakes/scene.ts';

function file(facts: ImageFacts, text: string): MemoryFile {
  return { facts, bytes: new TextEncoder().encode(text) };
}

const tags = {
  ...noTags,
  os: 'rhel',
  release: 'rocky9',
  osVersion: '9-rocky',
  arch: 'amd64',
};
const tarball = new Map([['rocky9.tar.gz', file({ kind: 'rootfs', compression: 'gzip' }, 'root')]]);

const forMaas: Changes = {
  consumers: [everyRelease('maas')],
  files: ['rocky9.tar.gz'],
  streamName: 'com.example.maas',
  tags,
};

async function document(store: ReturnType<typeof memoryStore>, contentId: string) {
  const stored = await store.read(joinPath('streams/v1', `${contentId}.json`), 2 ** 20);
  return JSON.parse(new TextDecoder().decode(stored?.bytes));
}

describe('an image for MAAS', () => {
  test('is published with the manifest that was made for it, and again without a change', async () => {
    const store = memoryStore({ now: () => start });
    const ports = () => portsOn(store, { files: tarball });
    const report = await publish(request(forMaas), ports());
    expect(report).toMatchObject({
      changed: true,
      product: 'com.example.maas.stable:rhel-bases:rocky9:amd64',
      serial: '20261120_1510',
    });
    expect(report.published[0]?.items.map(({ name, stored }) => [name, stored])).toEqual([
      ['root-tgz', 'uploaded'],
      ['manifest', 'uploaded'],
    ]);
    await readAsClient(store, 'json');
    const before = new Map(store.objects);
    expect(await publish(request(forMaas), ports())).toMatchObject({ changed: false });
    expect(store.objects).toEqual(before);
  });

  test('takes its serial from SOURCE_DATE_EPOCH', async () => {
    const store = memoryStore({ now: () => start });
    const sourceDate = new Date('2026-01-02T03:04:05Z');
    const report = await publish(
      request({ ...forMaas, sourceDate }),
      portsOn(store, { files: tarball }),
    );
    expect(report.serial).toBe('20260102_0304');
  });

  test('that a release of MAAS would refuse is refused before anything is stored, unless its rule is allowed', async () => {
    const store = memoryStore({ now: () => start });
    const wrong = { ...forMaas, tags: { ...tags, further: { support_eol: 'never' } } };
    const refusal = publish(request(wrong), portsOn(store, { files: tarball }));
    const { code, message } = await refusal.then(
      () => ({ code: '', message: '' }),
      (error) => error,
    );
    expect({ code, stored: store.objects.size }).toEqual({ code: 'FINDINGS', stored: 0 });
    const allow = [
      ...new Set([...message.matchAll(/^([A-Z]+-\d+) /gm)].map(([, rule = '']) => rule)),
    ];
    expect(allow).not.toEqual([]);
    const report = await publish(request({ ...wrong, allow }), portsOn(store, { files: tarball }));
    expect(report.changed).toBe(true);
    for (const rule of allow) expect(report.warnings.join('\n')).toContain(`allowed: ${rule} `);
  });
});

test('a disk for LXD and Incus serves Glance from the same root', async () => {
  const files = new Map([...containerImage('1'), ['disk.qcow2', file({ kind: 'qcow2' }, 'disk')]]);
  files.delete('rootfs.squashfs');
  const store = memoryStore({ now: () => start });
  const consumers = (['lxd', 'incus', 'glance'] as const).map(everyRelease);
  await publish(request({ consumers, files: [...files.keys()] }), portsOn(store, { files }));
  const { products } = await document(store, 'images');
  const product = products['alpine:3.20:amd64:default'];
  expect(product.version).toBe('3.20');
  const version = product.versions['20261120_1504'];
  expect(version.pubname).toBe('alpine-3.20-amd64-20261120_1504');
  expect(version.items['disk1.img'].md5).toMatch(/^[0-9a-f]{32}$/);
  expect(version.items['lxd.tar.xz']['combined_disk1-img_sha256']).toMatch(/^[0-9a-f]{64}$/);
});

test('sstream alone has no layout', async () => {
  const consumers = [everyRelease('sstream')];
  const run = publish(request({ consumers }), portsOn(memoryStore()));
  await expect(run).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    message: expect.stringMatching(/only sstream/),
  });
});
