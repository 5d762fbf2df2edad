import { beforeEach, expect, test } from 'vitest';
import { joinPath } from '../../src/core/path.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Signing } from '../../src/ports.ts';
import { gatedStore } from '../fakes/gated-store.ts';
import { hmacSigning } from '../fakes/hmac-signing.ts';
import { staleFollowers } from '../fakes/root-content.ts';
import {
  clockedRoot,
  hour,
  newKey,
  next,
  old,
  oldKey,
  publishProduct,
  readers,
  rotate,
} from '../fakes/rotating.ts';

const trustingOld = hmacSigning('old', 'new');

let root: ReturnType<typeof clockedRoot>;
beforeEach(async () => {
  root = clockedRoot();
  await publish('1', old);
  await rotate(root.store, old, { newKey }, { now: root.now });
});

function publish(build: string, signing: Signing, store: Store = root.store) {
  return publishProduct(store, build, signing, { now: root.now });
}

function drop(store: Store, changes: { readonly dryRun?: boolean } = {}) {
  return rotate(store, next, { dropKey: oldKey.fingerprint, ...changes }, { now: root.now });
}

/** A store that does not answer the PUT of the head before `go` does. */
function standing(go: () => Promise<void>): Store {
  return gatedStore(root.store, async ({ method, path }, effect) => {
    const answer = await effect();
    if (method === 'replace' && path === 'streams/v1/index.sjson') await go();
    return answer;
  });
}

/** Killed when it has replaced the head. */
async function interrupted(run: (store: Store) => Promise<unknown>): Promise<void> {
  const never = new Promise<void>(() => undefined);
  const done = new Promise<void>((resolve) => {
    const store = standing(() => {
      resolve();
      return never;
    });
    void run(store).finally(resolve);
  });
  await done;
}

/** Who signed the pair of `index.json`. */
function plainSignedBy({ verifier }: Signing): Promise<string | undefined> {
  const bytesAt = (name: string) => root.store.objects.get(joinPath('streams/v1', name))?.bytes;
  const [plain, signature] = [bytesAt('index.json'), bytesAt('index.json.gpg')];
  return verifier.detached(plain ?? new Uint8Array(), signature ?? new Uint8Array());
}

test('a key that signed index.json alone is dropped when another one has signed that anew', async () => {
  await interrupted((store) => rotate(store, next, {}, { now: root.now }));
  // Nothing new: it brings up what the other one has left behind.
  expect(await publish('1', trustingOld)).toMatchObject({ changed: false });
  expect(await plainSignedBy(trustingOld)).toBe(oldKey.fingerprint);
  root.pass(24 * hour);
  await drop(root.store, { dryRun: true });
  expect(await plainSignedBy(trustingOld)).toBe(oldKey.fingerprint);
  await interrupted((store) => drop(store));
  expect(await plainSignedBy(readers.new)).toBe(newKey.fingerprint);
});

test('whoever stood still since its key was dropped leaves the followers to who has another one', async () => {
  const late = standing(async () => {
    await publish('3', next);
    root.pass(24 * hour);
    await interrupted((store) => drop(store));
  });
  expect(await publish('2', trustingOld, late)).toMatchObject({
    changed: true,
    followers: 'behind',
    warnings: [expect.stringContaining('was dropped from the ring')],
  });
  expect(await plainSignedBy(readers.new)).toBe(newKey.fingerprint);
  expect(await publish('3', readers.new)).toMatchObject({ changed: false });
  expect(await staleFollowers(root.store, readers.new)).toEqual([]);
});
