/** The names kernels and other tools give, to the Debian name, which `<alias>/<arch>` is published with. */
const debianNames: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  i386: 'i386',
  i586: 'i386',
  i686: 'i386',
  aarch64: 'arm64',
  armv7l: 'armhf',
  armhfp: 'armhf',
  armv6l: 'armel',
  ppc64le: 'ppc64el',
  powerpc64: 'ppc64',
  ppc: 'powerpc',
};

const known: ReadonlySet<string> = new Set([
  ...Object.values(debianNames),
  'loongarch64',
  'mips',
  'mips64',
  'mips64el',
  'mipsel',
  'riscv32',
  'riscv64',
  's390x',
]);

/**
 * The Debian name of an architecture (`x86_64` → `amd64`), or `undefined` when LXD and Incus know none such: they
 * skip a product of an unknown one without a word (shared/osarch, `ArchitectureID`).
 */
export function parseArch(text: string): string | undefined {
  const name = debianNames[text.toLowerCase()] ?? text.toLowerCase();
  return known.has(name) ? name : undefined;
}

/** Every name {@link parseArch} answers with, for messages. */
export const architectures: readonly string[] = [...known].sort();
