declare const brand: unique symbol;

/** A SHA-256 as 64 lower-case hexadecimal digits: the only spelling every client compares equal. */
export type Sha256 = string & { readonly [brand]: 'Sha256' };

/** `text` as a {@link Sha256}, or `undefined` when it is not one. */
export function parseSha256(text: unknown): Sha256 | undefined {
  return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text) ? (text as Sha256) : undefined;
}

/** The 32 digits (128 bits) that stand for an object's bytes in its path. */
export function pathDigest(sha256: Sha256): string {
  return sha256.slice(0, 32);
}
