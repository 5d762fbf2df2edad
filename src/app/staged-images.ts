import type { Sha256 } from '../core/digest.ts';
import { InputError } from '../core/error.ts';
import type { RelativePath } from '../core/path.ts';
import {
  parseStagingRecord,
  type StagedFile,
  type StagedImage,
  type StagingRecord,
  stagingPath,
} from '../core/staging-record.ts';
import type { ImageFile, Ports } from '../ports.ts';
import { documentLimit } from './head.ts';
import { type Image, imageOf, planOf } from './image.ts';
import { mergeImages } from './merge-images.ts';
import type { PublishRequest } from './publication.ts';
import { isFresh } from './stage.ts';
import type { StageName } from './stage-images.ts';

/** What the jobs of a run have staged, ready to be committed. */
export interface StagedImages {
  readonly images: readonly Image[];
  /** Where their files lie. */
  readonly places: ReadonlyMap<Sha256, RelativePath>;
}

/**
 * Reads the records of a run and makes images of them; files of one version that different jobs staged are joined.
 * @param expect the stages that must be there
 * @throws InputError naming every record that is missing, old or not of this run, and what does not fit together
 * @throws TrustError SIGNATURE_INVALID
 */
export async function readStagedImages(
  request: PublishRequest,
  run: string,
  expect: readonly string[],
  ports: Ports,
): Promise<StagedImages> {
  ports.reporter.group('Images');
  const problems: string[] = [];
  const records: StagingRecord[] = [];
  for (const stage of expect) {
    const record = await readRecord({ run, stage }, ports, problems);
    if (record === undefined) continue;
    records.push(record);
    problems.push(...(await goneFiles(ports, record)));
    for (const { path, size, facts } of record.images.flatMap(({ files }) => files)) {
      ports.reporter.info(`${stage}: ${path}: ${facts.kind}, ${size} bytes`);
    }
  }
  if (problems.length > 0) throw new InputError('IMAGE_INVALID', problems);
  const staged = records.flatMap(({ stage, images }) => images.map((image) => named(stage, image)));
  const now = request.sourceDate ?? ports.clock.now();
  const images = mergeImages(request, staged, now).map((image) => {
    const files = image.files.map(storedFile);
    return imageOf(image, planOf(image, request, files), files, { sha256: ports.sha256, now });
  });
  const files = staged.flatMap((image) => image.files);
  return { images, places: new Map(files.map(({ sha256, stored }) => [sha256, stored])) };
}

async function readRecord(
  name: StageName,
  { store, signing }: Ports,
  problems: string[],
): Promise<StagingRecord | undefined> {
  const path = stagingPath(name.run, name.stage, signing === undefined ? 'json' : 'sjson');
  const stored = await store.read(path, documentLimit);
  if (stored === undefined) {
    problems.push(
      `stage ${name.stage} of run ${name.run} has left no record in ${store.url} (${path}): its job failed, has not run, or ${signing === undefined ? 'signed its record, and no signing key is given here' : 'did not sign its record'}; nothing is published`,
    );
    return undefined;
  }
  if (!isFresh(stored)) {
    problems.push(
      `the record of stage ${name.stage} of run ${name.run} is older than 24 hours, and its files may be reaped any time; run the job again`,
    );
    return undefined;
  }
  const text =
    signing === undefined
      ? new TextDecoder().decode(stored.bytes)
      : (await signing.verifier.clearsigned(stored.bytes, path)).text;
  const record = parseStagingRecord(text, path);
  if (record.run === name.run && record.stage === name.stage) return record;
  problems.push(
    `${path} is the record of stage ${record.stage} of run ${record.run}; run the job again`,
  );
  return undefined;
}

/** Seen before anything is written; the commit looks once more. */
async function goneFiles(
  { store }: Ports,
  { stage, images }: StagingRecord,
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { path, stored, size } of images.flatMap(({ files }) => files)) {
    const found = await store.stat(stored);
    if (found?.size !== size || !isFresh(found)) problems.push(gone(`${stage}: ${path}`, stored));
  }
  return problems;
}

function gone(path: string, stored: string): string {
  return `${path} was staged at ${stored} and is not there any more, or is older than 24 hours; run the job that stages it again`;
}

/** Files of several jobs are told apart by the job's name. */
function named(stage: string, image: StagedImage): StagedImage {
  const files = image.files.map((file) => ({ ...file, path: `${stage}: ${file.path}` }));
  return { ...image, name: image.name ?? stage, files };
}

/** As a file of this run, except that its bytes are in the root alone. */
function storedFile(file: StagedFile): ImageFile {
  const { size, sha256 } = file;
  return {
    ...file,
    parts: [{ offset: 0, size, sha256 }],
    read: () => {
      throw new InputError('IMAGE_INVALID', gone(file.path, file.stored));
    },
  };
}
