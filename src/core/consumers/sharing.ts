import { type ConsumerName, programs } from './consumer.ts';

/**
 * Why these consumers cannot read one root, one reason for each pair that cannot; empty when they can.
 *
 * LXD, Incus and Glance can share one: LXD and Incus pass over items of an ftype they do not know, and Glance takes
 * only items of ftype `disk1.img` or `disk.img` (cloud-images.ubuntu.com serves all three). sstream-mirror copies
 * whatever a root has, and brings no document of its own. MAAS shares with none of the others that have images.
 */
export function whyNotTogether(names: readonly ConsumerName[]): readonly string[] {
  if (!names.includes('maas')) return [];
  const others = (['lxd', 'incus', 'glance'] as const).filter((name) => names.includes(name));
  return others.map(
    (name) =>
      `maas and ${name} cannot share a root: one document with images of ${programs[name].title} in the index makes MAAS 3.8 reject the whole source, and one such product stops the import of every source up to MAAS 3.7; publish into two roots, one run with for: maas and one with for: ${name}`,
  );
}
