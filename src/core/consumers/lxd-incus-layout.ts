import { InputError } from '../error.ts';
import type { Compression, ImageFacts, ImageMetadata } from '../images/facts.ts';
import type { HashedFile, LaidOutItem, LayoutFile } from './layout.ts';

/** The files of one image, sorted out by what they are. */
export interface SortedFiles<File extends LayoutFile> {
  /** The metadata tarball, or the unified one, which is all there is then. */
  readonly head: File;
  readonly metadata: ImageMetadata;
  readonly roots: readonly File[];
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
    const unfit = unfitKinds[file.facts.kind];
    if (unfit !== undefined) problems.push(`${file.path} is ${unfit}`);
    else if (first === undefined) seen.set(file.facts.kind, file);
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
 * @param forGlance a qcow2 disk gets the ftype that Glance takes too, and its md5
 */
export function layOut<File extends HashedFile>(
  { head, roots }: SortedFiles<File>,
  programs: readonly ('lxd' | 'incus')[],
  forGlance: boolean,
): readonly LaidOutItem<File>[] {
  const suffix = head.facts.kind === 'unified' ? '_combined.tar.gz' : '.tar.xz';
  const combined = roots.map((file) => combinedHashes(file, forGlance));
  const tags = Object.assign({}, ...combined, unifiedTags(head.facts));
  const heads = programs.map((program) => item(`${program}${suffix}`, head, tags));
  const others = roots.map((file) => {
    const md5 = forGlance && file.facts.kind === 'qcow2' ? file.md5 : undefined;
    return item(ftypeOf(file.facts, forGlance), file, md5 === undefined ? {} : { md5 });
  });
  return [...heads, ...others];
}

/** Key and ftype are the same: both programs look at the latter only. */
function item<File extends HashedFile>(
  ftype: string,
  file: File,
  tags: Readonly<Record<string, string>>,
): LaidOutItem<File> {
  return { name: ftype, ftype, content: { file }, storedAs: storedAs(file.facts), tags };
}

function combinedHashes(file: HashedFile, forGlance: boolean): Record<string, string> {
  const { combined, facts } = file;
  if (combined === undefined)
    throw new Error(`${file.path} was hashed without its metadata tarball`);
  if (facts.kind === 'squashfs') return { combined_squashfs_sha256: combined };
  if (facts.kind === 'qcow2') {
    return { [`combined_${forGlance ? 'disk1' : 'disk-kvm'}-img_sha256`]: combined };
  }
  // Readers take the second for a root tarball where the first is missing.
  return { combined_rootxz_sha256: combined, combined_sha256: combined };
}

// Read by Incus from 7.0.1 on; older ones take every unified tarball for a container.
function unifiedTags(facts: ImageFacts): Record<string, string> {
  return facts.kind === 'unified' && facts.virtualMachine
    ? { combined_type: 'virtual-machine' }
    : {};
}

function ftypeOf({ kind }: ImageFacts, forGlance: boolean): string {
  if (kind === 'squashfs') return 'squashfs';
  if (kind === 'qcow2') return forGlance ? 'disk1.img' : 'disk-kvm.img';
  return 'root.tar.xz';
}

function storedAs(facts: ImageFacts): string {
  switch (facts.kind) {
    case 'metadata':
    case 'rootfs':
      return `${facts.kind}.tar${extensions[facts.compression]}`;
    case 'unified':
      return `image.tar${extensions[facts.compression]}`;
    case 'qcow2':
      return 'disk.qcow2';
    default:
      return `rootfs.${facts.kind}`;
  }
}

const extensions: Readonly<Record<Compression, string>> = {
  none: '',
  gzip: '.gz',
  xz: '.xz',
  zstd: '.zst',
};

const names: Partial<Readonly<Record<ImageFacts['kind'], string>>> = {
  metadata: 'metadata tarball',
  unified: 'unified tarball',
  rootfs: 'root tarball',
  squashfs: 'squashfs',
  qcow2: 'qcow2 disk',
};

/** What MAAS takes and LXD and Incus do not, with what to do about it. */
const unfitKinds: Partial<Readonly<Record<ImageFacts['kind'], string>>> = {
  disk: 'a raw disk; convert it with `qemu-img convert -O qcow2`',
  kernel: 'a kernel, which comes with the root',
  initrd: 'an initrd, which comes with the root',
  text: 'a text file',
};

function list(files: readonly LayoutFile[]): string {
  return files.map((file) => file.path).join(', ');
}
