import { expect, test } from 'vitest';
import { memoryStore } from '../../src/adapters/memory-store.ts';
import { bringUpFollowers } from '../../src/app/followers.ts';
import { joinPath } from '../../src/core/path.ts';
import { gatedStore } from '../fakes/gated-store.ts';
import { hmacSigning } from '../fakes/hmac-signing.ts';
import { portsOn, publishBuild, start } from '../fakes/scene.ts';
import { takeBack } from '../fakes/unlisting.ts';

const signing = hmacSigning('publisher');
const plain = joinPath('streams/v1/index.json');

test('who took a root for unsigned takes no follower back when it has become signed', async () => {
  const store = memoryStore({ now: () => start });
  await publishBuild(store, '1');
  const before = new Set(store.objects.keys());
  await publishBuild(store, '2', { signing }, { adopt: true });
  // As it is while whoever signs it brings up the followers: index.json, the last, still is the old head with the mark.
  const mark = [...store.objects].find(
    ([path]) => !before.has(path) && /\/index\.[0-9a-f]{32}\.json$/.test(path),
  );
  if (mark === undefined) throw new Error('the mark has no copy');
  store.objects.set(plain, mark[1]);
  const marked = new Map(store.objects);
  await bringUpFollowers(portsOn(store), 'json');
  expect(store.objects).toEqual(marked);
});

test.each([
  ['signed', signing],
  ['unsigned', undefined],
])(
  'a follower is put right whose old bytes come back while it is being written, %s',
  async (_, key) => {
    const store = memoryStore({ now: () => start });
    const customary = joinPath('streams/v1/images.json');
    await publishBuild(store, '1', { signing: key });
    const before = store.objects.get(customary)?.bytes;
    let taken = false;
    // Whoever takes the version off within the same second makes the bytes that the publisher has read.
    const meanwhile = gatedStore(store, async ({ method, path }, effect) => {
      if (method === 'replace' && path === customary && !taken) {
        taken = true;
        await takeBack(store, { serial: '20261120_1202' }, { signing: key, run: 'b' });
        expect(store.objects.get(customary)?.bytes).toEqual(before);
      }
      return effect();
    });
    await publishBuild(meanwhile, '2', { signing: key });
    expect(taken).toBe(true);
    expect(store.objects.get(customary)?.bytes).toEqual(before);
  },
);
