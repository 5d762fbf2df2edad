import { InputError } from '../../core/error.ts';
import type { Compression, ImageFacts } from '../../core/images/facts.ts';
import type { TarEntry } from '../../core/images/tar-extension.ts';
import { parseMetadataYaml } from './metadata-yaml.ts';
import { visitTarEntries } from './tar-entries.ts';

const MiB = 2 ** 20;
const mostScanned = 64 * MiB;
const mostOfMetadata = MiB;

/** Folders of which a Linux root file system has at least one, by the Filesystem Hierarchy Standard. */
const rootFolders: ReadonlySet<string> = new Set(['bin', 'etc', 'lib', 'sbin', 'usr']);

/** Names at the top of a tarball that stand for a root file system beside `metadata.yaml`. */
const folderRoot = 'rootfs';
const diskRoot = 'rootfs.img';

interface Contents {
  readonly metadata: Uint8Array | undefined;
  /** In the order they were met. */
  readonly top: ReadonlySet<string>;
  readonly cut: boolean;
}

/**
 * Tells what a tarball is by its members, as LXD and Incus do (`getImageMetadata`). A metadata tarball is read to its
 * end; of the others no more is expanded than is needed, and never more than 64 MiB.
 * @param expanded the tarball without its compression
 * @throws InputError IMAGE_INVALID
 */
export async function inspectTarball(
  expanded: AsyncIterable<Uint8Array>,
  compression: Compression,
): Promise<ImageFacts> {
  const { metadata, top, cut } = await readContents(expanded);
  const virtualMachine = top.has(diskRoot);
  const unified = virtualMachine || top.has(folderRoot);
  if (metadata !== undefined) {
    if (!unified && cut) throw invalid(tooLarge);
    const parsed = await parseMetadataYaml(metadata);
    return unified
      ? { kind: 'unified', compression, metadata: parsed, virtualMachine }
      : { kind: 'metadata', compression, metadata: parsed };
  }
  if (unified) {
    const root = virtualMachine ? diskRoot : folderRoot;
    const where = cut ? ' in its first 64 MiB; put it first in the tarball' : '; add it';
    throw invalid(`holds ${root} but no metadata.yaml${where}`);
  }
  if ([...top].some((name) => rootFolders.has(name))) return { kind: 'rootfs', compression };
  throw invalid(
    `is a tarball without metadata.yaml and without a root file system; at its top are ${list(top)}`,
  );
}

const tooLarge =
  'holds metadata.yaml but no rootfs in its first 64 MiB; a metadata tarball has 64 MiB at most, and a unified one has its rootfs before that';

async function readContents(expanded: AsyncIterable<Uint8Array>): Promise<Contents> {
  const top = new Set<string>();
  let metadata: Uint8Array | undefined;
  const outcome = await visitTarEntries(expanded, mostScanned, async (entry, content) => {
    const path = withoutDot(entry.name);
    top.add(path.split('/')[0] ?? '');
    if (path === 'metadata.yaml') {
      if (metadata !== undefined) throw invalid('holds metadata.yaml more than once; keep one');
      assertUsable(entry);
      metadata = await content();
    }
    const complete = metadata !== undefined && (top.has(folderRoot) || top.has(diskRoot));
    return complete ? 'stop' : 'go on';
  });
  return { metadata, top, cut: outcome === 'limit' };
}

function assertUsable(entry: TarEntry): void {
  if (entry.type !== '0' && entry.type !== '7') {
    throw invalid('holds a metadata.yaml that is not a regular file');
  }
  if (entry.size > mostOfMetadata) {
    throw invalid(`holds a metadata.yaml of ${entry.size} bytes; expected 1 MiB at most`);
  }
}

/** `./etc/` and `etc` are the same folder; of `metadata.yaml` no other spelling counts (`getImageMetadata`). */
function withoutDot(name: string): string {
  return name.startsWith('./') ? name.slice(2) : name;
}

function list(top: ReadonlySet<string>): string {
  const names = [...top].filter((name) => name !== '' && name !== '.').slice(0, 5);
  return names.length === 0 ? 'no files' : names.map((name) => JSON.stringify(name)).join(', ');
}

function invalid(problem: string): InputError {
  return new InputError('IMAGE_INVALID', problem);
}
