import { systemClock } from '../adapters/clock.ts';
import { directoryStore } from '../adapters/directory-store.ts';
import { imageFiles } from '../adapters/images/image-files.ts';
import { systemRandom } from '../adapters/random.ts';
import { sha256Once } from '../adapters/sha256.ts';
import type { Store } from '../ports/store.ts';
import type { Images, Ports, Reporter, Signing } from '../ports.ts';
import type { RootSettings } from './request.ts';

export interface Run {
  readonly reporter: Reporter;
  /** Ends the run; its reason is a SignalError. */
  readonly signal: AbortSignal;
}

/**
 * The ports of a run, as the inputs ask for them.
 * @param images those of the run, where it has several roots
 * @throws InputError KEY_INVALID
 */
export async function wire(
  settings: RootSettings,
  run: Run,
  images = openImages([settings], run),
): Promise<Ports> {
  const clock = systemClock(run);
  return {
    store: await openStore(settings, run),
    signing: await openSigning(settings, clock.now()),
    images,
    clock,
    random: systemRandom(),
    reporter: run.reporter,
    sha256: sha256Once,
  };
}

/** Image files, for all of these roots. */
export function openImages(
  settings: readonly Pick<RootSettings, 'root'>[],
  { signal }: Pick<Run, 'signal'>,
): Images {
  return imageFiles({ signal, inParts: settings.some(({ root }) => root.kind !== 'folder') });
}

/** The SDK of S3 is loaded only for a root that lies there. */
export async function openStore(
  { root, singleWriter }: Pick<RootSettings, 'root' | 'singleWriter'>,
  { signal }: Pick<Run, 'signal'>,
): Promise<Store> {
  if (root.kind === 'folder') return directoryStore({ folder: root.folder, singleWriter, signal });
  const { s3Store } = await import('../adapters/s3/store.ts');
  return s3Store({ ...root, singleWriter, signal });
}

/** OpenPGP takes longer to load than everything else together. */
export async function openSigning(
  { signingKey, trustedKeys }: Pick<RootSettings, 'signingKey' | 'trustedKeys'>,
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
