import type { DraftOf, ImageFile, Images, OpenImage, WantedDigests } from '../../ports.ts';

interface Hashed extends WantedDigests {
  readonly file: ImageFile;
}

/**
 * Images for several roots: a file that more than one of them takes is opened and recognised once, and hashed again
 * only for a digest that nobody wanted before.
 */
export function sharedImages(images: Images): Images {
  const opened = new Map<string, OpenImage>();
  const hashed = new Map<OpenImage, Hashed>();

  async function hashMissing(
    files: readonly OpenImage[],
    wanted: WantedDigests,
    onBytes: ((count: number) => void) | undefined,
    draftOf: DraftOf | undefined,
  ): Promise<void> {
    const missing = files.filter((file) => !serves(hashed.get(file), file, wanted));
    if (missing.length === 0) return;
    // The root before stores what was hashed before, and later ones copy it from there.
    const draft: DraftOf = async (file) => (hashed.has(file) ? undefined : draftOf?.(file));
    const found = await images.hash(missing, wanted, onBytes, draft);
    for (const [at, file] of found.entries()) {
      const image = missing[at];
      if (image !== undefined) hashed.set(image, { ...wanted, file });
    }
  }

  return {
    async open(paths) {
      const found = await images.open(paths.filter((path) => !opened.has(path)));
      for (const image of found) opened.set(image.path, image);
      return paths.flatMap((path) => opened.get(path) ?? []);
    },

    async hash(files, wanted, onBytes, draftOf) {
      await hashMissing(files, wanted, onBytes, draftOf);
      return files.flatMap((file) => hashed.get(file)?.file ?? []);
    },

    close: () => images.close(),
  };
}

/** The metadata tarball goes in front of every other file, and has no combined digest itself. */
function serves(found: Hashed | undefined, file: OpenImage, wanted: WantedDigests): boolean {
  if (found === undefined) return false;
  const { metadata } = wanted;
  const combined = metadata === undefined || metadata === file || metadata === found.metadata;
  return combined && (found.md5 || !wanted.md5);
}
