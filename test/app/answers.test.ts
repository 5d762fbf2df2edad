import { describe, expect, test } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { commit } from '../../src/app/commit.ts';
import type { Products } from '../../src/core/document.ts';
import { joinPath } from '../../src/core/path.ts';
import type { Replaced, Store } from '../../src/ports/store.ts';
import { containerImage } from '../fakes/memory-images.ts';
import { readAsClient } from '../fakes/reader.ts';
import { newSigning, portsOn, publishBuild, start } from '../fakes/scene.ts';

const signing = await newSigning();
const head = joinPath('streams/v1/index.sjson');
const alpine = 'alpine:3.20:amd64:default';

type Put = () => Promise<Replaced>;

/** A store whose answer to the first PUT of the head is another one. */
function answering(store: MemoryStore, answer: (put: Put) => Promise<Replaced>): Store {
  let answered = false;
  return {
    ...store,
    replace: (path, bytes, revision, headers) => {
      const put = () => store.replace(path, bytes, revision, headers);
      if (path !== head || answered) return put();
      answered = true;
      return answer(put);
    },
  };
}

const unknown: Replaced = { outcome: 'unknown', cause: new Error('connection reset') };

describe('the answer to the PUT of the head', () => {
  async function publishWith(answer: (put: Put, store: MemoryStore) => Promise<Replaced>) {
    const store = memoryStore({ now: () => start });
    await publishBuild(store, '1', { signing });
    const report = await publishBuild(
      answering(store, (put) => answer(put, store)),
      '2',
      { signing },
    );
    const seen = await readAsClient(store, 'sjson', signing);
    expect(await readAsClient(store, 'json')).toEqual(seen);
    return { report, seen };
  }

  test.each([
    ['is lost after it was stored', unknown],
    ['says conflict although it was stored', { outcome: 'conflict' } as const],
  ])('%s: the commit is found', async (_, answer) => {
    const { report, seen } = await publishWith(async (put) => {
      await put();
      return answer;
    });
    expect(report).toMatchObject({ changed: true, generation: 2 });
    expect(seen).toEqual({
      generation: 2,
      versions: { [alpine]: ['20261120_1201', '20261120_1202'] },
    });
  });

  test('is lost before it was stored: it is sent again', async () => {
    const { report, seen } = await publishWith(async () => unknown);
    expect(report.changed).toBe(true);
    expect(seen.versions[alpine]).toEqual(['20261120_1201', '20261120_1202']);
  });

  test('is lost, and another commit lands before we look: it is still ours', async () => {
    const files = containerImage('9', { release: '9' });
    const { report, seen } = await publishWith(async (put, store) => {
      await put();
      await publishBuild(store, '9', { signing, files });
      return unknown;
    });
    expect(report).toMatchObject({ changed: true, generation: 2 });
    expect(seen.generation).toBe(3);
  });

  test('is lost, and the chain of heads cannot be read: the outcome is unknown', async () => {
    const files = containerImage('9', { release: '9' });
    const run = publishWith(async (put, store) => {
      await put();
      const copies = new Set(store.objects.keys());
      await publishBuild(store, '9', { signing, files });
      for (const path of copies)
        if (/index\.[0-9a-f]{32}\.sjson$/.test(path)) store.objects.delete(path);
      return unknown;
    });
    await expect(run).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN', exitCode: 5 });
  });
});

describe('an image that was published by a PUT without an answer, and taken back since', () => {
  test('does not return when the PUT had landed at once', async () => {
    const store = memoryStore({ now: () => start });
    await publishBuild(store, '1', { signing });
    const lost = answering(store, async (put) => {
      await put();
      await takeBack(store);
      return unknown;
    });
    const report = await publishBuild(lost, '2', { signing });
    expect(report).toMatchObject({ changed: true, generation: 2 });
    expect(await readAsClient(store, 'json')).toEqual(takenBack);
  });

  test('does not return when the PUT landed after this run had looked', async () => {
    const store = memoryStore({ now: () => start });
    await publishBuild(store, '1', { signing });
    let late: Put | undefined;
    const lost = answering(store, async (put) => {
      late = put;
      return unknown;
    });
    const sleep = async () => {
      await late?.();
      late = undefined;
      await takeBack(store);
    };
    const report = await publishBuild(lost, '2', { signing, sleep });
    expect(report).toMatchObject({ changed: true, generation: 2 });
    expect(await readAsClient(store, 'json')).toEqual(takenBack);
  });

  const takenBack = { generation: 3, versions: { [alpine]: ['20261120_1201'] } };

  /** Another run takes the second version off the list. */
  async function takeBack(store: MemoryStore): Promise<void> {
    const options = { adopt: false, acceptRollback: false, dryRun: false, onPlan: () => undefined };
    await commit(portsOn(store, { signing, run: 'takes back' }), options, (documents) => {
      const changed = [...documents].map(([contentId, document]): [string, Products] => {
        const { [alpine]: product, ...products } = document.products;
        const { '20261120_1202': _, ...versions } = product?.versions ?? {};
        return [contentId, { ...document, products: { ...products, [alpine]: { versions } } }];
      });
      return { outcome: undefined, changed: new Map(changed), files: [] };
    });
  }
});

describe('image files that lie there already', () => {
  const day = 24 * 60 * 60 * 1000;

  async function published(age: number) {
    let time = start.getTime();
    const now = () => new Date(time);
    const store = memoryStore({ now });
    await publishBuild(store, '1', { signing, now });
    // As a run that was killed before its commit leaves them: stored, and named by nothing.
    for (const path of store.objects.keys())
      if (!path.startsWith('alpine/')) store.objects.delete(path);
    const paths = new Set(store.objects.keys());
    time += age;
    const report = await publishBuild(store, '1', { signing, now });
    return { paths, used: report.published[0]?.items ?? [] };
  }

  test('are used again while they are young', async () => {
    const { paths, used } = await published(day - 1000);
    expect(used.every(({ path, stored }) => paths.has(path as never) && stored === 'present')).toBe(
      true,
    );
  });

  test('are left alone and stored beside, once they may be about to be reaped', async () => {
    const { paths, used } = await published(day);
    expect(used.some(({ path }) => paths.has(path as never))).toBe(false);
    expect(used.every(({ stored }) => stored === 'uploaded')).toBe(true);
  });
});

test('files that grow old between upload and commit are stored again before they are named', async () => {
  let time = start.getTime();
  const now = () => new Date(time);
  const store = memoryStore({ now });
  let slow = true;
  const slept: Store = {
    ...store,
    create: async (path, source, headers, onBytes) => {
      // The machine sleeps for a day after the image is uploaded.
      if (slow && path.startsWith('streams/')) {
        slow = false;
        time += 25 * 60 * 60 * 1000;
      }
      return store.create(path, source, headers, onBytes);
    },
  };
  const sameDay = { signing, now: () => start };
  const report = await publishBuild(slept, '1', sameDay);
  for (const { path } of report.published[0]?.items ?? []) {
    const age = time - (store.objects.get(path as never)?.modified.getTime() ?? 0);
    expect(age).toBeLessThan(1000);
  }
});
