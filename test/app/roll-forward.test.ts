import { expect, test } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { rollForward } from '../../src/app/roll-forward.ts';
import type { RollForwardRequest } from '../../src/app/roll-forward-edit.ts';
import { everyRelease } from '../../src/core/consumers/consumer.ts';
import type { Product } from '../../src/core/document.ts';
import { joinPath } from '../../src/core/path.ts';
import { hmacSigning } from '../fakes/hmac-signing.ts';
import { memoryScratch } from '../fakes/memory-scratch.ts';
import { noTags } from '../fakes/no-tags.ts';
import { readAsClient } from '../fakes/reader.ts';
import { portsOn, publishBuild, type SceneOptions, start } from '../fakes/scene.ts';
import { candidate, publishMaas } from './promotion-scene.ts';

const now = () => start;

function roll(
  store: MemoryStore,
  serial: string,
  changes: Partial<RollForwardRequest> = {},
  options: SceneOptions = {},
) {
  const request: RollForwardRequest = {
    selection: { filters: [], product: undefined, serial: serial as never },
    newSerial: undefined,
    consumers: undefined,
    allow: [],
    acceptRollback: false,
    dryRun: false,
    ...changes,
  };
  return rollForward(request, portsOn(store, { run: 'roll', ...options }), memoryScratch());
}

async function productOf(store: MemoryStore, contentId: string, name: string): Promise<Product> {
  const stored = await store.read(joinPath('streams/v1', `${contentId}.json`), 2 ** 20);
  return JSON.parse(new TextDecoder().decode(stored?.bytes)).products[name];
}

async function twoVersions(options: SceneOptions = {}) {
  const store = memoryStore({ now });
  await publishMaas(store, '18', options);
  await publishMaas(store, '19', options);
  return store;
}

test('an older version is the newest again, of the same bytes at new paths', async () => {
  const signing = hmacSigning('publisher');
  const store = await twoVersions({ signing });
  const report = await roll(store, '20261118_0000', {}, { signing });
  expect(report).toMatchObject({
    changed: true,
    generation: 3,
    versions: [{ product: candidate, serial: '20261120_1510', from: { serial: '20261118_0000' } }],
  });
  const { versions } = await readAsClient(store, 'sjson', signing);
  expect(versions[candidate]).toEqual(['20261118_0000', '20261119_0000', '20261120_1510']);
  const product = await productOf(store, 'com.example.maas:candidate:bases:download', candidate);
  const old = product.versions?.['20261118_0000']?.items ?? {};
  for (const [name, item] of Object.entries(product.versions?.['20261120_1510']?.items ?? {})) {
    expect(item.sha256).toBe(old[name]?.sha256);
    expect(item.path).not.toBe(old[name]?.path);
    expect(item.path).toContain('/20261120_1510/');
  }
});

test('once more changes nothing, and neither does the newest version', async () => {
  const store = await twoVersions();
  await roll(store, '20261118_0000');
  const before = new Map(store.objects);
  expect(await roll(store, '20261118_0000')).toMatchObject({
    changed: false,
    versions: [{ isNew: false, serial: '20261120_1510' }],
  });
  expect(await roll(store, '20261120_1510')).toMatchObject({ changed: false });
  expect(store.objects).toEqual(before);
});

test('a given serial is taken when it is the newest', async () => {
  const store = await twoVersions();
  const newSerial = '20261119_0001' as never;
  const older = '20261118_0001' as never;
  await expect(roll(store, '20261118_0000', { newSerial: older })).rejects.toMatchObject({
    code: 'SERIAL_NOT_NEWEST',
  });
  expect(await roll(store, '20261118_0000', { newSerial })).toMatchObject({
    versions: [{ serial: newSerial }],
  });
});

test('a version that is not there is named', async () => {
  const store = await twoVersions();
  await expect(roll(store, '20261101_0000')).rejects.toMatchObject({
    code: 'NOT_LISTED',
    message: expect.stringContaining('20261101_0000'),
  });
});

test('for LXD and Incus it is refused, with what to do instead, and nothing is written', async () => {
  const store = memoryStore({ now });
  await publishBuild(store, '1');
  await publishBuild(store, '2');
  const before = new Map(store.objects);
  for (const consumers of [undefined, [everyRelease('incus')]]) {
    await expect(roll(store, '20261120_1201', { consumers })).rejects.toMatchObject({
      code: 'FINDINGS',
      message: expect.stringMatching(/LXD-006[\s\S]*unlist/),
    });
  }
  expect(store.objects).toEqual(before);
});

test('a finding that only has LXD-006 in a name gets no advice for LXD', async () => {
  const store = await twoVersions();
  const newSerial = '20261121_LXD-006_of_more_than_32_characters' as never;
  const refused = roll(store, '20261118_0000', { newSerial, consumers: [everyRelease('maas')] });
  await expect(refused).rejects.toMatchObject({
    code: 'FINDINGS',
    findings: [expect.objectContaining({ code: 'MAAS-028' })],
    message: expect.not.stringContaining('unlist'),
  });
});

test('for Glance the name of the image ends with the new serial', async () => {
  const store = memoryStore({ now });
  const files = (build: string) =>
    new Map([
      ['disk.qcow2', { facts: { kind: 'qcow2' as const }, bytes: new TextEncoder().encode(build) }],
    ]);
  for (const build of ['1', '2']) {
    await publishBuild(
      store,
      build,
      { files: files(build) },
      {
        consumers: [everyRelease('glance')],
        files: ['disk.qcow2'],
        streamName: 'com.example.glance',
        serial: `2026111${build}` as never,
        tags: {
          ...noTags,
          os: 'Alpine',
          release: '3.20',
          osVersion: '3.20',
          arch: 'amd64',
        },
      },
    );
  }
  await roll(store, '20261111', { consumers: [everyRelease('glance')] });
  const product = await productOf(
    store,
    'com.example.glance:release:download',
    'com.example.glance.release:server:3.20:amd64',
  );
  expect(product.versions?.['20261120_1510']?.pubname).toBe('alpine-3.20-amd64-20261120_1510');
});

test('a dry run tells the plan and writes nothing', async () => {
  const store = await twoVersions();
  const before = new Map(store.objects);
  const report = await roll(store, '20261118_0000', { dryRun: true });
  expect(report).toMatchObject({ changed: true, dryRun: true });
  expect(report.versions[0]?.items.every(({ stored }) => stored === 'planned')).toBe(true);
  expect(store.objects).toEqual(before);
});
