import { generateSigningKey } from '../../src/adapters/openpgp/keygen.ts';
import { openpgpSigning } from '../../src/adapters/openpgp/signing.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import type { ImageRequest, PublishRequest } from '../../src/app/publication.ts';
import { publish } from '../../src/app/publish.ts';
import { everyRelease } from '../../src/core/consumers/consumer.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Ports, Signing } from '../../src/ports.ts';
import { containerImage, type MemoryFile, memoryImages } from './memory-images.ts';
import { noTags } from './no-tags.ts';

export const start = new Date('2026-11-20T15:10:00Z');

/** A key pair of its own, and what signs and trusts with it. */
export async function newSigning(
  trustedKeys?: string,
): Promise<Signing & { readonly publicKey: string }> {
  const { privateKey, publicKey } = await generateSigningKey({
    userId: 'Images <images@example.com>',
    passphrase: undefined,
    now: start,
  });
  const signing = await openpgpSigning({
    signingKey: privateKey,
    passphrase: undefined,
    trustedKeys,
    now: start,
  });
  return { ...signing, publicKey };
}

export interface SceneOptions {
  readonly files?: ReadonlyMap<string, MemoryFile>;
  readonly signing?: Signing | undefined;
  /** Tells runs apart: the ids of each begin with it. */
  readonly run?: string;
  readonly now?: () => Date;
  readonly sleep?: () => Promise<void>;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Ports on a store, with everything that is chance counted. */
export function portsOn(
  store: Store,
  {
    files = containerImage('1'),
    signing,
    run = 'a',
    now = () => start,
    sleep = nextTurn,
  }: SceneOptions = {},
): Ports & { readonly said: string[] } {
  let ids = 0;
  const said: string[] = [];
  return {
    store,
    images: memoryImages(files),
    signing,
    clock: { now, sleep },
    random: {
      id: () => sha256(new TextEncoder().encode(`${run} ${ids++}`)).slice(0, 32),
      fraction: () => 0.5,
    },
    reporter: {
      group: (title) => said.push(`# ${title}`),
      info: (message) => said.push(message),
      warning: (message) => said.push(`! ${message}`),
      transfer: () => () => undefined,
    },
    sha256,
    said,
  };
}

/** What a request for one image may have other than usual, of the request and of its image alike. */
export type Changes = Partial<Omit<PublishRequest, 'images'> & ImageRequest>;

/** What to publish: the image of {@link containerImage} for both programs. */
export function request(changes: Changes = {}): PublishRequest {
  const { name, files, contentId, streamName, product, tags, serial, ...rest } = changes;
  const image: ImageRequest = {
    name,
    files: files ?? ['lxd.tar.xz', 'rootfs.squashfs'],
    contentId,
    streamName,
    product,
    tags: tags ?? noTags,
    serial,
  };
  return {
    consumers: [everyRelease('lxd'), everyRelease('incus')],
    images: [image],
    sourceDate: undefined,
    publicUrl: undefined,
    adopt: false,
    acceptRollback: false,
    dryRun: false,
    retention: undefined,
    yes: false,
    grace: 24 * 60 * 60 * 1000,
    allow: [],
    ...rest,
  };
}

/** Publishes the image called `build` in one call. */
export function publishBuild(
  store: Store,
  build: string,
  options: SceneOptions = {},
  changes: Changes = {},
) {
  const created = new Date(Date.UTC(2026, 10, 20, 12, Number(build) || 0)).toISOString();
  const files = options.files ?? containerImage(build, { created });
  return publish(request(changes), portsOn(store, { run: build, ...options, files }));
}
