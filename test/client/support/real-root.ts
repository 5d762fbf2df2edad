import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { asText, isObject, type Json } from '../../../src/core/consumers/json.ts';
import { listRoot, newestOf, type RootView } from '../../../src/core/consumers/listing.ts';
import {
  combinedHash,
  isMetadata,
  isRoot,
  isUnified,
} from '../../../src/core/consumers/lxd-images.ts';
import { tarball } from '../../fakes/tarball.ts';
import { output } from '../../process/support/command.ts';

/** A fixture of a rule with real files behind its items. */
export interface RealRoot {
  /** All files, by path below the root. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The fingerprint of the newest image of the first product; `''` when it has none. */
  readonly newest: string;
}

/** A squashfs of one file: small, and as good as any to those who only download it. */
export async function smallSquashfs(folder: string): Promise<string> {
  const root = await mkdtemp(join(folder, 'squashed-'));
  await mkdir(join(root, 'etc'));
  await writeFile(join(root, 'etc/os-release'), 'ID=alpine\nVERSION_ID=3.22\n');
  const file = `${root}.squashfs`;
  await output('mksquashfs', [root, file, '-all-root', '-noappend', '-no-progress']);
  return file;
}

/**
 * Puts real files in the place of those a fixture speaks of: each of its sums that stands for a file becomes the sum of
 * one, and so do sizes and combined hashes. What the fixture breaks stays broken.
 */
export function realRoot(view: RootView, squashfs: Uint8Array): RealRoot {
  const files = new Map<string, Uint8Array>();
  const documents = new Map<string, Json>();
  for (const [contentId, document] of view.documents) {
    const text = JSON.stringify(document, (_, value: unknown) =>
      isObject(value) && typeof value.ftype === 'string' ? realItem(value, squashfs, files) : value,
    );
    documents.set(contentId, JSON.parse(text));
  }
  const real = { ...view, documents };
  files.set('streams/v1/index.json', json(view.index));
  for (const { contentId, entry, tags } of listRoot(real).all.documents) {
    files.set(asText(entry?.path) ?? contentId, json(tags));
  }
  return { files, newest: newestFingerprint(real) };
}

/** Writes the files of a root below `folder`. */
export async function writeRoot(folder: string, { files }: RealRoot): Promise<void> {
  for (const [path, bytes] of files) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

function realItem(item: Json, squashfs: Uint8Array, files: Map<string, Uint8Array>): Json {
  const content = contentOf(item, squashfs);
  const path = asText(item.path);
  if (path !== undefined && !path.includes('://') && !files.has(path)) files.set(path, content);
  const real: Record<string, unknown> = { ...item };
  for (const [key, value] of Object.entries(item)) {
    if (!isMadeUp(value)) continue;
    if (key === 'sha256') real[key] = sha256(content);
    else if (key.startsWith('combined_')) real[key] = sha256(content, squashfs);
  }
  if (item.size === 784) real.size = content.length;
  return real;
}

/** A sum by which fixtures tell files apart: eight digits over and over. */
function isMadeUp(value: unknown): boolean {
  return typeof value === 'string' && /^([0-9a-f]{8})\1{7}$/.test(value);
}

/** Metadata has the fixture's sum in it, so that images differ where the fixture says so. */
function contentOf({ ftype, sha256: sum }: Json, squashfs: Uint8Array): Uint8Array {
  if (!/^(?:lxd|incus)(?:\.tar\.xz|_combined\.tar\.gz)$/.test(String(ftype))) return squashfs;
  const yaml = `architecture: x86_64\ncreation_date: 1795161600\nproperties:\n  description: ${sum}\n`;
  const rootfs = [{ name: 'rootfs/' }, { name: 'rootfs/etc/os-release', content: 'ID=alpine\n' }];
  return gzipSync(
    tarball([
      { name: 'metadata.yaml', content: yaml },
      ...(String(ftype).includes('combined') ? rootfs : []),
    ]),
  );
}

function newestFingerprint(view: RootView): string {
  const [product] = listRoot(view).all.products;
  const items = (product && newestOf(product)?.items) ?? [];
  const unified = items.find(isUnified);
  if (unified !== undefined) return asText(unified.tags.sha256) ?? '';
  const [metadata, root] = [items.find(isMetadata), items.find(isRoot)];
  return (metadata && root && combinedHash(metadata, root)) ?? '';
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function sha256(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
