import { InputError } from '../error.ts';
import type { Compression, ImageFacts } from '../images/facts.ts';
import type { LayoutFile } from './layout.ts';

/** A file that MAAS takes, under the item key and the ftype it takes it by. */
export interface MaasFile<File> {
  /** MAAS 3.8 goes by the key, older ones by the ftype. */
  readonly key: string;
  readonly ftype: string;
  readonly file: File;
}

/** `ephemeral`: kernel, initrd and root file system, which MAAS boots. `installed`: a tarball or disk it writes. */
export interface MaasFiles<File> {
  readonly shape: 'ephemeral' | 'installed';
  readonly files: readonly MaasFile<File>[];
  /** The package list, if one is given. */
  readonly manifest: File | undefined;
}

const expected =
  'expected a kernel, an initrd and a squashfs; or one root tarball with gzip; or one raw disk, plain or with gzip or xz; and with any of them, if you like, a text file as the manifest';

/**
 * Finds out which file is which.
 * @param os what MAAS is told it is
 * @throws InputError IMAGE_INVALID
 */
export function sortMaasFiles<File extends LayoutFile>(
  files: readonly File[],
  os: string | undefined,
): MaasFiles<File> {
  const problems: string[] = [];
  const seen = new Map<string, File>();
  for (const file of files) {
    const { kind } = file.facts;
    const first = seen.get(kind);
    if (first !== undefined)
      problems.push(`${first.path} and ${file.path} are both a ${names[kind] ?? kind}`);
    else if (names[kind] === undefined)
      problems.push(`${file.path} is nothing MAAS takes (${kind})`);
    else seen.set(kind, file);
  }
  const ephemeral = (['kernel', 'initrd', 'squashfs'] as const).map((kind) => seen.get(kind));
  const installed = [seen.get('rootfs'), seen.get('disk')].filter((file) => file !== undefined);
  const [first] = installed;
  const isEphemeral = ephemeral.some((file) => file !== undefined);
  if (isEphemeral) problems.push(...missingParts(ephemeral, installed));
  else if (first === undefined) problems.push('there is no file that MAAS could install');
  else if (installed.length > 1)
    problems.push(`${installed.map(({ path }) => path).join(' and ')} are two images`);
  else if (os?.toLowerCase() === 'ubuntu') problems.push(ubuntuNeeds(first));
  else problems.push(...compressionProblems(first));
  if (problems.length > 0) {
    throw new InputError(
      'IMAGE_INVALID',
      problems.map((problem) => `${problem}; ${expected}`),
    );
  }
  return {
    shape: isEphemeral ? 'ephemeral' : 'installed',
    files: [...ephemeral, ...installed].flatMap((file) =>
      file === undefined ? [] : [maasFile(file)],
    ),
    manifest: seen.get('text'),
  };
}

function missingParts(
  ephemeral: readonly (LayoutFile | undefined)[],
  installed: readonly LayoutFile[],
): readonly string[] {
  const parts = ['kernel', 'initrd', 'squashfs'].filter((_, at) => ephemeral[at] === undefined);
  return [
    ...(parts.length === 0
      ? []
      : [`an image that MAAS boots lacks its ${parts.join(' and its ')}`]),
    ...installed.map(({ path }) => `${path} does not go with a kernel and an initrd`),
  ];
}

/** Known by the message it gives at deployment: "<release> has no kernels available." */
function ubuntuNeeds({ path }: LayoutFile): string {
  return `${path} alone is imported as os ubuntu and never deploys: MAAS needs a kernel, an initrd and a squashfs of it. docs/recipes/maas-custom-ubuntu.md has a script that makes them`;
}

function compressionProblems({ path, facts }: LayoutFile): readonly string[] {
  if (facts.kind === 'rootfs' && facts.compression !== 'gzip') {
    return [
      `${path} is a root tarball with ${facts.compression} compression, and MAAS 3.8 takes root-tgz alone: recompress it with gzip`,
    ];
  }
  return facts.kind === 'disk' && facts.compression === 'zstd'
    ? [`${path} is a disk with zstd compression, which MAAS does not know`]
    : [];
}

function maasFile<File extends LayoutFile>(file: File): MaasFile<File> {
  const ftype = ftypeOf(file.facts);
  // The one form of a disk that MAAS up to 3.7 and 3.8 both take; see the rules.
  const key = file.facts.kind === 'disk' ? 'root-tgz' : ftype;
  return { key, ftype, file };
}

function ftypeOf(facts: ImageFacts): string {
  switch (facts.kind) {
    case 'kernel':
      return 'boot-kernel';
    case 'initrd':
      return 'boot-initrd';
    case 'disk':
      return diskFtypes[facts.compression];
    case 'rootfs':
      return 'root-tgz';
    default:
      return facts.kind;
  }
}

const diskFtypes: Readonly<Record<Compression, string>> = {
  none: 'root-dd.raw',
  gzip: 'root-dd.gz',
  xz: 'root-dd.xz',
  zstd: 'root-dd.zst',
};

const names: Partial<Readonly<Record<ImageFacts['kind'], string>>> = {
  kernel: 'kernel',
  initrd: 'initrd',
  squashfs: 'squashfs',
  rootfs: 'root tarball',
  disk: 'raw disk',
  text: 'text file (a manifest)',
};
