import type { Sha256 } from './digest.ts';
import type { RelativePath } from './path.ts';

/**
 * The two documents of a root, as JSON has them. Keys we do not know are kept: the index signature lets them through
 * an edit untouched. What is read is validated against the JSON Schema first; see `schema/`.
 */
interface Unknown {
  readonly [key: string]: unknown;
}

/** An entry of `index`: which products document holds what. */
export interface IndexEntry extends Unknown {
  readonly path: string;
  readonly datatype?: string;
  readonly format?: string;
  readonly products?: readonly string[];
  readonly updated?: string;
  /** Of the document's bytes, ours: so that the signed index pins every document. */
  readonly sha256?: Sha256;
  readonly size?: number;
}

/** `index:1.0`. The keys from `generation` on are ours; clients ignore them. */
export interface Index extends Unknown {
  readonly format: 'index:1.0';
  readonly index: Readonly<Record<string, IndexEntry>>;
  readonly updated?: string;
  /** Rises by one at every commit. */
  readonly generation?: number;
  /** sha256 of the exact bytes of the head that this one replaced. */
  readonly previous?: Sha256;
  /** Random, so that the bytes of a head never recur. */
  readonly commit?: string;
  readonly keyring?: RelativePath;
  /** Present in `index.json` alone, and only in a signed root: says that the head is elsewhere. */
  readonly head?: 'index.sjson';
}

export interface Item extends Unknown {
  readonly ftype?: string;
  readonly path?: string;
  readonly size?: number;
  readonly sha256?: string;
}

export interface Version extends Unknown {
  readonly items?: Readonly<Record<string, Item>>;
  readonly label?: string;
}

export interface Product extends Unknown {
  readonly aliases?: string;
  readonly arch?: string;
  readonly os?: string;
  readonly release?: string;
  readonly variant?: string;
  readonly versions?: Readonly<Record<string, Version>>;
}

/** `products:1.0`. */
export interface Products extends Unknown {
  readonly format: 'products:1.0';
  readonly content_id: string;
  readonly datatype?: string;
  readonly updated?: string;
  readonly products: Readonly<Record<string, Product>>;
}
