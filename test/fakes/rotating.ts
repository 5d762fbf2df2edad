import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { type RotateKeyRequest, rotateKey } from '../../src/app/rotate-key.ts';
import { joinPath } from '../../src/core/path.ts';
import type { Store } from '../../src/ports/store.ts';
import type { KeyFingerprint, RingKey, Signing } from '../../src/ports.ts';
import { hmacSigning } from './hmac-signing.ts';
import { containerImage } from './memory-images.ts';
import { readWhole } from './reader.ts';
import { momentOf } from './root-content.ts';
import { portsOn, publishBuild, type SceneOptions, start } from './scene.ts';

export const hour = 60 * 60 * 1000;

/** The publisher of each time, and what it trusts. */
export const old = hmacSigning('old');
export const next = hmacSigning('new', 'old');

export const oldKey: RingKey = old.signer;
export const newKey: RingKey = next.signer;

/** Who has which keys, as readers do. */
export const readers: Readonly<Record<'old' | 'new' | 'both', Signing>> = {
  old,
  new: hmacSigning('new'),
  both: next,
};

/** A root whose clock is moved by hand. */
export function clockedRoot(at = start) {
  let time = at;
  const now = () => time;
  const store = memoryStore({ now });
  return {
    store,
    now,
    pass: (milliseconds: number) => {
      time = new Date(time.getTime() + milliseconds);
    },
  };
}

export function rotate(
  store: Store,
  signing: Signing | undefined,
  changes: Partial<RotateKeyRequest> = {},
  options: SceneOptions = {},
) {
  const request: RotateKeyRequest = {
    newKey: undefined,
    dropKey: undefined,
    keyLost: false,
    grace: 24 * hour,
    acceptRollback: false,
    dryRun: false,
    ...changes,
  };
  return rotateKey(request, portsOn(store, { ...options, signing }));
}

/** Another product for every `build`, so that the order does not matter. */
export function publishProduct(
  store: Store,
  build: string,
  signing: Signing,
  options: SceneOptions = {},
) {
  const files = containerImage(build, { release: build });
  return publishBuild(store, build, { ...options, run: `publish ${build}`, signing, files });
}

/** Which of the readers can read the whole root now. */
export async function readable(store: MemoryStore): Promise<readonly string[]> {
  const able: string[] = [];
  for (const [name, signing] of Object.entries(readers)) {
    const whole = await readWhole(momentOf(store), 'sjson', signing).catch(() => undefined);
    if (whole !== undefined) able.push(name);
  }
  return able;
}

/** The keys of the ring that the head names; the customary copies must be the same. */
export async function ringOf(store: MemoryStore): Promise<readonly KeyFingerprint[]> {
  const { index } = await readWhole(momentOf(store), 'json');
  const bytes = store.objects.get(joinPath(index.keyring ?? 'none'))?.bytes ?? new Uint8Array();
  const customary = store.objects.get(joinPath('keyring.gpg'))?.bytes ?? new Uint8Array();
  if (!Buffer.from(bytes).equals(customary)) throw new Error('keyring.gpg is another ring');
  return (await old.ring.keys(bytes)).map(({ fingerprint }) => fingerprint);
}
