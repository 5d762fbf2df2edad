import type { PublishReport } from '../../src/app/publication.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Signing } from '../../src/ports.ts';
import { gatedStore } from '../fakes/gated-store.ts';
import { hmacSigning } from '../fakes/hmac-signing.ts';
import { containerImage, type MemoryFile } from '../fakes/memory-images.ts';
import { type Changes, publishBuild, type SceneOptions } from '../fakes/scene.ts';
import { takeBack } from '../fakes/unlisting.ts';

/** What is looked at of the report of a run. */
export type RunReport = Pick<PublishReport, 'changed' | 'followers'> &
  Partial<Pick<PublishReport, 'product' | 'serial'>>;

/** One of several that publish at once. */
export interface Publisher {
  readonly files: ReadonlyMap<string, MemoryFile>;
  readonly publish: (store: Store, options: SceneOptions) => Promise<RunReport>;
  /** What it takes back, `product serial`. */
  readonly takesBack?: string;
  /** The object whose first PUT lands after its sender has given up. */
  readonly latePut?: string;
}

export interface RaceScenario {
  readonly name: string;
  readonly prepare: (store: Store, options: SceneOptions) => Promise<unknown>;
  readonly publishers: readonly Publisher[];
  /** With what those may fail that do not succeed. */
  readonly refusals: readonly string[];
}

export const signing: Signing = hmacSigning('publisher');
export const nothing = async () => undefined;
export const serial = '20261121_0000' as never;
export const sameMinute = '2026-11-20T15:04:00Z';

export function publisher(
  build: string,
  files: ReadonlyMap<string, MemoryFile>,
  key: Signing | undefined,
  changes: Changes = {},
): Publisher {
  return {
    files,
    publish: (store, options) =>
      publishBuild(store, build, { ...options, files, signing: key }, changes),
  };
}

/** Of a product of its own. */
export function product(release: string, key?: Signing, changes?: Changes): Publisher {
  return publisher(release, containerImage(release, { release }), key, changes);
}

/** Another version of the one product. */
export function version(minute: string, key?: Signing, changes?: Changes): Publisher {
  const created = `2026-11-20T12:0${minute}:00Z`;
  return publisher(minute, containerImage(minute, { created }), key, changes);
}

/** One that takes back a version of the one product. */
export function takingBack(minute: string, key: Signing | undefined): Publisher {
  const [product, serial] = ['alpine:3.20:amd64:default', `20261120_120${minute}`];
  return {
    files: new Map(),
    takesBack: `${product} ${serial}`,
    publish: (store, options) => takeBack(store, { product, serial }, { ...options, signing: key }),
  };
}

/** Versions of the one product, by the minutes of their serials. */
export function versionsBefore(key: Signing | undefined, ...minutes: readonly string[]) {
  return async (store: Store, options: SceneOptions) => {
    for (const minute of minutes) await version(minute, key).publish(store, options);
  };
}

export function publishBefore(key: Signing | undefined) {
  return (store: Store, options: SceneOptions) =>
    publishBuild(store, '0', {
      ...options,
      signing: key,
      files: containerImage('0', { release: '0' }),
    });
}

export function headOf(key: Signing | undefined): string {
  return `streams/v1/index.${key === undefined ? 'json' : 'sjson'}`;
}

/** The run before was killed between its commit and its followers. */
export async function killedAfterCommit(store: Store, options: SceneOptions): Promise<void> {
  await publishBefore(signing)(store, options);
  let killed = false;
  const dying = gatedStore(store, async ({ method, path }, effect) => {
    if (killed) throw new Error('killed');
    const answer = await effect();
    killed = method === 'replace' && path === 'streams/v1/index.sjson';
    return answer;
  });
  await product('8', signing)
    .publish(dying, { ...options, run: 'killed' })
    .catch(() => undefined);
}
