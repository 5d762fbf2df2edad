import { systemClock } from '../adapters/clock.ts';
import { directoryStore } from '../adapters/directory-store.ts';
import { imageFiles } from '../adapters/images/image-files.ts';
import { systemRandom } from '../adapters/random.ts';
import { sha256 } from '../adapters/sha256.ts';
import type { Ports, Reporter, Signing, Store } from '../ports.ts';
import type { PublishSettings } from './request.ts';

export interface Run {
  readonly reporter: Reporter;
  /** Ends the run; its reason is a SignalError. */
  readonly signal: AbortSignal;
}

/**
 * The ports of a run, as the inputs ask for them.
 * @throws InputError KEY_INVALID
 */
export async function wire(settings: PublishSettings, run: Run): Promise<Ports> {
  const clock = systemClock(run);
  return {
    store: await openStore(settings, run),
    signing: await openSigning(settings, clock.now()),
    images: imageFiles({ signal: run.signal, inParts: settings.root.kind !== 'folder' }),
    clock,
    random: systemRandom(),
    reporter: run.reporter,
    sha256,
  };
}

/** The SDK of S3 is loaded only for a root that lies there. */
export async function openStore(
  { root, singleWriter }: Pick<PublishSettings, 'root' | 'singleWriter'>,
  { signal }: Pick<Run, 'signal'>,
): Promise<Store> {
  if (root.kind === 'folder') return directoryStore({ folder: root.folder, singleWriter, signal });
  const { s3Store } = await import('../adapters/s3/store.ts');
  return s3Store({ ...root, singleWriter, signal });
}

/** OpenPGP takes longer to load than everything else together. */
export async function openSigning(
  { signingKey, trustedKeys }: Pick<PublishSettings, 'signingKey' | 'trustedKeys'>,
  now: Date,
): Promise<Signing | undefined> {
  if (signingKey === undefined) return undefined;
  const { openpgpSigning } = await import('../adapters/openpgp/signing.ts');
  return openpgpSigning({
    signingKey: signingKey.armored,
    passphrase: signingKey.passphrase,
    trustedKeys: trustedKeys.length === 0 ? undefined : trustedKeys.join('\n'),
    now,
  });
}
