import {
  anyRelease,
  describeReleases,
  formatReleases,
  overlap,
  parseReleases,
  type Releases,
} from './releases.ts';

export const consumerNames = ['lxd', 'incus', 'maas', 'glance', 'sstream'] as const;

export type ConsumerName = (typeof consumerNames)[number];

/** A program that reads a root, in the releases that have to be able to. */
export interface Consumer {
  readonly name: ConsumerName;
  readonly releases: Releases;
}

/** What people call the programs, and the releases that there are rules for. */
export const programs: Readonly<
  Record<ConsumerName, { readonly title: string; readonly releases: Releases }>
> = {
  lxd: { title: 'LXD', releases: { from: 5000, to: 6999 } },
  incus: { title: 'Incus', releases: { from: 6000, to: 7999 } },
  maas: { title: 'MAAS', releases: { from: 2009, to: 3008 } },
  // Neither has releases that differ in what they accept, as far as is known.
  glance: { title: 'Glance', releases: anyRelease },
  sstream: { title: 'sstream-mirror', releases: anyRelease },
};

/** The consumer in all releases there are rules for. */
export function everyRelease(name: ConsumerName): Consumer {
  return { name, releases: programs[name].releases };
}

/**
 * `maas`, `maas@3.4`, `maas>=3.4`, `incus<=6`, `lxd>=5.0<=5.21`: a consumer, cut down to the releases there are rules for.
 * @returns what is wrong with `text`, in words, when it is none
 */
export function parseConsumer(text: string): Consumer | string {
  const [, word = '', range = ''] = /^([a-z]*)(.*)$/s.exec(text) ?? [];
  const name = consumerNames.find((candidate) => candidate === word);
  if (name === undefined) return `expected one of ${consumerNames.join(', ')}`;
  if (range === '') return everyRelease(name);
  const supported = programs[name].releases;
  if (supported === anyRelease) return `${name} takes no version: its rules hold for all of them`;
  const given = parseReleases(range);
  if (given === undefined) {
    return `expected ${name} alone, or with a version or range: ${name}@3.4, ${name}>=3.4, ${name}>=3.4<=3.7`;
  }
  if (!overlap(given, supported)) {
    return `there are rules for ${name} ${describeReleases(supported)} only`;
  }
  return {
    name,
    releases: {
      from: Math.max(given.from, supported.from),
      to: Math.min(given.to, supported.to),
    },
  };
}

/** The text that {@link parseConsumer} takes. */
export function formatConsumer({ name, releases }: Consumer): string {
  return releases === programs[name].releases ? name : name + formatReleases(releases);
}
