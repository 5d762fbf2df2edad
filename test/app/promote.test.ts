import { describe, expect, test } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import { promote } from '../../src/app/promote.ts';
import { publish } from '../../src/app/publish.ts';
import { everyRelease } from '../../src/core/consumers/consumer.ts';
import { parseFilter } from '../../src/core/filter.ts';
import { joinPath } from '../../src/core/path.ts';
import type { Store } from '../../src/ports/store.ts';
import { hmacSigning } from '../fakes/hmac-signing.ts';
import { noTags } from '../fakes/no-tags.ts';
import { readAsClient } from '../fakes/reader.ts';
import { portsOn, publishBuild, request, start } from '../fakes/scene.ts';
import {
  candidate,
  choice,
  elsewhere,
  originOn,
  promoteStable,
  promotion,
  publishMaas,
  stable,
  writeForeign,
} from './promotion-scene.ts';

const now = () => start;
const key = hmacSigning('publisher');

function stores() {
  return { from: memoryStore({ now, url: 'memory:candidate' }), into: memoryStore({ now }) };
}

async function document(store: MemoryStore, contentId: string) {
  const stored = await store.read(joinPath('streams/v1', `${contentId}.json`), 2 ** 20);
  return JSON.parse(new TextDecoder().decode(stored?.bytes));
}

/** What was there before is there still, to the byte. */
async function unchanged(store: MemoryStore, run: () => Promise<unknown>, code: string) {
  const before = new Map(store.objects);
  await expect(run()).rejects.toMatchObject({ code });
  expect(store.objects).toEqual(before);
}

describe('a version that is promoted', () => {
  test('is listed under the new names, with the new label, and its files are stored by their digests', async () => {
    const { from, into } = stores();
    await publishMaas(from, '20', { signing: key });
    const report = await promoteStable(from, into, { signing: key });
    expect(report).toMatchObject({
      changed: true,
      generation: 1,
      signed: true,
      versions: [
        {
          product: stable,
          serial: '20261120_0000',
          isNew: true,
          from: { product: candidate, serial: '20261120_0000' },
        },
      ],
    });
    expect(report.versions[0]?.items.map(({ name, stored }) => [name, stored])).toEqual([
      ['manifest', 'uploaded'],
      ['root-tgz', 'uploaded'],
    ]);
    for (const form of ['json', 'sjson'] as const) {
      expect(await readAsClient(into, form, key)).toEqual({
        generation: 1,
        versions: { [stable]: ['20261120_0000'] },
      });
    }
    const [contentId] = [...into.objects.keys()].flatMap(
      (path) => /^streams\/v1\/(com\.example\.maas:[a-z:]+)\.json$/.exec(path)?.[1] ?? [],
    );
    expect(contentId).toBe('com.example.maas:stable:bases:download');
    const { products } = await document(into, contentId ?? '');
    expect(products[stable]).toMatchObject({ label: 'stable', os: 'rhel', release: 'rocky9' });
  });

  test('a second time changes nothing and stores nothing', async () => {
    const { from, into } = stores();
    await publishMaas(from, '20');
    await promoteStable(from, into);
    const before = new Map(into.objects);
    const report = await promoteStable(from, into);
    expect(report).toMatchObject({ changed: false, versions: [{ isNew: false }] });
    expect(into.objects).toEqual(before);
  });

  test('is the newest that satisfies the filters, or the one with the serial', async () => {
    const { from, into } = stores();
    for (const day of ['20', '21', '22']) await publishMaas(from, day);
    const filter = parseFilter('version_name!=20261122_0000');
    if (typeof filter === 'string') throw new Error(filter);
    const promoted = async (selection: object) => {
      const dry = { choice: choice({ selection: { ...choice().selection, ...selection } }) };
      const report = await promoteStable(from, into, {}, { ...dry, dryRun: true });
      return report.versions.map(({ serial }) => serial);
    };
    expect(await promoted({})).toEqual(['20261122_0000']);
    expect(await promoted({ filters: [filter] })).toEqual(['20261121_0000']);
    expect(await promoted({ serial: '20261120_0000' })).toEqual(['20261120_0000']);
    expect(into.objects.size).toBe(0);
  });

  test('has the tags of its product in the source, and leaves the other versions alone', async () => {
    const { from, into } = stores();
    await publishMaas(from, '20');
    await promoteStable(from, into);
    await publishMaas(from, '21');
    await promoteStable(from, into, {}, { choice: choice({ label: 'release' }) });
    const { products } = await document(into, 'com.example.maas:stable:bases:download');
    expect(products[stable].label).toBe('release');
    expect(Object.keys(products[stable].versions)).toEqual(['20261120_0000', '20261121_0000']);
  });

  test('with others, by one commit', async () => {
    const { from, into } = stores();
    await publishMaas(from, '20');
    await publishMaas(from, '20', {}, { release: 'rocky10' });
    const report = await promoteStable(from, into);
    expect(report.generation).toBe(1);
    expect(report.versions).toHaveLength(2);
  });

  test('is copied by the store where it can, and no byte passes through here', async () => {
    const { from, into } = stores();
    await publishMaas(from, '20');
    const origin = originOn(from);
    const report = await promote(promotion(), origin, portsOn(into));
    expect(report.versions[0]?.items.map(({ stored }) => stored)).toEqual(['copied', 'copied']);
    expect(origin.scratch.held()).toBe(0);
    await readAsClient(into, 'json');
  });

  test('for LXD and Incus keeps its fingerprints', async () => {
    const { from, into } = stores();
    await publishBuild(from, '1');
    const consumers = [everyRelease('lxd'), everyRelease('incus')];
    const all = choice({ consumers, rename: [], label: undefined });
    await promoteStable(from, into, {}, { choice: all });
    const [before, after] = [await document(from, 'images'), await document(into, 'images')];
    expect(after.products).toEqual(before.products);
  });

  test('without a word for whom is judged for those who read the target, or else the source', async () => {
    const { from, into } = stores();
    await publishMaas(from, '20');
    const all = { choice: choice({ consumers: undefined }) };
    await promoteStable(from, into, {}, all);
    await publishMaas(from, '21');
    await promoteStable(from, into, {}, all);
    const lxd = memoryStore({ now });
    await publishBuild(lxd, '1');
    await unchanged(into, () => promoteStable(lxd, into, {}, all), 'FINDINGS');
  });

  test('keeps the shape that MAAS deploys: kernel, initrd, squashfs and manifest under a name with :v3:', async () => {
    const { from, into } = stores();
    const names = ['kernel', 'initrd', 'squashfs'] as const;
    const files = new Map(
      names.map((kind) => [kind, { facts: { kind }, bytes: new TextEncoder().encode(kind) }]),
    );
    const tags = { ...noTags, os: 'ubuntu', release: 'noble', osVersion: '24.04', arch: 'amd64' };
    const changes = { consumers: [everyRelease('maas')], files: names };
    const named = { streamName: 'com.ubuntu.maas', tags: { ...tags, label: 'candidate' } };
    await publish(request({ ...changes, ...named }), portsOn(from, { files }));
    const { versions } = await promoteStable(from, into);
    expect(versions[0]).toMatchObject({
      from: { product: 'com.ubuntu.maas.candidate:v3:boot:24.04:amd64:ga-24.04' },
      product: 'com.ubuntu.maas.stable:v3:boot:24.04:amd64:ga-24.04',
      contentId: 'com.ubuntu.maas:stable:v3:download',
    });
    expect(versions[0]?.items.map(({ path }) => path.split('/').at(-1))).toEqual([
      'boot-initrd',
      'boot-kernel',
      'manifest',
      'squashfs',
    ]);
    await readAsClient(into, 'json');
  });

  test('of a root of another tool gets our layout; a file without size and digest is refused', async () => {
    const { from, into } = stores();
    await writeForeign(from, {
      size: 5,
      sha256: sha256(new TextEncoder().encode('disk1')),
    });
    const all = { choice: choice({ consumers: [everyRelease('sstream')] }) };
    const report = await promoteStable(from, into, {}, all);
    expect(report.versions[0]?.items[0]?.path).toMatch(
      /^ubuntu\/noble\/amd64\/20240101\/[0-9a-f]{32}\/disk1\.img$/,
    );
    await readAsClient(into, 'json');
    const bare = memoryStore({ now });
    await writeForeign(bare, {});
    await unchanged(into, () => promoteStable(bare, into, {}, all), 'INPUT_INVALID');
  });
});

describe('nothing is promoted', () => {
  test('when other bytes have the serial in the target', async () => {
    const { from, into } = stores();
    await publishMaas(from, '20');
    await publishMaas(into, '21', {}, { label: 'stable', serial: '20261120_0000' });
    await unchanged(into, () => promoteStable(from, into), 'VERSION_EXISTS');
  });

  test('that is older than what the target lists', async () => {
    const { from, into } = stores();
    await publishMaas(from, '20');
    await publishMaas(into, '21', {}, { label: 'stable' });
    await unchanged(into, () => promoteStable(from, into), 'SERIAL_NOT_NEWEST');
  });

  test('when one of several cannot be', async () => {
    const { from, into } = stores();
    await publishMaas(from, '20');
    await publishMaas(from, '20', {}, { release: 'rocky10' });
    await publishMaas(into, '21', {}, { label: 'stable', release: 'rocky10' });
    await unchanged(into, () => promoteStable(from, into), 'SERIAL_NOT_NEWEST');
  });

  test('when nothing is selected, or the source is empty', async () => {
    const { from, into } = stores();
    await unchanged(into, () => promoteStable(from, into), 'INPUT_INVALID');
    await publishMaas(from, '20');
    const none = choice({ selection: { ...choice().selection, product: 'none' as never } });
    await unchanged(into, () => promoteStable(from, into, {}, { choice: none }), 'NOT_LISTED');
  });

  test('from an unsigned root into a signed one, unless that is said', async () => {
    const { from, into } = stores();
    await publishMaas(from, '20');
    await publishMaas(into, '19', { signing: key }, { label: 'stable' });
    const run = () => promoteStable(from, into, { signing: key });
    await unchanged(into, run, 'SOURCE_UNSIGNED');
    const report = await promoteStable(from, into, { signing: key }, { fromUnsigned: true });
    expect(report.changed).toBe(true);
  });

  test('that a trusted key has not signed', async () => {
    const { from, into } = stores();
    await publishMaas(from, '20', { signing: hmacSigning('stranger') });
    await unchanged(into, () => promoteStable(from, into, { signing: key }), 'SIGNATURE_INVALID');
    await unchanged(into, () => promoteStable(from, into), 'SIGNING_KEY_REQUIRED');
  });

  test('whose document or file was changed', async () => {
    for (const pattern of [/^streams\/v1\/com.*[0-9a-f]{32}\.json$/, /root-tgz$/]) {
      const { from, into } = stores();
      await publishMaas(from, '20');
      const path = [...from.objects.keys()].find((each) => pattern.test(each));
      const found = path && from.objects.get(path);
      if (!found) throw new Error(`nothing at ${pattern}`);
      const bytes = Uint8Array.from(found.bytes);
      bytes.set([bytes[0] === 123 ? 123 : 0], 0);
      bytes.set([0x20], bytes.length - 1);
      from.objects.set(path, { ...found, bytes });
      await expect(promoteStable(from, into)).rejects.toMatchObject({ code: 'DIGEST_MISMATCH' });
      expect([...into.objects.keys()].filter((each) => each.startsWith('streams/'))).toEqual([]);
    }
  });

  test('into its own root under its own name; under another one it is', async () => {
    const { from } = stores();
    await publishMaas(from, '20');
    const same = { sameRoot: true };
    const run = () => promoteStable(from, from, {}, { ...same, choice: choice({ rename: [] }) });
    await unchanged(from, run, 'INPUT_INVALID');
    await promoteStable(from, from, {}, { ...same, choice: choice({ allow: ['MAAS-030'] }) });
    expect((await readAsClient(from, 'json')).versions).toEqual({
      [candidate]: ['20261120_0000'],
      [stable]: ['20261120_0000'],
    });
  });

  test('when two products would become one', async () => {
    const { from, into } = stores();
    await publishMaas(from, '20');
    await publishMaas(from, '20', {}, { label: 'stable' });
    await unchanged(into, () => promoteStable(from, into), 'INPUT_INVALID');
  });
});

test('what was held on its way is let go, also when it fails', async () => {
  const { from, into } = stores();
  await publishMaas(from, '20');
  const origin = originOn(elsewhere(from));
  const failing: Store = { ...into, create: () => Promise.reject(new Error('broken')) };
  await expect(promote(promotion(), origin, portsOn(failing))).rejects.toThrow('broken');
  expect(origin.scratch.held()).toBe(1);
  expect(origin.scratch.isEmpty()).toBe(true);
});
