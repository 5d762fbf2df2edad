import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { commit } from '../../src/app/commit.ts';
import type { PublishReport } from '../../src/app/publication.ts';
import { type Visited, visit } from '../../src/app/visit.ts';
import type { Products } from '../../src/core/document.ts';
import { joinPath } from '../../src/core/path.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Ports } from '../../src/ports.ts';
import { bytesSource } from '../fakes/bytes-source.ts';
import { gatedStore } from '../fakes/gated-store.ts';
import { containerImage } from '../fakes/memory-images.ts';
import { portsOn, publishBuild, start } from '../fakes/scene.ts';
import { signing } from './publishers.ts';

export const hour = 60 * 60 * 1000;
export const grace = 24 * hour;
export const notesPath = joinPath('streams/v1/prune.json');

/** Options of a commit that nobody watches. */
export const unattended = {
  adopt: false,
  acceptRollback: false,
  dryRun: false,
  onPlan: () => undefined,
};

/** A root in memory, whose clock is moved by hand. */
export interface VisitScene {
  readonly store: MemoryStore;
  readonly clock: () => Date;
  pass(hours: number): void;
  ports(on?: Store, run?: string): Ports;
  visitNow(on?: Store, dryRun?: boolean): Promise<Visited>;
  publishNow(build: string, kind?: 'signed' | 'unsigned', on?: Store): Promise<PublishReport>;
  /** Lists nothing but what `keep` says. */
  unlist(keep: (serial: string) => boolean, on?: Store): Promise<unknown>;
  /** Publishes two versions, and has the older taken off and noted; its files. */
  noted(): Promise<readonly string[]>;
  imageFiles(): readonly string[];
  /** Stores what is not of this program's making. */
  foreign(path: string, text?: string): Promise<void>;
}

export function openRoot(): VisitScene {
  let now = start.getTime();
  const clock = () => new Date(now);
  const store = memoryStore({ now: clock, pause: async () => undefined });
  const ports = (on: Store = store, run = 'visit') => portsOn(on, { signing, run, now: clock });
  const scene: VisitScene = {
    store,
    clock,
    pass: (hours) => {
      now += hours * hour;
    },
    ports,
    visitNow: (on = store, dryRun = false) => visit(ports(on), { grace, dryRun }),
    publishNow: (build, kind = 'signed', on = store) => {
      const created = new Date(start.getTime() + Number(build) * hour).toISOString();
      const options = { signing: kind === 'signed' ? signing : undefined, now: clock };
      return publishBuild(on, build, { ...options, files: containerImage(build, { created }) });
    },
    unlist: (keep, on = store) =>
      commit(ports(on, 'unlist'), unattended, (documents) => {
        const changed = [...documents].map(
          ([contentId, document]) => [contentId, listing(document, keep)] as const,
        );
        return { outcome: undefined, changed: new Map(changed), files: [] };
      }),
    noted: async () => {
      await scene.publishNow('1');
      await scene.publishNow('2');
      const files = scene.imageFiles();
      await scene.unlist((serial) => serial > '20261120_1610');
      scene.pass(49);
      await scene.visitNow();
      return files.filter((path) => path.includes('20261120_1610'));
    },
    imageFiles: () => [...store.objects.keys()].filter((path) => path.startsWith('alpine/')).sort(),
    foreign: async (path, text = path) => {
      const source = bytesSource(new TextEncoder().encode(text));
      const headers = { contentType: 'text/plain', cacheControl: 'no-cache' };
      await store.create(joinPath(path), source, headers);
    },
  };
  return scene;
}

/** A store that does not answer requests to remove, which take effect when `late` says so. */
export function silent(store: Store, late: (() => Promise<unknown>)[] = []): Store {
  return gatedStore(store, async ({ method }, effect) => {
    if (method !== 'remove') return effect();
    late.push(effect);
    return 'unknown' as Awaited<ReturnType<typeof effect>>;
  });
}

function listing(document: Products, keep: (serial: string) => boolean): Products {
  const products = Object.entries(document.products).map(([name, product]) => {
    const versions = Object.entries(product.versions ?? {}).filter(([serial]) => keep(serial));
    return [name, { ...product, versions: Object.fromEntries(versions) }] as const;
  });
  return { ...document, products: Object.fromEntries(products) };
}
