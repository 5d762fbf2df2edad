import { bytesOf } from '../core/listed-bytes.ts';
import type { PlacedVersion } from '../core/unlist.ts';

/** A version that is taken off, as reports tell it. */
export interface UnlistedVersion {
  readonly contentId: string;
  readonly product: string;
  readonly serial: string;
  /** How many files it has, and of how many bytes; they stay readable until they are reaped. */
  readonly items: number;
  readonly bytes: number;
  readonly why: string;
}

export function unlistedVersion(place: PlacedVersion, why: string): UnlistedVersion {
  const { contentId, product, serial, version } = place;
  const items = Object.keys(version.items ?? {}).length;
  return { contentId, product, serial, items, bytes: bytesOf(version), why };
}

/** One line of a plan. */
export function describeUnlisted({ product, serial, items, bytes, why }: UnlistedVersion): string {
  return `${product} loses version ${serial}, ${items} files, ${bytes} bytes: ${why}`;
}
