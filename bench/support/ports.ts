import { systemClock } from '../../src/adapters/clock.ts';
import { openpgpSigning } from '../../src/adapters/openpgp/signing.ts';
import { systemRandom } from '../../src/adapters/random.ts';
import { sha256Once } from '../../src/adapters/sha256.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Images, Ports } from '../../src/ports.ts';
import { containerImage, memoryImages } from '../../test/fakes/memory-images.ts';

/** The ports of a run in this process: a real store and real signatures, and an image that takes no time. */
export async function portsFor(store: Store, key: string, build: string): Promise<Ports> {
  const signal = new AbortController().signal;
  const clock = systemClock({ signal });
  const signing = await openpgpSigning({
    signingKey: key,
    passphrase: undefined,
    trustedKeys: undefined,
    now: clock.now(),
  });
  const ignore = () => undefined;
  return {
    store,
    images: images(build),
    signing,
    clock,
    random: systemRandom(),
    reporter: { group: ignore, info: ignore, warning: ignore, transfer: () => ignore },
    sha256: sha256Once,
  };
}

/** Its own product for each build, so that publishers contend for the head alone. */
function images(build: string): Images {
  return memoryImages(containerImage(build, { release: `b${build}` }));
}
