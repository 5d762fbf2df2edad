import { describe, expect, test } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { publish } from '../../src/app/publish.ts';
import {
  SignalError,
  type SimplestreamsError,
  StoreError,
  TrustError,
} from '../../src/core/error.ts';
import { parsePin, type RetentionPolicy } from '../../src/core/retention.ts';
import { gatedStore } from '../fakes/gated-store.ts';
import { containerImage } from '../fakes/memory-images.ts';
import { readAsClient } from '../fakes/reader.ts';
import { type Changes, newSigning, portsOn, publishBuild, request, start } from '../fakes/scene.ts';

const signing = await newSigning();
const product = 'alpine:3.20:amd64:default';
const serials = (...minutes: readonly number[]) => minutes.map((minute) => `20261120_120${minute}`);

function policy(changes: Partial<RetentionPolicy>): RetentionPolicy {
  return { keep: undefined, keepFor: undefined, pins: [], ...changes };
}

/** Publishes builds one after the other, each a minute after the one before. */
async function publishAll(builds: readonly number[], changes: Changes = {}): Promise<MemoryStore> {
  const store = memoryStore({ now: () => start });
  for (const build of builds) await publishBuild(store, String(build), { signing }, changes);
  return store;
}

async function versionsIn(store: MemoryStore): Promise<readonly string[] | undefined> {
  return (await readAsClient(store, 'sjson', signing)).versions[product];
}

test('each publish with keep unlists what is beyond it, by the same commit, and tells it', async () => {
  const store = await publishAll([1, 2, 3], { retention: policy({ keep: 3 }) });
  expect(await versionsIn(store)).toEqual(serials(1, 2, 3));
  const report = await publishBuild(store, '4', { signing }, { retention: policy({ keep: 3 }) });
  const bytes = 'metadata 1'.length + 'root 1'.length;
  expect(report).toMatchObject({ changed: true, generation: 4, serial: '20261120_1204' });
  expect(report.unlisted).toEqual([
    {
      contentId: 'images',
      product,
      serial: '20261120_1201',
      files: 2,
      bytes,
      why: 'not among the newest 3',
    },
  ]);
  expect(await versionsIn(store)).toEqual(serials(2, 3, 4));
});

test('a version that is unlisted keeps its files', async () => {
  const store = await publishAll([1, 2, 3]);
  const before = [...store.objects.keys()];
  await publishBuild(store, '4', { signing }, { retention: policy({ keep: 2 }) });
  expect([...store.objects.keys()]).toEqual(expect.arrayContaining(before));
});

test('files that are listed already still make a commit where something is beyond the bound, and then none', async () => {
  const store = await publishAll([1, 2, 3, 4]);
  const keep = { retention: policy({ keep: 2 }) };
  const report = await publishBuild(store, '4', { signing }, keep);
  expect(report).toMatchObject({ changed: true, generation: 5, published: [{ changed: false }] });
  expect(report.unlisted.map(({ serial }) => serial)).toEqual(serials(2, 1));
  const written = new Map(store.objects);
  const again = await publishBuild(store, '4', { signing }, keep);
  expect(again).toMatchObject({ changed: false, generation: 5, unlisted: [] });
  expect(new Map(store.objects)).toEqual(written);
});

test('a dry run tells what would be unlisted, and writes nothing', async () => {
  const store = await publishAll([1, 2, 3]);
  const written = new Map(store.objects);
  const changes = { retention: policy({ keep: 3 }), dryRun: true };
  const report = await publishBuild(store, '4', { signing }, changes);
  expect(report.unlisted.map(({ serial }) => serial)).toEqual(serials(1));
  expect(new Map(store.objects)).toEqual(written);
});

test('what this run publishes stays, also where it is an old version', async () => {
  const store = await publishAll([1, 2, 3, 4]);
  const keep = { retention: policy({ keep: 2 }) };
  const report = await publishBuild(store, '1', { signing }, keep);
  expect(report).toMatchObject({ serial: '20261120_1201', published: [{ changed: false }] });
  expect(await versionsIn(store)).toEqual(serials(1, 3, 4));
});

test('only products that this run publishes are looked at', async () => {
  const store = await publishAll([1, 2, 3]);
  const files = containerImage('x', { release: 'edge' });
  const report = await publishBuild(
    store,
    '9',
    { signing, files },
    { retention: policy({ keep: 1 }) },
  );
  expect(report.unlisted).toEqual([]);
  expect(await versionsIn(store)).toEqual(serials(1, 2, 3));
});

test('a pinned version stays, and a pin that matches nothing is told', async () => {
  const store = await publishAll([1, 2, 3]);
  const pins = ['20261120_1201', `${product}@20261120_0000`].map(
    (text) => parsePin(text) ?? expect.fail(text),
  );
  const report = await publishBuild(
    store,
    '4',
    { signing },
    { retention: policy({ keep: 2, pins }) },
  );
  expect(await versionsIn(store)).toEqual(serials(1, 3, 4));
  expect(report.warnings).toEqual([
    `pin ${product}@20261120_0000 matches no version that is listed`,
  ]);
});

test('keep-for counts from the moment of the run', async () => {
  const store = await publishAll([1, 2, 3]);
  const minute = 60_000;
  const report = await publishBuild(
    store,
    '4',
    { signing, now: () => new Date('2026-11-20T13:02:00Z') },
    { retention: policy({ keepFor: 60 * minute }) },
  );
  expect(report.unlisted.map(({ serial, why }) => [serial, why])).toEqual([
    ['20261120_1201', 'older than 1h'],
  ]);
});

describe('more than half of the bytes of the root', () => {
  const strict = { retention: policy({ keep: 1 }) };

  test('is refused without yes, and nothing is written', async () => {
    const store = await publishAll([1, 2, 3, 4]);
    const written = new Map(store.objects);
    const run = publishBuild(store, '5', { signing }, strict);
    await expect(run).rejects.toMatchObject({ exitCode: 2, code: 'YES_REQUIRED' });
    expect(new Map(store.objects)).toEqual(written);
  });

  test('goes with yes', async () => {
    const store = await publishAll([1, 2, 3, 4]);
    await publishBuild(store, '5', { signing }, { ...strict, yes: true });
    expect(await versionsIn(store)).toEqual(serials(5));
  });

  test('is not what one version leaves that makes room for a new one, however large', async () => {
    const store = memoryStore({ now: () => start });
    const large = new Map(containerImage('1', { created: '2026-11-20T12:01:00Z' }));
    large.set('rootfs.squashfs', { facts: { kind: 'squashfs' }, bytes: new Uint8Array(10_000) });
    await publishBuild(store, '1', { signing, files: large }, strict);
    await publishBuild(store, '2', { signing }, strict);
    expect(await versionsIn(store)).toEqual(serials(2));
  });
});

test('of images of one product, the one that keeps more is followed', async () => {
  const store = await publishAll([1, 2, 3, 4]);
  const [image] = request().images;
  if (image === undefined) throw new Error('a request has an image');
  const publishBoth = (...policies: readonly (RetentionPolicy | undefined)[]) => {
    const images = policies.map((retention) => ({ ...image, retention }));
    const files = containerImage('4', { created: '2026-11-20T12:04:00Z' });
    return publish({ ...request(), images }, portsOn(store, { signing, files }));
  };
  expect((await publishBoth(policy({ keep: 1 }), undefined)).unlisted).toEqual([]);
  const { unlisted } = await publishBoth(policy({ keep: 1 }), policy({ keep: 3 }));
  expect(unlisted).toMatchObject([
    { serial: '20261120_1201', why: 'not among the newest 1; not among the newest 3' },
  ]);
});

test('two publishers with keep, one of them quicker: the newest stay', async () => {
  const store = await publishAll([1, 2, 3]);
  const keep = { retention: policy({ keep: 3 }) };
  const later = new Map(containerImage('5', { release: '3.20', created: '2026-11-20T12:05:00Z' }));
  let quicker: Promise<unknown> | undefined;
  const overtaken = {
    ...store,
    replace: async (...[path, ...rest]: Parameters<typeof store.replace>) => {
      quicker ??= publishBuild(store, '4', { signing, run: 'quicker' }, keep);
      await quicker;
      return store.replace(path, ...rest);
    },
  };
  const report = await publishBuild(overtaken, '5', { signing, files: later, run: 'slower' }, keep);
  expect(report.unlisted.map(({ serial }) => serial)).toEqual(['20261120_1202']);
  expect(await versionsIn(store)).toEqual(serials(3, 4, 5));
});

describe('what was published is told, though the root cannot be cared for then', () => {
  test.each<[string, SimplestreamsError]>([
    ['since it cannot be believed any more', new TrustError('ROLLED_BACK', 'somebody was here')],
    ['since the run is ended', new SignalError('SIGTERM', 15)],
    ['since the store refuses', new StoreError('STORE_DENIED', 'allow s3:ListBucket')],
  ])('%s', async (_, error) => {
    const store = await publishAll([1, 2]);
    const failing = gatedStore(store, ({ method }, effect) =>
      ['list', 'unfinished'].includes(method) ? Promise.reject(error) : effect(),
    );
    const keep = { retention: policy({ keep: 2 }) };
    const report = await publishBuild(failing, '3', { signing }, keep);
    expect(report).toMatchObject({
      changed: true,
      serial: '20261120_1203',
      warnings: [expect.stringContaining(error.message)],
    });
    expect(report.pruned).toBeUndefined();
  });
});
