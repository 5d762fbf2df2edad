import type { ImageFiles } from './images.ts';

/** The words of a `publish` of a virtual machine for both programs. */
export function publishWords(
  { metadata, disk }: ImageFiles,
  place: readonly string[],
): readonly string[] {
  const files = ['--files', metadata, '--files', disk];
  return ['publish', ...place, '--for', 'lxd', '--for', 'incus', ...files, '--quiet'];
}

/** Those of a raw disk for MAAS, which needs no digest but its own. */
export function publishRawWords({ disk }: ImageFiles, place: readonly string[]): readonly string[] {
  const names = ['--os', 'rhel', '--release', 'rocky9', '--os-version', '9', '--arch', 'amd64'];
  const maas = ['--for', 'maas', '--stream-name', 'com.example.maas', ...names];
  return ['publish', ...place, ...maas, '--files', disk, '--quiet'];
}
