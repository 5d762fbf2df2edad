import { systemClock } from '../adapters/clock.ts';
import { httpSource } from '../adapters/http-source.ts';
import { imageFiles } from '../adapters/images/image-files.ts';
import { sha256 } from '../adapters/sha256.ts';
import type { Reader } from '../app/read-view.ts';
import type { Ports, ReadableRoot, Reporter, Verifier } from '../ports.ts';
import type { SigningKey } from './keys.ts';
import type { ReadablePlace } from './root.ts';
import { openSigning, openStore, type Run } from './wire.ts';

/** A root that is only read, and what its signatures are verified with. */
export interface ReadFrom {
  readonly root: ReadablePlace;
  /** Verifies, and signs nothing. */
  readonly signingKey: SigningKey | undefined;
  /** Armored public keys. */
  readonly trustedKeys: readonly string[];
}

/**
 * What checking a root works with.
 * @throws InputError KEY_INVALID
 */
export async function wireReader(
  from: ReadFrom,
  run: Run,
): Promise<Reader & { readonly reporter: Reporter }> {
  const now = new Date();
  return {
    root: await openRoot(from.root, run),
    verifier: await openVerifier(from, now),
    openRing: async () => (await import('../adapters/openpgp/ring.ts')).openpgpRing(now),
    now,
    sha256,
    reporter: run.reporter,
  };
}

/** What checking files works with. */
export function wireFiles(run: Run): Pick<Ports, 'images' | 'reporter' | 'clock' | 'sha256'> {
  return {
    images: imageFiles({ signal: run.signal, inParts: false }),
    reporter: run.reporter,
    clock: systemClock(run),
    sha256,
  };
}

/** Of a store only `read` is used: whether others write is no matter. */
async function openRoot(root: ReadablePlace, run: Run): Promise<ReadableRoot> {
  if (root.kind === 'web') return httpSource({ url: root.url, signal: run.signal });
  return openStore({ root, singleWriter: false }, run);
}

/** What believes signatures; `undefined` when no key is given. @throws InputError KEY_INVALID */
export async function openVerifier(
  { signingKey, trustedKeys }: Pick<ReadFrom, 'signingKey' | 'trustedKeys'>,
  now: Date,
): Promise<Verifier | undefined> {
  if (signingKey !== undefined) {
    return (await openSigning({ signingKey, trustedKeys }, now))?.verifier;
  }
  if (trustedKeys.length === 0) return undefined;
  const [{ trustedKeys: parse }, { openpgpVerifier }] = await Promise.all([
    import('../adapters/openpgp/keys.ts'),
    import('../adapters/openpgp/verifier.ts'),
  ]);
  return openpgpVerifier(await parse(trustedKeys.join('\n')), now);
}
