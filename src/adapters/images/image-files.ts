import { InputError } from '../../core/error.ts';
import type { Draft } from '../../ports/store.ts';
import type { DraftOf, ImageFile, Images, OpenImage } from '../../ports.ts';
import { assertUnchanged, readBytes } from './file-bytes.ts';
import type { FileDigests } from './file-digests.ts';
import { hashFiles } from './hash-files.ts';
import { naming } from './naming.ts';
import { type OpenFile, openFile } from './open-file.ts';
import { type OpenHandles, openHandles } from './open-handles.ts';
import { recognise } from './recognise.ts';

export interface ImageFilesOptions {
  /** Looked at between reads; what is under way then throws its reason. */
  readonly signal?: AbortSignal;
  /** Whether the store takes large files in parts, each of which then needs a digest of its own. */
  readonly inParts?: boolean;
  /** How many files stay open that nobody reads at the moment. */
  readonly mostIdle?: number;
}

/** Each keeps a descriptor until it is stored; the bytes of further files are read again when they are stored. */
const mostDrafts = 64;

/** Image files of this machine. */
export function imageFiles({ signal, inParts = true, mostIdle }: ImageFilesOptions = {}): Images {
  const files = new Map<OpenImage, OpenFile>();
  const handles = openHandles(mostIdle);
  const drafts = new Set<Draft>();

  function fileOf(image: OpenImage): OpenFile {
    const file = files.get(image);
    if (file === undefined) throw new Error(`${image.path} was not opened here`);
    return file;
  }

  /** Remembers what is begun, also where hashing fails. */
  function remembering(draftOf: DraftOf): DraftOf {
    return async (image) => {
      if (drafts.size >= mostDrafts) return undefined;
      const draft = await draftOf(image);
      if (draft !== undefined) drafts.add(draft);
      return draft;
    };
  }

  function imageFile(image: OpenImage, digests: FileDigests): ImageFile {
    const { sha256, parts, combined, md5, draft } = digests;
    const file = fileOf(image);
    const read = (offset: number, target: Uint8Array) =>
      naming(image.path, async () => {
        await readBytes(file, offset, target, signal);
        await assertUnchanged(file);
      });
    return { ...image, sha256, parts, combined, md5, draft, read };
  }

  return {
    async open(paths) {
      const opened = await openAll(paths, handles, signal);
      for (const [image, file] of opened) files.set(image, file);
      return [...opened.keys()];
    },

    async hash(images, wanted, onBytes, draftOf) {
      const options = { fileOf, inParts, onBytes, signal };
      const digests = await hashFiles(images, wanted, {
        ...options,
        draftOf: draftOf && remembering(draftOf),
      });
      return images.map((image) => {
        const found = digests.get(image);
        if (found === undefined) throw new Error(`${image.path} was not hashed`);
        return imageFile(image, found);
      });
    },

    async close() {
      for (const draft of drafts) await draft.discard();
      drafts.clear();
      const all = [...files.values()];
      files.clear();
      await closeAll(all);
    },
  };
}

/** All of them, or none. @throws InputError IMAGE_INVALID with the problems of every file */
async function openAll(
  paths: readonly string[],
  handles: OpenHandles,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<OpenImage, OpenFile>> {
  const opened: OpenFile[] = [];
  const images = new Map<OpenImage, OpenFile>();
  const failures: InputError[] = [];
  try {
    for (const path of paths) {
      try {
        const file = await naming(path, () => openFile(path, handles));
        const twin = opened.find((other) => isSame(file, other));
        opened.push(file);
        if (twin !== undefined) throw givenTwice(file, twin);
        const facts = await naming(path, () => recognise(file, signal));
        images.set({ path, size: file.size, facts }, file);
      } catch (error) {
        if (!(error instanceof InputError && error.code === 'IMAGE_INVALID')) throw error;
        failures.push(error);
      }
    }
    if (failures.length > 0) throw allOf(failures);
    return images;
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

function isSame(a: OpenFile, b: OpenFile): boolean {
  return a.before.dev === b.before.dev && a.before.ino === b.before.ino;
}

function givenTwice(file: OpenFile, twin: OpenFile): InputError {
  const what = file.path === twin.path ? 'is given twice' : `is the same file as ${twin.path}`;
  return new InputError('IMAGE_INVALID', `${file.path} ${what}; give every file once`);
}

function allOf(failures: readonly InputError[]): InputError {
  const problems = failures.flatMap((failure) => failure.problems);
  const cause = failures.length === 1 ? failures[0]?.cause : new AggregateError(failures);
  return new InputError('IMAGE_INVALID', problems, { cause });
}

async function closeAll(files: readonly OpenFile[]): Promise<void> {
  for (const file of files) await file.handle.close();
}
