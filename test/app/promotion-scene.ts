import { sha256 } from '../../src/adapters/sha256.ts';
import { planPromotion } from '../../src/app/plan-promotion.ts';
import { type Gatekeeper, type Origin, promote } from '../../src/app/promote.ts';
import type { CarryReport, PromoteRequest, PromotionChoice } from '../../src/app/promotion.ts';
import { publish } from '../../src/app/publish.ts';
import { everyRelease } from '../../src/core/consumers/consumer.ts';
import type { ImageFacts } from '../../src/core/images/facts.ts';
import { joinPath } from '../../src/core/path.ts';
import { objectHeaders } from '../../src/core/root.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Signing } from '../../src/ports.ts';
import { bytesSource } from '../fakes/bytes-source.ts';
import { indexOf } from '../fakes/foreign-roots.ts';
import type { MemoryFile } from '../fakes/memory-images.ts';
import { type MemoryScratch, memoryScratch } from '../fakes/memory-scratch.ts';
import { noTags } from '../fakes/no-tags.ts';
import { type Changes, portsOn, request, type SceneOptions } from '../fakes/scene.ts';

function file(facts: ImageFacts, text: string): MemoryFile {
  return { facts, bytes: new TextEncoder().encode(text) };
}

/** Publishes a root tarball for MAAS whose bytes `build` makes its own. */
export function publishMaas(
  store: Store,
  build: string,
  options: SceneOptions = {},
  { label = 'candidate', release = 'rocky9', serial = `202611${build}_0000` } = {},
) {
  const files = new Map([['root.tar.gz', file({ kind: 'rootfs', compression: 'gzip' }, build)]]);
  const changes: Changes = {
    consumers: [everyRelease('maas')],
    files: ['root.tar.gz'],
    streamName: 'com.example.maas',
    serial: serial as never,
    // Both labels of an image in one root.
    allow: ['MAAS-030'],
    tags: { ...noTags, os: 'rhel', release, osVersion: release, arch: 'amd64', label },
  };
  return publish(request(changes), portsOn(store, { run: `publish ${build}`, ...options, files }));
}

export const candidate = 'com.example.maas.candidate:rhel-bases:rocky9:amd64';
export const stable = 'com.example.maas.stable:rhel-bases:rocky9:amd64';

/** `candidate` to `stable`, of everything. */
export function choice(changes: Partial<PromotionChoice> = {}): PromotionChoice {
  return {
    selection: { filters: [], product: undefined, serial: undefined },
    rename: [{ from: 'candidate', to: 'stable' }],
    label: 'stable',
    consumers: [everyRelease('maas')],
    allow: [],
    ...changes,
  };
}

export function promotion(changes: Partial<PromoteRequest> = {}): PromoteRequest {
  return {
    choice: choice(),
    sameRoot: false,
    fromUnsigned: false,
    adopt: false,
    acceptRollback: false,
    dryRun: false,
    ...changes,
  };
}

/** Where versions are taken from, read with a verifier alone. */
export function originOn(
  store: Store,
  signing?: Signing,
): Origin & { readonly scratch: MemoryScratch } {
  const scratch = memoryScratch();
  return { store, sha256, signing: undefined, verifier: signing?.verifier, scratch };
}

/** The same root in a store of another kind: what is in it has to be sent. */
export function elsewhere(store: Store): Store {
  return { ...store };
}

export function promoteStable(
  from: Store,
  into: Store,
  options: SceneOptions = {},
  changes: Partial<PromoteRequest> = {},
  admit?: Gatekeeper,
): Promise<CarryReport> {
  const ports = portsOn(into, { run: 'promote', ...options });
  return promote(promotion(changes), originOn(elsewhere(from), options.signing), ports, admit);
}

/** A plan of {@link promoteStable}. */
export async function planStable(from: Store, into: Store, key?: Signing, of = choice()) {
  const permissions = { sameRoot: false, fromUnsigned: false };
  const ports = portsOn(into, { signing: key });
  const { plan } = await planPromotion(of, permissions, originOn(from, key), ports);
  return plan;
}

/** A root as other tools write one: a document under its customary name, a file beside others of its release. */
export async function writeForeign(store: Store, digests: object): Promise<void> {
  const path = 'releases/noble/disk1.img';
  const items = { 'disk1.img': { ftype: 'disk1.img', path, ...digests } };
  const document = {
    content_id: 'com.example:released:download',
    datatype: 'image-downloads',
    format: 'products:1.0',
    products: {
      'com.example:server:24.04:amd64': {
        os: 'ubuntu',
        release: 'noble',
        version: '24.04',
        arch: 'amd64',
        versions: { '20240101': { items } },
      },
    },
  };
  const objects = {
    [path]: 'disk1',
    'streams/v1/foreign.json': JSON.stringify(document),
    'streams/v1/index.json': JSON.stringify(indexOf(document, 'streams/v1/foreign.json')),
  };
  for (const [name, text] of Object.entries(objects)) {
    const at = joinPath(name);
    const source = bytesSource(new TextEncoder().encode(text));
    await store.create(at, source, objectHeaders(at, 'mutable'));
  }
}
