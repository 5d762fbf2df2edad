import { StoreError } from '../core/error.ts';
import { imagePath, objectHeaders } from '../core/root.ts';
import {
  type StagedFile,
  type StagedImage,
  stagingPath,
  writeStagingRecord,
} from '../core/staging-record.ts';
import type { Ports } from '../ports.ts';
import { documentLimit } from './head.ts';
import type { Image } from './image.ts';
import { warnOfExpiry } from './key-expiry.ts';
import type { PublishRequest } from './publication.ts';
import { readImages } from './read-images.ts';
import { openStage, type Stage } from './stage.ts';

/** Which job of which run: what tells records apart. */
export interface StageName {
  readonly run: string;
  readonly stage: string;
}

/** What a job has staged: the JSON of `--json` and of the input `report`. */
export interface StageReport extends StageName {
  readonly root: string;
  readonly record: string;
  readonly files: readonly {
    readonly path: string;
    readonly stored: string;
    readonly size: number;
    readonly uploaded: boolean;
  }[];
}

/**
 * Uploads the files of images and leaves a record of them, for the job that commits what all jobs of a run have staged.
 * No reader sees anything of it.
 * @throws InputError · StoreError
 */
export async function stageImages(
  request: PublishRequest,
  name: StageName,
  ports: Ports,
): Promise<StageReport> {
  const { reporter, store, images } = ports;
  try {
    const read = await readImages(request, ports, store);
    warnOfExpiry(ports, []);
    reporter.group('Publish');
    const stage = openStage(ports);
    const staged: StagedImage[] = [];
    for (const image of read) staged.push(await stageImage(image, stage));
    const record = await putRecord(ports, name, staged);
    const files = staged.flatMap((image) => image.files);
    return {
      ...name,
      root: store.url,
      record,
      files: files.map(({ path, stored, size, sha256 }) => {
        return { path, stored, size, uploaded: stage.stored(sha256) === 'uploaded' };
      }),
    };
  } finally {
    await images.close();
  }
}

async function stageImage(image: Image, stage: Stage): Promise<StagedImage> {
  const { request, plan, derivedSerial } = image;
  const serial = request.serial ?? derivedSerial;
  const files: StagedFile[] = [];
  for (const file of image.files) {
    const item = image.items.find(({ source }) => source === file);
    if (item === undefined) continue;
    const path = imagePath({ ...plan.place, serial, sha256: file.sha256, file: item.storedAs });
    const toStage = { source: file, path, open: async () => file };
    await stage.store([toStage], new Set());
    const { size, sha256, combined, md5, facts } = file;
    const stored = stage.place(toStage);
    files.push({ path: file.path, stored, size, sha256, combined, md5, facts });
  }
  return { ...request, files };
}

/** A job that runs again replaces its record. */
async function putRecord(
  ports: Ports,
  name: StageName,
  images: readonly StagedImage[],
): Promise<string> {
  const { store, signing } = ports;
  const text = writeStagingRecord({ format: 'staging:1.0', ...name, images });
  const bytes =
    signing === undefined ? new TextEncoder().encode(text) : await signing.signer.clearsign(text);
  const path = stagingPath(name.run, name.stage, signing === undefined ? 'json' : 'sjson');
  const present = await store.read(path, documentLimit);
  const put = await store.replace(path, bytes, present?.revision, objectHeaders(path, 'mutable'));
  if (put.outcome === 'replaced') return path;
  throw new StoreError(
    'STORE_FAILED',
    `the record ${path} in ${store.url} could not be written (${put.outcome}): another job of run ${name.run} may have the same stage-name; give each a name of its own, and run this one again`,
  );
}
