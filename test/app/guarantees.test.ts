import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { directoryStore } from '../../src/adapters/directory-store.ts';
import { memoryStore } from '../../src/adapters/memory-store.ts';
import { s3Store } from '../../src/adapters/s3/store.ts';
import { joinPath } from '../../src/core/path.ts';
import type { Store } from '../../src/ports/store.ts';
import { hmacSigning } from '../fakes/hmac-signing.ts';
import { containerImage } from '../fakes/memory-images.ts';
import { readAsClient } from '../fakes/reader.ts';
import { aws, type Behaviour, oldCeph } from '../fakes/s3/behaviour.ts';
import { useCredentials } from '../fakes/s3/environment.ts';
import { type S3Server, startS3Server } from '../fakes/s3/server.ts';
import { publishBuild, start } from '../fakes/scene.ts';

const signing = hmacSigning('publisher');
const head = joinPath('streams/v1/index.sjson');
const alpine = 'alpine:3.20:amd64:default';

interface Bucket {
  readonly server: S3Server;
  open(singleWriter?: boolean): Promise<Store>;
}

async function bucket(behaviour: Behaviour): Promise<Bucket> {
  const server = await startS3Server({ behaviour });
  onTestFinished(() => server.close());
  useCredentials(server.credentials);
  const { endpoint } = server;
  return {
    server,
    open: (singleWriter = false) => {
      const { signal } = new AbortController();
      return s3Store({ bucket: server.bucket, prefix: 'lxd', endpoint, singleWriter, signal });
    },
  };
}

const poor: readonly (readonly [string, Behaviour, RegExp])[] = [
  ['ignores conditions', { ...aws, conditions: 'ignored' }, /in spite of If-None-Match: \*/],
  ['ignores If-Match alone', { ...aws, conditions: 'ignores If-Match' }, /of a wrong If-Match/],
  ['answers 501 to conditions', { ...aws, conditions: 'refused' }, /condition was refused/],
  ['keeps versions', { ...aws, versioning: 'Enabled' }, /keeps versions/],
  ['kept versions once', { ...aws, versioning: 'Suspended' }, /keeps versions/],
  ['keeps versions, as old Ceph', { ...oldCeph, versioning: 'Enabled' }, /keeps versions/],
];

describe.each(poor)('a store that %s', (_, behaviour, why) => {
  test('is refused before any reader could see anything of it', async () => {
    const { server, open } = await bucket(behaviour);
    const run = publishBuild(await open(), '1', { signing });
    await expect(run).rejects.toMatchObject({
      code: 'STORE_NO_COMPARE_AND_SWAP',
      exitCode: 5,
      message: expect.stringMatching(why),
    });
    await expect(run).rejects.toThrow(/single-writer: true/);
    expect([...server.objects.keys()].filter((key) => /index\.s?json$/.test(key))).toEqual([]);
  });

  test('serves a single writer', async () => {
    const { open } = await bucket(behaviour);
    for (const build of ['1', '2']) {
      const report = await publishBuild(await open(true), build, { signing });
      expect(report).toMatchObject({ changed: true, store: 'single-writer', followers: 'current' });
    }
    const seen = await readAsClient(await open(), 'sjson', signing);
    expect(seen.versions[alpine]).toEqual(['20261120_1201', '20261120_1202']);
    expect(await readAsClient(await open(), 'json')).toEqual(seen);
  });
});

describe.each([
  ['as AWS', aws],
  ['as old Ceph', oldCeph],
])('a store that compares and swaps, %s', (_, behaviour) => {
  test('is asked once in a run that commits, and not at all in one that does not', async () => {
    const { server, open } = await bucket(behaviour);
    const report = await publishBuild(await open(), '1', { signing });
    expect(report).toMatchObject({ changed: true, store: 'compare-and-swap' });
    expect(server.count('GetBucketVersioning')).toBe(1);
    server.log.length = 0;
    expect((await publishBuild(await open(), '1', { signing })).store).toBeUndefined();
    expect(server.count('GetBucketVersioning') + server.count('PutObject')).toBe(0);
  });

  test('loses nobody of six who publish at once', async () => {
    const { open } = await bucket(behaviour);
    const releases = ['1', '2', '3', '4', '5', '6'];
    const runs = releases.map(async (release) => {
      const files = containerImage(release, { release });
      return publishBuild(await open(), release, { signing, files });
    });
    const reports = await Promise.all(runs);
    expect(reports.every(({ followers }) => followers === 'current')).toBe(true);
    const seen = await readAsClient(await open(), 'sjson', signing);
    expect(seen.generation).toBe(6);
    expect(Object.keys(seen.versions)).toHaveLength(6);
    expect(await readAsClient(await open(), 'json')).toEqual(seen);
  });

  test('need not say whether it keeps versions', async () => {
    const { server, open } = await bucket(behaviour);
    server.denied.add('s3:GetBucketVersioning');
    const report = await publishBuild(await open(), '1', { signing });
    expect(report.store).toBe('compare-and-swap');
  });
});

test('Amazon S3 is taken at its word: nothing is sent to it', async () => {
  const endpoint = 'https://s3.eu-west-1.amazonaws.com';
  const { signal } = new AbortController();
  const store = await s3Store({ bucket: 'b', prefix: '', endpoint, singleWriter: false, signal });
  const headers = { contentType: '', cacheControl: '' };
  expect(await store.guarantees(head, new Uint8Array(), headers)).toBe('compare-and-swap');
});

describe('a folder', () => {
  async function folder(singleWriter: boolean, link?: () => Promise<void>): Promise<Store> {
    const parent = await mkdtemp(join(tmpdir(), 'simplestreams-'));
    onTestFinished(() => rm(parent, { recursive: true, force: true }));
    return directoryStore({ folder: join(parent, 'root'), singleWriter }, link);
  }
  const noLinks = async () => {
    throw Object.assign(new Error('no links here'), { code: 'EPERM', syscall: 'link' });
  };
  const now = () => new Date();

  test('with hard links keeps publishers apart', async () => {
    const report = await publishBuild(await folder(false), '1', { signing, now });
    expect(report.store).toBe('compare-and-swap');
  });

  test('without them is for a stated single writer alone', async () => {
    await expect(
      publishBuild(await folder(false, noLinks), '1', { signing, now }),
    ).rejects.toMatchObject({ code: 'STORE_NO_COMPARE_AND_SWAP' });
    const report = await publishBuild(await folder(true, noLinks), '1', { signing, now });
    expect(report).toMatchObject({ store: 'single-writer', followers: 'current' });
  });
});

describe('where a single writer was stated, and is not alone', () => {
  function scene() {
    const store = memoryStore({ now: () => start });
    const weak: Store = {
      ...store,
      guarantees: async () => 'single-writer',
      // Whatever the revision: it replaces what is there.
      replace: async (path, bytes, _, headers) =>
        store.replace(path, bytes, store.objects.get(path)?.revision, headers),
    };
    const other = () =>
      publishBuild(weak, '9', { signing, files: containerImage('9', { release: '9' }) });
    return { store, weak, other };
  }

  test('a commit that came in between is seen before the head is replaced', async () => {
    const { weak, other } = scene();
    await publishBuild(weak, '1', { signing });
    let once = true;
    const slow: Store = {
      ...weak,
      create: async (path, ...rest) => {
        const done = await weak.create(path, ...rest);
        if (once && /index\.[0-9a-f]{32}/.test(path)) {
          once = false;
          await other();
        }
        return done;
      },
    };
    const report = await publishBuild(slow, '2', { signing });
    expect(report).toMatchObject({ changed: true, generation: 3 });
    expect(Object.keys((await readAsClient(weak, 'json')).versions)).toHaveLength(2);
  });

  test('a commit of another one that vanished is told', async () => {
    const { weak, other } = scene();
    await publishBuild(weak, '1', { signing });
    // Between the look and the PUT.
    const slow = replacing(weak, async (put) => {
      await other();
      return put();
    });
    await expect(publishBuild(slow, '2', { signing })).rejects.toMatchObject({
      code: 'COMMIT_VANISHED',
      exitCode: 5,
      message: expect.stringMatching(/single-writer/),
    });
  });

  test('a commit of its own that vanished is told', async () => {
    const { store, weak } = scene();
    await publishBuild(weak, '1', { signing });
    const old = store.objects.get(head);
    const slow = replacing(weak, async (put) => {
      const answer = await put();
      if (old !== undefined) store.objects.set(head, old);
      return answer;
    });
    await expect(publishBuild(slow, '2', { signing })).rejects.toMatchObject({
      code: 'COMMIT_VANISHED',
    });
  });
});

type Put = () => ReturnType<Store['replace']>;

/** Does something else at the first PUT of the head. */
function replacing(store: Store, first: (put: Put) => ReturnType<Store['replace']>): Store {
  let open = true;
  return {
    ...store,
    replace: (path, ...rest) => {
      const put = () => store.replace(path, ...rest);
      if (!open || path !== head) return put();
      open = false;
      return first(put);
    },
  };
}
