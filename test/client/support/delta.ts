import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { output } from '../../process/support/command.ts';
import { pathOf } from './tools.ts';

/** Adds to the newest version of a root's one product a delta of its disk, as simplestream-maintainer makes them. */
export async function addDelta(root: string, olderDisk: string, newerDisk: string): Promise<void> {
  const path = 'delta.vcdiff';
  const file = join(root, path);
  await output(pathOf('xdelta3'), ['-e', '-9', '-f', '-s', olderDisk, newerDisk, file]);
  const bytes = await readFile(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const index = JSON.parse(await readFile(join(root, 'streams/v1/index.json'), 'utf8'));
  const document = join(root, index.index.images.path);
  const text = JSON.parse(await readFile(document, 'utf8'));
  for (const product of Object.values<Product>(text.products)) {
    const [base = '', newest = ''] = Object.keys(product.versions).sort().slice(-2);
    const items = product.versions[newest]?.items ?? {};
    const ftype = 'disk-kvm.img.vcdiff';
    items[ftype] = { ftype, path, sha256, size: bytes.length, delta_base: base };
  }
  await writeFile(document, JSON.stringify(text));
}

interface Product {
  readonly versions: Record<string, { readonly items: Record<string, unknown> }>;
}
