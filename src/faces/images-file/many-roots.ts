import type { ImageRequest } from '../../app/publication.ts';
import { InputError } from '../../core/error.ts';
import type { Environment } from '../environment.ts';
import { expandFiles } from '../files.ts';
import type { Reading } from '../reading.ts';
import {
  type PublishSettings,
  readImage,
  readKeysAndReport,
  readNames,
  readRootRequest,
  type Surroundings,
} from '../request.ts';
import { readRetention } from '../retention.ts';
import { readRoot } from '../root.ts';
import type { Values } from '../values.ts';
import { readFileText } from './file-text.ts';
import type { ImageEntry } from './image-entries.ts';
import { parseImagesFile } from './images-file.ts';
import type { RootEntry } from './root-entries.ts';
import { checkInputsBeside, valuesFor } from './root-values.ts';

/** What a run publishes by an images file. */
export interface ManyRoots {
  /** Those that images go to, in the order of the file. */
  readonly roots: readonly PublishSettings[];
  /** The names of the images that were allowed to be missing, and are. */
  readonly skipped: readonly string[];
}

/**
 * The inputs of `publish` with an images file, and what it says.
 * @throws InputError INPUT_INVALID naming everything that is wrong, in the file with line and column
 */
export async function readManyRoots(
  reading: Reading,
  surroundings: Surroundings,
  environment: Environment,
): Promise<ManyRoots> {
  const { cwd } = surroundings;
  const keys = readKeysAndReport(reading, cwd);
  const file = readFileText(reading, cwd);
  const { roots, images } =
    file === undefined
      ? { roots: [], images: [] }
      : await parseImagesFile(file.text, file.path, environment, reading.problem);
  checkInputsBeside(reading, roots);
  const missing = await missingAmong(images, cwd);
  const requests = await readRequests(
    images.filter((image) => !missing.has(image)),
    reading,
    cwd,
  );
  const settings = roots.map((root) =>
    readRootSettings(valuesFor(reading, root, roots), root, reading, surroundings, requests),
  );
  if (images.length > 0 && requests.size === 0) {
    reading.wrong('images', undefined, 'there is nothing to publish: no image of it is there');
  }
  if (reading.problems.length > 0) {
    throw new InputError('INPUT_INVALID', reading.problems);
  }
  return {
    roots: settings.flatMap((each) =>
      each === undefined || each.request.images.length === 0 ? [] : [{ ...each, ...keys }],
    ),
    skipped: [...missing].map(({ name }) => name),
  };
}

type Requests = ReadonlyMap<ImageEntry, ImageRequest>;

async function readRequests(
  images: readonly ImageEntry[],
  reading: Reading,
  cwd: string,
): Promise<Requests> {
  const requests = new Map<ImageEntry, ImageRequest>();
  for (const image of images) {
    const own = reading.of(image.values);
    const request = await readImage(own, cwd);
    requests.set(image, { ...request, name: image.name, retention: readRetention(own) });
  }
  return requests;
}

/** The images that may be missing and have none of their files. One that has some of them is not missing, but broken. */
async function missingAmong(
  images: readonly ImageEntry[],
  cwd: string,
): Promise<ReadonlySet<ImageEntry>> {
  const missing = new Set<ImageEntry>();
  for (const image of images.filter(({ optional }) => optional)) {
    const patterns = image.values.get('files')?.texts ?? [];
    const found = await expandFiles(patterns, cwd, () => undefined);
    if (patterns.length > 0 && found.length === 0) missing.add(image);
  }
  return missing;
}

function readRootSettings(
  values: Values,
  entry: RootEntry,
  reading: Reading,
  surroundings: Surroundings,
  requests: Requests,
): Omit<PublishSettings, 'signingKey' | 'trustedKeys'> | undefined {
  const own = reading.of(values);
  if (!values.has('root')) own.problem(`${entry.place} url is missing: give it, or the input root`);
  if (!values.has('for')) own.problem(`${entry.place} for is missing: give it, or the input for`);
  const root = readRoot(own, surroundings.cwd);
  const { contentId, streamName } = readNames(own);
  const images = [...requests].flatMap(([{ roots }, image]): ImageRequest[] =>
    roots.includes(entry)
      ? [
          {
            ...image,
            contentId: image.contentId ?? contentId,
            streamName: image.streamName ?? streamName,
          },
        ]
      : [],
  );
  const request = { ...readRootRequest(own, surroundings), images };
  return root && { request, root, singleWriter: own.boolean('single-writer') };
}
