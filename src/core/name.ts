declare const brand: unique symbol;

/** Names a products document in the index, and is part of its file's name: `images`, `com.example:stable:download`. */
export type ContentId = string & { readonly [brand]: 'ContentId' };

/** The key of a product in its document, `os:release:arch:variant` by default. */
export type ProductName = string & { readonly [brand]: 'ProductName' };

/**
 * `text` as a {@link ContentId}: a letter or digit, then `[A-Za-z0-9._:-]`, 128 characters at most. A document is
 * also stored as `streams/v1/<content id>.json`, so the names of the root's other objects there are taken.
 */
export function parseContentId(text: string): ContentId | undefined {
  const taken = /^(index|keyring|prune)(\.|$)/.test(text);
  return !taken && /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/.test(text)
    ? (text as ContentId)
    : undefined;
}

/**
 * `text` as a {@link ProductName}: visible ASCII without blanks, 256 characters at most; not `__proto__`, which is refused
 * as a key of any document that is read.
 */
export function parseProductName(text: string): ProductName | undefined {
  return /^[!-~]{1,256}$/.test(text) && text !== '__proto__' ? (text as ProductName) : undefined;
}
