import { expect } from 'vitest';
import { promote } from '../../src/app/promote.ts';
import { rollForward } from '../../src/app/roll-forward.ts';
import { visit } from '../../src/app/visit.ts';
import { everyRelease } from '../../src/core/consumers/consumer.ts';
import { type ProductName, parseProductName } from '../../src/core/name.ts';
import type { Store } from '../../src/ports/store.ts';
import { containerImage, type MemoryFile } from '../fakes/memory-images.ts';
import { memoryScratch } from '../fakes/memory-scratch.ts';
import { noTags } from '../fakes/no-tags.ts';
import { rotate } from '../fakes/rotating.ts';
import { type Changes, portsOn, publishBuild, start } from '../fakes/scene.ts';
import { takeBack } from '../fakes/unlisting.ts';
import type { PublishEvent, RotateEvent, RunEvent } from './history-events.ts';
import { hour, optionsOf, type World } from './history-world.ts';
import { choice, originOn, promotion } from './promotion-scene.ts';

/** The product that Glance reads; every other is a container image. */
export const disk = 3;

/** One run of the program into a store. */
export async function runOf(
  world: World,
  event: RunEvent,
  store: Store,
  run: string,
): Promise<unknown> {
  const options = await optionsOf(world, run, event.signer);
  switch (event.kind) {
    case 'publish':
      return publishIn(world, store, run, event);
    case 'unlist': {
      const [version] = newestFirst(world, event.product);
      if (version !== undefined) world.takenBack.add(version);
      return takeBack(store, { ...named(version, event.product) }, options);
    }
    case 'again':
      return publishAgain(world, store, run, event);
    case 'promote': {
      const selection = { filters: [], product: nameOf(event.product), serial: undefined };
      const of = choice({ selection, rename: [], label: undefined, consumers: undefined });
      const origin = originOn(world.source, world.keys?.verifier());
      return promote(promotion({ choice: of }), origin, portsOn(store, options));
    }
    case 'roll-forward':
      return rollIn(world, store, run, event);
    case 'rotate':
      return rotateIn(world, store, run, event);
    case 'prune':
      return visit(portsOn(store, options), { grace: world.grace, dryRun: false });
  }
}

async function publishIn(
  world: World,
  store: Store,
  run: string,
  { product, build, skew, signer }: Omit<PublishEvent, 'kind' | 'fault'>,
): Promise<unknown> {
  const { files, changes } = product === disk ? diskImage(build) : container(product, build);
  const options = { ...(await optionsOf(world, run, signer, skew * hour)), files };
  const report = await publishBuild(store, `${build}`, options, changes);
  world.built.set(`${report.product} ${report.serial}`, build);
  return report;
}

function container(product: number, build: number) {
  const created = new Date(start.getTime() + build * hour).toISOString();
  const files = containerImage(`${product} ${build}`, { release: `${product}`, created });
  return { files, changes: {} };
}

function diskImage(build: number) {
  const bytes = new TextEncoder().encode(`disk ${build}`);
  const files = new Map<string, MemoryFile>([['disk.qcow2', { facts: { kind: 'qcow2' }, bytes }]]);
  const changes: Changes = {
    consumers: [everyRelease('glance')],
    files: ['disk.qcow2'],
    streamName: 'com.example.glance',
    tags: { ...noTags, os: 'Alpine', release: '3.20', osVersion: '3.20', arch: 'amd64' },
  };
  return { files, changes };
}

/** What was promoted is promoted again. */
function publishAgain(
  world: World,
  store: Store,
  run: string,
  event: RunEvent & { readonly kind: 'again' },
): Promise<unknown> {
  const { product } = event;
  const ofProduct = [...world.takenBack].filter((each) => each.startsWith(`${nameOf(product)} `));
  const build = world.built.get(ofProduct.at(-1) ?? '');
  return build === undefined
    ? runOf(world, { ...event, kind: 'promote' }, store, run)
    : publishIn(world, store, run, { ...event, build, skew: 0 });
}

async function rollIn(
  world: World,
  store: Store,
  run: string,
  { product, version, signer }: RunEvent & { readonly kind: 'roll-forward' },
): Promise<unknown> {
  const old = newestFirst(world, product).at(-1 - version);
  const selection = { filters: [], ...named(old, product) };
  const permissions = { acceptRollback: false, dryRun: false, allow: [], consumers: undefined };
  const request = { ...permissions, selection, newSerial: undefined };
  const ports = portsOn(store, await optionsOf(world, run, signer));
  const report = await rollForward(request, ports, memoryScratch());
  for (const { product: name, serial, from } of report.versions) {
    const [rolled, origin] = [`${name} ${serial}`, `${name} ${from.serial}`].map((each) =>
      world.listing.everListed(each),
    );
    expect(
      [...(rolled ?? [])].some((each) => origin?.has(each)),
      `${name} ${serial}`,
    ).toBe(true);
  }
  return report;
}

async function rotateIn(
  world: World,
  store: Store,
  run: string,
  { step, signer }: RotateEvent,
): Promise<unknown> {
  const { keys, grace } = world;
  const known = (await world.rings?.known(world.now - grace)) ?? [];
  const options = await optionsOf(world, run, signer);
  const other = known[(signer + 1) % Math.max(known.length, 1)];
  switch (step) {
    case 'add':
      return rotate(store, options.signing, { newKey: keys?.make(false), grace }, options);
    case 'take-over':
      return rotate(
        store,
        other === undefined ? undefined : keys?.signingWith(other),
        { grace },
        options,
      );
    case 'drop':
      return rotate(store, options.signing, { dropKey: other, grace }, options);
    case 'lost': {
      const made = keys?.make(true);
      return rotate(store, made && keys?.signingWith(made.fingerprint), { keyLost: true }, options);
    }
  }
}

function newestFirst({ listing }: World, product: number): readonly string[] {
  const name = nameOf(product);
  const versions = [...listing.versions().keys()].filter((each) => each.startsWith(`${name} `));
  return versions.sort().reverse();
}

function named(version: string | undefined, product: number) {
  const serial = version?.slice(version.lastIndexOf(' ') + 1);
  return { product: nameOf(product), serial: (serial ?? '20260101') as never };
}

function nameOf(product: number): ProductName {
  const text =
    product === disk
      ? 'com.example.glance.release:server:3.20:amd64'
      : `alpine:${product}:amd64:default`;
  const name = parseProductName(text);
  if (name === undefined) throw new Error('no name of a product');
  return name;
}
