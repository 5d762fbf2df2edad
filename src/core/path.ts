declare const brand: unique symbol;

/** A path relative to the root, safe for every client, store and URL: see {@link parseRelativePath}. */
export type RelativePath = string & { readonly [brand]: 'RelativePath' };

const segment = /^[A-Za-z0-9._~:-]+$/;

/**
 * `text` as a {@link RelativePath}, or `undefined` when it is none.
 *
 * Only `[A-Za-z0-9._~:/-]`: LXD and Incus escape `%` differently, S3 front ends read `+` as a blank, and
 * sstream-mirror quotes nothing. No empty, `.`, `..` or `...` segment: the last is refused by sstream's
 * `assert_safe_path` too.
 */
export function parseRelativePath(text: unknown): RelativePath | undefined {
  if (typeof text !== 'string' || text.length > 1024) return undefined;
  const safe = text.split('/').every((part) => segment.test(part) && !/^\.{1,3}$/.test(part));
  return safe ? (text as RelativePath) : undefined;
}

/** Joins segments that are known to be safe; throws a bug when they are not. */
export function joinPath(...segments: readonly string[]): RelativePath {
  const path = parseRelativePath(segments.join('/'));
  if (path === undefined) throw new Error(`not a safe path: ${JSON.stringify(segments)}`);
  return path;
}

/**
 * `text` in the alphabet of one path segment, lower case: what a path or a product name is made of when it
 * comes from a tag such as `Alpine Linux`.
 */
export function pathSegment(text: string): string {
  const safe = text.toLowerCase().replaceAll(/[^a-z0-9._~-]+/g, '-');
  return /^\.*$/.test(safe) ? '-' : safe;
}
