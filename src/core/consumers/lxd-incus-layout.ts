import type { Sha256 } from '../digest.ts';
import { InputError } from '../error.ts';
import type { Compression, ImageFacts, ImageMetadata } from '../images/facts.ts';

/** What the layout needs to know of an image file. */
export interface LayoutFile {
  readonly path: string;
  readonly facts: ImageFacts;
}

/** A file with its digests: `combined` is sha256(metadata tarball ‖ file), which both programs call the fingerprint. */
export interface HashedFile extends LayoutFile {
  readonly size: number;
  readonly sha256: Sha256;
  readonly combined: Sha256 | undefined;
}

/** The files of one image, sorted out by what they are. */
export interface SortedFiles<File extends LayoutFile> {
  /** The metadata tarball, or the unified one, which is all there is then. */
  readonly head: File;
  readonly metadata: ImageMetadata;
  readonly roots: readonly File[];
}

/** An item to be: everything but the path, which is known once the file is staged. */
export interface LaidOutItem<File> {
  /** Key of the item in its version, and its ftype: the programs look at the latter only. */
  readonly name: string;
  readonly file: File;
  /** The last segment of the stored file's path. */
  readonly storedAs: string;
  readonly tags: Readonly<Record<string, string>>;
}

const expected =
  'expected one metadata tarball with a squashfs, a root tarball or a qcow2 disk (each at most once), or one unified tarball';

/**
 * Finds out which file is which.
 * @throws InputError IMAGE_INVALID when the files do not make an image, naming every one that is too many.
 */
export function sortFiles<File extends LayoutFile>(files: readonly File[]): SortedFiles<File> {
  const seen = new Map<string, File>();
  const problems: string[] = [];
  for (const file of files) {
    const first = seen.get(file.facts.kind);
    if (first === undefined) seen.set(file.facts.kind, file);
    else problems.push(`${first.path} and ${file.path} are both a ${names[file.facts.kind]}`);
  }
  const head = seen.get('unified') ?? seen.get('metadata');
  const roots = files.filter((file) => file !== head);
  if (head === undefined) {
    problems.push(
      'no metadata tarball (a tarball with metadata.yaml at its top) is among the files',
    );
  } else if (head.facts.kind === 'unified' && roots.length > 0) {
    problems.push(
      `${head.path} is a unified tarball, which is a whole image; other files go with it: ${list(roots)}`,
    );
  } else if (head.facts.kind === 'metadata' && roots.length === 0) {
    problems.push(`${head.path} is a metadata tarball, and no root goes with it`);
  }
  if (problems.length > 0 || head === undefined || !('metadata' in head.facts)) {
    throw new InputError(
      'IMAGE_INVALID',
      problems.map((problem) => `${problem}; ${expected}`),
    );
  }
  return { head, metadata: head.facts.metadata, roots };
}

/**
 * The items of one version. The head file is listed twice, once for each program, over one stored file: neither
 * reads the other's ftype. Every combined hash stands on both (LXD shared/simplestreams/products.go, `GetCombined…`).
 */
export function layOut<File extends HashedFile>(
  { head, roots }: SortedFiles<File>,
  consumers: readonly ('lxd' | 'incus')[],
): readonly LaidOutItem<File>[] {
  const suffix = head.facts.kind === 'unified' ? '_combined.tar.gz' : '.tar.xz';
  const tags = Object.assign({}, ...roots.map(combinedHashes), unifiedTags(head.facts));
  const heads = consumers.map((consumer) => {
    const name = `${consumer}${suffix}`;
    return { name, file: head, storedAs: storedAs(head.facts), tags };
  });
  const others = roots.map((file) => ({
    name: ftype(file.facts),
    file,
    storedAs: storedAs(file.facts),
    tags: {},
  }));
  return [...heads, ...others];
}

/** The fingerprints under which the version's images are known: of a unified tarball its own digest. */
export function fingerprintsOf(files: SortedFiles<HashedFile>): readonly Sha256[] {
  if (files.head.facts.kind === 'unified') return [files.head.sha256];
  return files.roots.flatMap((file) => file.combined ?? []);
}

function combinedHashes(file: HashedFile): Record<string, string> {
  const { combined, facts } = file;
  if (combined === undefined)
    throw new Error(`${file.path} was hashed without its metadata tarball`);
  if (facts.kind === 'squashfs') return { combined_squashfs_sha256: combined };
  if (facts.kind === 'qcow2') return { 'combined_disk-kvm-img_sha256': combined };
  // Readers take the second for a root tarball where the first is missing.
  return { combined_rootxz_sha256: combined, combined_sha256: combined };
}

// Read by Incus from 7.0.1 on; older ones take every unified tarball for a container.
function unifiedTags(facts: ImageFacts): Record<string, string> {
  return facts.kind === 'unified' && facts.virtualMachine
    ? { combined_type: 'virtual-machine' }
    : {};
}

function ftype({ kind }: ImageFacts): string {
  if (kind === 'squashfs') return 'squashfs';
  return kind === 'qcow2' ? 'disk-kvm.img' : 'root.tar.xz';
}

function storedAs(facts: ImageFacts): string {
  if (facts.kind === 'squashfs') return 'rootfs.squashfs';
  if (facts.kind === 'qcow2') return 'disk.qcow2';
  const stem = { metadata: 'metadata', unified: 'image', rootfs: 'rootfs' }[facts.kind];
  return `${stem}.tar${extensions[facts.compression]}`;
}

const extensions: Readonly<Record<Compression, string>> = {
  none: '',
  gzip: '.gz',
  xz: '.xz',
  zstd: '.zst',
};

const names: Readonly<Record<ImageFacts['kind'], string>> = {
  metadata: 'metadata tarball',
  unified: 'unified tarball',
  rootfs: 'root tarball',
  squashfs: 'squashfs',
  qcow2: 'qcow2 disk',
};

function list(files: readonly LayoutFile[]): string {
  return files.map((file) => file.path).join(', ');
}
