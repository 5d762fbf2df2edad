import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListedImage, Reader } from './reader.ts';

/** What a reader makes of one image of a root. */
export type Sight =
  /** The listing fails, with the reader's words. */
  | { readonly seen: 'failure'; readonly words: string }
  /** The listing works, and the image is not in it. */
  | { readonly seen: 'no image' }
  | {
      readonly seen: 'image';
      /** How often it is listed, the first of them, and whether that has the alias in its list. */
      readonly count: number;
      readonly image: ListedImage;
      readonly aliases: readonly string[];
      /** Whether the alias means this image when somebody asks for it by that. */
      readonly isMeant: boolean;
      /** `''` when it arrived, with the right fingerprint; else the reader's words. */
      readonly download: string;
    };

/**
 * Looks for the image of a fingerprint, asks what `alias` means, and downloads the image.
 * @param folder an empty folder for the download
 */
export async function lookFor(
  reader: Reader,
  fingerprint: string,
  alias: string,
  folder: string,
): Promise<Sight> {
  const listing = await reader.run('image', 'list', 'check:', '--format', 'json');
  if (listing.code !== 0) return { seen: 'failure', words: listing.stderr };
  const images: readonly ListedImage[] = JSON.parse(listing.stdout);
  const found = images.filter((image) => image.fingerprint === fingerprint);
  const [image] = found;
  if (image === undefined) return { seen: 'no image' };
  const meaning = await reader.run('image', 'info', `check:${alias}`);
  return {
    seen: 'image',
    count: found.length,
    image,
    aliases: (image.aliases ?? []).map(({ name }) => name),
    isMeant: meaning.stdout.includes(`Fingerprint: ${fingerprint}\n`),
    download: await download(reader, fingerprint, folder),
  };
}

async function download(reader: Reader, fingerprint: string, folder: string): Promise<string> {
  const target = join(folder, 'image');
  const { code, stderr } = await reader.run('image', 'export', `check:${fingerprint}`, target);
  if (code !== 0) return stderr;
  const hash = createHash('sha256');
  // `image` is the metadata and `image.root` the root; or `image.tar.xz`, say, is both
  const names = (await readdir(folder)).filter((name) => name.startsWith('image'));
  for (const name of names.toSorted()) hash.update(await readFile(join(folder, name)));
  const arrived = hash.digest('hex');
  return arrived === fingerprint ? '' : `${arrived} arrived`;
}
