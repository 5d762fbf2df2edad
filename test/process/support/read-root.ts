import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Entry {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

interface IndexDocument {
  readonly generation: number;
  readonly index: Readonly<Record<string, Entry>>;
}

interface ProductsDocument {
  readonly products: Readonly<
    Record<
      string,
      {
        readonly versions: Readonly<
          Record<string, { readonly items: Readonly<Record<string, Entry>> }>
        >;
      }
    >
  >;
}

export interface RootRead {
  readonly generation: number;
  /** `product serial` of every version. */
  readonly versions: readonly string[];
}

/**
 * Reads a root as a careful client would: everything the index names must be there, complete and unchanged.
 * @param index `index.sjson`, whose signature is for gpgv to verify, or `index.json`
 * @returns `undefined` when there is no such index
 */
export async function readRoot(
  root: string,
  index: 'index.json' | 'index.sjson',
): Promise<RootRead | undefined> {
  const head = await readFile(join(root, 'streams/v1', index), 'utf8').catch(() => undefined);
  if (head === undefined) return undefined;
  const { generation, index: entries }: IndexDocument = JSON.parse(signedText(head));
  const versions: string[] = [];
  for (const entry of Object.values(entries)) {
    const text = signedText((await intact(root, entry)).toString());
    const { products }: ProductsDocument = JSON.parse(text);
    for (const [product, { versions: serials }] of Object.entries(products)) {
      for (const [serial, { items }] of Object.entries(serials)) {
        for (const item of Object.values(items)) await intact(root, item);
        versions.push(`${product} ${serial}`);
      }
    }
  }
  return { generation, versions };
}

/** The text of a clearsigned message, or what is not one as it is. */
function signedText(text: string): string {
  const end = text.indexOf('\n-----BEGIN PGP SIGNATURE-----');
  return end < 0 ? text : text.slice(text.indexOf('\n\n') + 2, end);
}

async function intact(root: string, { path, size, sha256 }: Entry): Promise<Buffer> {
  const bytes = await readFile(join(root, path));
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length !== size || digest !== sha256) {
    throw new Error(
      `${path} has ${bytes.length} bytes and sha256 ${digest}, not ${size} and ${sha256}`,
    );
  }
  return bytes;
}
