import type { ImageFiles } from './images.ts';

/** The words of a `publish` of a virtual machine for both programs. */
export function publishWords(
  { metadata, disk }: ImageFiles,
  place: readonly string[],
): readonly string[] {
  const files = ['--files', metadata, '--files', disk];
  return ['publish', ...place, '--for', 'lxd', '--for', 'incus', ...files, '--quiet'];
}
