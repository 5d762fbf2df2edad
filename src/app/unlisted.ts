import { filesOf } from '../core/listed-bytes.ts';
import { printable } from '../core/schema/problem.ts';
import type { PlacedVersion } from '../core/unlist.ts';

/** A version that is taken off, as reports tell it. */
export interface UnlistedVersion {
  readonly contentId: string;
  readonly product: string;
  readonly serial: string;
  /** How many files it has, and of how many bytes; they stay readable until they are reaped. */
  readonly files: number;
  readonly bytes: number;
  readonly why: string;
}

export function unlistedVersion(place: PlacedVersion, why: string): UnlistedVersion {
  const { contentId, product, serial, version } = place;
  const sizes = [...filesOf(version).values()];
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return { contentId, product, serial, files: sizes.length, bytes, why };
}

/** One line of a plan. */
export function describeUnlisted({ product, serial, files, bytes, why }: UnlistedVersion): string {
  const count = `${files} ${files === 1 ? 'file' : 'files'}`;
  return printable(`${product} loses version ${serial}, ${count}, ${bytes} bytes: ${why}`);
}
