import { beforeEach, describe, expect, test } from 'vitest';
import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import { commit } from '../../src/app/commit.ts';
import { visit } from '../../src/app/visit.ts';
import type { Products } from '../../src/core/document.ts';
import { joinPath } from '../../src/core/path.ts';
import type { Store } from '../../src/ports/store.ts';
import { bytesSource } from '../fakes/bytes-source.ts';
import { gatedStore } from '../fakes/gated-store.ts';
import { containerImage } from '../fakes/memory-images.ts';
import { staleFollowers } from '../fakes/root-content.ts';
import { portsOn, publishBuild, start } from '../fakes/scene.ts';
import { headOf, signing } from './publishers.ts';
import { leftOver } from './served.ts';

const hour = 60 * 60 * 1000;
const grace = 24 * hour;
const headers = { contentType: 'text/plain', cacheControl: 'no-cache' };
const notesPath = joinPath('streams/v1/prune.json');

let now: number;
let store: MemoryStore;

beforeEach(() => {
  now = start.getTime();
  store = memoryStore({ now: () => new Date(now), pause: async () => undefined });
});

function ports(on: Store = store, run = 'visit') {
  return portsOn(on, { signing, run, now: () => new Date(now) });
}

function visitNow(on: Store = store, dryRun = false) {
  return visit(ports(on), { grace, dryRun });
}

function pass(hours: number): void {
  now += hours * hour;
}

function publishNow(build: string, kind: 'signed' | 'unsigned' = 'signed') {
  const created = new Date(start.getTime() + Number(build) * hour).toISOString();
  const key = kind === 'signed' ? signing : undefined;
  const options = { signing: key, now: () => new Date(now) };
  return publishBuild(store, build, { ...options, files: containerImage(build, { created }) });
}

/** Lists nothing but what `keep` says. */
function unlist(keep: (serial: string) => boolean, on: Store = store) {
  const options = { adopt: false, acceptRollback: false, dryRun: false, onPlan: () => undefined };
  return commit(ports(on, 'unlist'), options, (documents) => {
    const [[contentId, document] = []] = documents;
    if (document === undefined || contentId === undefined) throw new Error('nothing is listed');
    const products = Object.entries(document.products).map(([name, product]) => {
      const versions = Object.entries(product.versions ?? {}).filter(([serial]) => keep(serial));
      return [name, { ...product, versions: Object.fromEntries(versions) }] as const;
    });
    const after: Products = { ...document, products: Object.fromEntries(products) };
    return { outcome: undefined, changed: new Map([[contentId, after]]), files: [] };
  });
}

/** Two versions, of which the older is taken off and noted. */
async function noted(): Promise<readonly string[]> {
  await publishNow('1');
  await publishNow('2');
  const files = imageFiles();
  await unlist((serial) => serial > '20261120_1610');
  pass(49);
  await visitNow();
  return files.filter((path) => path.includes('20261120_1610'));
}

function imageFiles(): readonly string[] {
  return [...store.objects.keys()].filter((path) => path.startsWith('alpine/')).sort();
}

async function foreign(path: string, text = path, digest?: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  await store.create(joinPath(path), bytesSource(bytes), headers);
  const found = store.objects.get(joinPath(path));
  if (found !== undefined && digest !== undefined) {
    store.objects.set(joinPath(path), { ...found, sha256: digest as never });
  }
}

describe('what nothing names any more', () => {
  test('is noted by one visit, and removed by one after the grace time', async () => {
    const gone = await noted();
    expect(gone).toHaveLength(2);
    pass(24);
    expect((await visitNow()).reaped).toEqual([]);
    pass(0.1);
    const { reaped } = await visitNow();
    expect(reaped.map(({ path }) => path)).toEqual(expect.arrayContaining([...gone]));
    expect(imageFiles()).toHaveLength(2);
    pass(80);
    await visitNow();
    pass(25);
    await visitNow();
    expect(await leftOver(store, signing)).toEqual([]);
  });

  test('is only told of by a dry run', async () => {
    await noted();
    pass(25);
    const before = new Map(store.objects);
    const { plan, reaped } = await visitNow(store, true);
    expect(plan.due.length).toBeGreaterThan(2);
    expect(reaped).toEqual([]);
    expect(store.objects).toEqual(before);
  });

  test('is noted anew when the notes are lost', async () => {
    await noted();
    pass(25);
    store.objects.delete(notesPath);
    expect((await visitNow()).reaped).toEqual([]);
    pass(25);
    expect((await visitNow()).reaped.length).toBeGreaterThan(0);
  });

  test('stays when it is listed again', async () => {
    await noted();
    pass(25);
    await publishNow('1').catch(() => undefined);
    await visitNow();
    const { plan } = await visitNow();
    expect(plan.due).toEqual([]);
    await expect(publishNow('2')).resolves.toMatchObject({ changed: false });
  });

  test('costs no write once all of it is noted', async () => {
    await noted();
    const before = store.calls.replace;
    pass(1);
    await visitNow();
    expect(store.calls.replace).toBe(before);
  });
});

describe('of two visits at once', () => {
  test('one removes; the other leaves it alone, and says so', async () => {
    await noted();
    pass(25);
    let second: Awaited<ReturnType<typeof visitNow>> | undefined;
    const slow = gatedStore(store, async ({ method }, effect) => {
      if (method === 'remove') second ??= await visitNow();
      return effect();
    });
    const first = await visitNow(slow);
    expect(first.reaped.length).toBeGreaterThan(0);
    expect(second?.reaped).toEqual([]);
    expect(second?.held).toMatch(/another prune is at work/);
  });

  test('the one that did not write its notes removes nothing', async () => {
    await noted();
    pass(25);
    let others = 0;
    const late = gatedStore(store, async ({ method, path }, effect) => {
      if (method === 'replace' && path === notesPath && others++ === 0) await visitNow();
      return effect();
    });
    const { reaped, held } = await visitNow(late);
    expect(reaped).toEqual([]);
    expect(held).toMatch(/another prune is at work/);
  });

  test('one that was killed holds up the others for half an hour', async () => {
    await noted();
    pass(25);
    const killed = gatedStore(store, async ({ method }, effect) => {
      if (method === 'remove') throw new Error('killed');
      return effect();
    });
    await expect(visitNow(killed)).rejects.toThrow('killed');
    pass(0.5);
    expect(await visitNow()).toMatchObject({ reaped: [], held: expect.stringMatching(/another/) });
    pass(0.1);
    expect((await visitNow()).reaped.length).toBeGreaterThan(0);
  });
});

describe('before it removes, a visit looks once more, and leaves', () => {
  test('what somebody has stored there since', async () => {
    const [path = ''] = await noted();
    pass(25);
    const racing = gatedStore(store, async (call, effect) => {
      if (call.method === 'stat' && call.path === path) {
        const found = store.objects.get(joinPath(path));
        if (found) store.objects.set(joinPath(path), { ...found, modified: new Date(now) });
      }
      return effect();
    });
    const { reaped } = await visitNow(racing);
    expect(reaped.map((each) => each.path)).not.toContain(path);
    expect(store.objects.has(joinPath(path))).toBe(true);
  });

  test('what it has no time left for: a list is good for 15 minutes', async () => {
    for (const build of ['1', '2', '3', '4', '5', '6']) await publishNow(build);
    await unlist((serial) => serial > '20261120_2010');
    pass(49);
    await visitNow();
    pass(25);
    let late = false;
    const slow = gatedStore(store, async ({ method }, effect) => {
      const answer = await effect();
      if (method === 'remove' && !late) {
        pass(0.26);
        late = true;
      }
      return answer;
    });
    const { reaped, plan, held } = await visitNow(slow);
    expect(plan.due.length).toBeGreaterThan(20);
    expect(reaped.length).toBeGreaterThan(0);
    expect(reaped.length).toBeLessThanOrEqual(8);
    expect(held).toMatch(/longer than 15 minutes; the next visit goes on/);
    const next = await visitNow();
    expect(next.reaped.length + reaped.length).toBe(plan.due.length);
  });

  test('what it has no answer about, for the next one', async () => {
    await noted();
    pass(25);
    const silent = gatedStore(store, async ({ method }, effect) =>
      method === 'remove' ? ('unknown' as Awaited<ReturnType<typeof effect>>) : effect(),
    );
    const { reaped, held } = await visitNow(silent);
    expect(reaped).toEqual([]);
    expect(held).toMatch(/no answer/);
    expect((await visitNow()).reaped.length).toBeGreaterThan(0);
  });
});

describe('what this program did not store', () => {
  const digest = '0'.repeat(32);

  test('is never touched, and told of', async () => {
    await publishNow('1');
    await foreign('holiday.jpg');
    await foreign('streams/v1/notes.txt');
    await foreign(`alpine/3.20/amd64/20260101/${digest}/of-another-digest`);
    await foreign('streams/v1/by-hand.json', '{"path": "holiday.jpg"}');
    pass(49);
    await visitNow();
    pass(25);
    const { foreign: found, plan } = await visitNow();
    expect(plan.foreign.map(({ path }) => path)).toEqual(['holiday.jpg', 'streams/v1/notes.txt']);
    expect(found.map(({ path }) => path).sort()).toEqual([
      `alpine/3.20/amd64/20260101/${digest}/of-another-digest`,
      'streams/v1/by-hand.json',
    ]);
    expect([...store.objects.keys()]).toEqual(
      expect.arrayContaining(['holiday.jpg', 'streams/v1/by-hand.json']),
    );
  });

  test('keeps what it names: a document by hand may still be read', async () => {
    await publishNow('1');
    const [file = ''] = imageFiles();
    await foreign('streams/v1/by-hand.json', JSON.stringify({ a: [{ path: file }] }));
    await publishNow('2');
    await unlist((serial) => serial > '20261120_1610');
    for (let visits = 0; visits < 4; visits++) {
      pass(49);
      await visitNow();
    }
    expect(imageFiles()).toContain(file);
    expect(imageFiles()).toHaveLength(3);
  });

  test('another root below this one is left alone', async () => {
    const text = 'of another root';
    const name = sha256(new TextEncoder().encode(text)).slice(0, 32);
    const nested = `below/a/b/c/20260101/${name}/f`;
    await publishNow('1');
    await foreign(nested, text);
    await foreign('below/streams/v1/index.json', '{}');
    for (let visits = 0; visits < 3; visits++) {
      pass(49);
      await visitNow();
    }
    expect(store.objects.has(joinPath(nested))).toBe(true);
  });
});

describe('the follower of a document that is listed no more', () => {
  const follower = joinPath('streams/v1/images.json');

  async function takeOff(): Promise<void> {
    const options = { adopt: false, acceptRollback: false, dryRun: false, onPlan: () => undefined };
    await commit(ports(), options, () => ({
      outcome: undefined,
      changed: new Map(),
      removed: new Set(['images']),
      files: [],
    }));
  }

  test('goes first, and the files it names after another grace time', async () => {
    await publishNow('1');
    await takeOff();
    pass(49);
    await visitNow();
    pass(25);
    expect((await visitNow()).reaped.map(({ path }) => path)).toContain(follower);
    expect(imageFiles()).toHaveLength(2);
    await visitNow();
    pass(25);
    await visitNow();
    expect(imageFiles()).toEqual([]);
    expect(await leftOver(store, signing)).toEqual([]);
  });

  test('is there when somebody lists the document again while it is removed', async () => {
    await publishNow('1');
    await takeOff();
    pass(49);
    await visitNow();
    pass(25);
    const racing = gatedStore(store, async ({ method, path }, effect) => {
      if (method === 'remove' && path === follower) await publishNow('2');
      return effect();
    });
    expect((await visitNow(racing)).reaped.map(({ path }) => path)).toContain(follower);
    expect(store.objects.has(follower)).toBe(true);
    expect(await staleFollowers(store, signing)).toEqual([]);
  });
});

test('a follower that a killed run has left behind keeps the files it names', async () => {
  await publishNow('1', 'unsigned');
  const before = imageFiles();
  const dying = gatedStore(store, async ({ method, path }, effect) => {
    if (method === 'replace' && path === 'streams/v1/images.json') throw new Error('killed');
    return effect();
  });
  const unsigned = (on: Store) => portsOn(on, { run: 'unsigned', now: () => new Date(now) });
  const options = { adopt: false, acceptRollback: false, dryRun: false, onPlan: () => undefined };
  const emptied = commit(unsigned(dying), options, (documents) => {
    const changed = [...documents].map(([id, each]) => [id, { ...each, products: {} }] as const);
    return { outcome: undefined, changed: new Map(changed), files: [] };
  });
  await expect(emptied).rejects.toThrow('killed');
  for (let visits = 0; visits < 4; visits++) {
    pass(49);
    await visit(unsigned(store), { grace, dryRun: false });
  }
  expect(imageFiles()).toEqual(before);
});

test('a staging record that nobody committed goes with its files', async () => {
  await publishNow('1');
  await foreign('streams/v1/staged/4711/amd64.sjson');
  pass(49);
  await visitNow();
  pass(25);
  expect((await visitNow()).reaped.map(({ path }) => path)).toContain(
    'streams/v1/staged/4711/amd64.sjson',
  );
});

describe('nothing is removed', () => {
  test('from a place without an index', async () => {
    await foreign(`a/b/c/20260101/${'0'.repeat(32)}/f`);
    pass(100);
    expect(await visitNow()).toMatchObject({ held: 'there is no index', reaped: [] });
    expect(store.objects.size).toBe(1);
  });

  test('from a root whose document was tampered with', async () => {
    await noted();
    pass(25);
    for (const [path, object] of store.objects) {
      if (!/images\.[0-9a-f]{32}\.sjson$/.test(path)) continue;
      store.objects.set(path, { ...object, bytes: object.bytes.slice(0, -1) });
    }
    const before = store.objects.size;
    await expect(visitNow()).rejects.toMatchObject({ code: 'DIGEST_MISMATCH' });
    expect(store.objects.size).toBe(before);
  });

  test('from a root whose head was put back', async () => {
    await publishNow('1');
    const old = store.objects.get(joinPath(headOf(signing)));
    await publishNow('2');
    if (old) store.objects.set(joinPath(headOf(signing)), old);
    pass(100);
    await expect(visitNow()).rejects.toMatchObject({ code: 'ROLLED_BACK' });
  });

  test('from a signed root by somebody who cannot verify it', async () => {
    await noted();
    pass(25);
    const blind = portsOn(store, { now: () => new Date(now) });
    await expect(visit(blind, { grace, dryRun: false })).rejects.toMatchObject({
      code: 'SIGNING_KEY_REQUIRED',
    });
  });

  test('that a follower still names, by somebody who cannot bring it up', async () => {
    await publishNow('1');
    await publishNow('2');
    const stop = gatedStore(store, async ({ method, path }, effect) => {
      if (method === 'replace' && path === 'streams/v1/images.json') throw new Error('killed');
      return effect();
    });
    const killed = unlist((serial) => serial > '20261120_1610', stop);
    await expect(killed).rejects.toThrow('killed');
    const verifying = {
      ...portsOn(store, { now: () => new Date(now) }),
      verifier: signing.verifier,
    };
    for (let visits = 0; visits < 3; visits++) {
      pass(49);
      const { held, reaped } = await visit(verifying, { grace, dryRun: false });
      expect(held).toMatch(/index.json does not follow the head/);
      expect(reaped).toEqual([]);
    }
    expect(imageFiles()).toHaveLength(4);
  });

  test('while the index lists what is no products document', async () => {
    await publishNow('1', 'unsigned');
    const path = joinPath('streams/v1/index.json');
    const found = store.objects.get(path);
    const index = JSON.parse(new TextDecoder().decode(found?.bytes));
    index.index.more = { format: 'index:1.0', path: 'more/index.json' };
    const bytes = new TextEncoder().encode(JSON.stringify(index));
    if (found) store.objects.set(path, { ...found, bytes });
    pass(100);
    const unsigned = portsOn(store, { now: () => new Date(now) });
    const { held } = await visit(unsigned, { grace, dryRun: false });
    expect(held).toMatch(/the index lists more, which is no products document/);
  });
});

test('who can only verify can prune too', async () => {
  await noted();
  pass(25);
  const verifying = { ...portsOn(store, { now: () => new Date(now) }), verifier: signing.verifier };
  expect((await visit(verifying, { grace, dryRun: false })).reaped.length).toBeGreaterThan(0);
});

test('a run that was ended before its followers is healed first', async () => {
  await publishNow('1');
  const stop = gatedStore(store, async ({ method, path }, effect) => {
    if (method === 'replace' && path === 'streams/v1/images.json') throw new Error('killed');
    return effect();
  });
  await publishNow('2');
  await expect(unlist((serial) => serial > '20261120_1610', stop)).rejects.toThrow('killed');
  pass(49);
  expect((await visitNow()).held).toBeUndefined();
  pass(25);
  await visitNow();
  expect(imageFiles()).toHaveLength(2);
});
