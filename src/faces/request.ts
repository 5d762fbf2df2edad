import type { ImageRequest, PublishRequest } from '../app/publication.ts';
import { InputError } from '../core/error.ts';
import { parseContentId, parseProductName } from '../core/name.ts';
import { parseSerial } from '../core/serial.ts';
import { readAllow } from './allow.ts';
import { readConsumersOfOneRoot } from './consumers.ts';
import { expandFiles } from './files.ts';
import { readGrace } from './grace.ts';
import { unfitTarget } from './json-file.ts';
import { readSigningKey, readTrustedKeys, type SigningKey } from './keys.ts';
import { orWrong, type Reading } from './reading.ts';
import { readRetention } from './retention.ts';
import { type RootPlace, readRoot } from './root.ts';
import { readTags } from './tags.ts';

/** A root that is written to, and the keys for it. */
export interface RootSettings {
  readonly root: RootPlace;
  readonly signingKey: SigningKey | undefined;
  /** Armored public keys. */
  readonly trustedKeys: readonly string[];
  readonly singleWriter: boolean;
}

/** Everything a run of `publish` needs to know: what to publish, and what to publish it with. */
export interface PublishSettings extends RootSettings {
  readonly request: PublishRequest;
}

/** What a run depends on without its being an input of the table. */
export interface Surroundings {
  /** Absolute; what relative paths are relative to. */
  readonly cwd: string;
  /** The variable of https://reproducible-builds.org/specs/source-date-epoch/. */
  readonly sourceDateEpoch: string | undefined;
}

/**
 * The inputs of `publish`, each valid by itself and with the others.
 * @throws InputError INPUT_INVALID naming everything that is wrong
 */
export async function readPublish(
  reading: Reading,
  surroundings: Surroundings,
): Promise<PublishSettings> {
  const { cwd } = surroundings;
  const root = readRoot(reading, cwd);
  const request = await readRequest(reading, surroundings);
  const singleWriter = reading.boolean('single-writer');
  const keys = readKeysAndReport(reading, cwd);
  if (reading.problems.length > 0 || root === undefined) {
    throw new InputError('INPUT_INVALID', reading.problems);
  }
  return { request, root, singleWriter, ...keys };
}

/** What a run has once, however many roots it publishes into; and that its report can be written. */
export function readKeysAndReport(
  reading: Reading,
  cwd: string,
): Pick<PublishSettings, 'signingKey' | 'trustedKeys'> {
  checkReportPath(reading, cwd);
  return {
    signingKey: readSigningKey(reading, reading.boolean('adopt')),
    trustedKeys: readTrustedKeys(reading, cwd),
  };
}

/** Among the problems of `reading`: a file for the report that cannot be written. */
export function checkReportPath(reading: Reading, cwd: string): void {
  reading.text('report', (path, wrong) => {
    const why = unfitTarget(path, cwd);
    return why === undefined ? path : wrong(why);
  });
}

/** What to publish, without where and with what; what is wrong is among the problems of `reading`. */
export async function readRequest(
  reading: Reading,
  surroundings: Surroundings,
): Promise<PublishRequest> {
  const ofRoot = readRootRequest(reading, surroundings);
  return { ...ofRoot, images: [await readImage(reading, surroundings.cwd)] };
}

/** What holds for all images of a root. */
export function readRootRequest(
  reading: Reading,
  { sourceDateEpoch }: Pick<Surroundings, 'sourceDateEpoch'>,
): Omit<PublishRequest, 'images'> {
  const consumers = readConsumersOfOneRoot(reading);
  return {
    consumers,
    sourceDate: readSourceDate(reading, sourceDateEpoch),
    publicUrl: reading.text('public-url', orWrong(parsePublicUrl)),
    adopt: reading.boolean('adopt'),
    acceptRollback: reading.boolean('accept-rollback'),
    dryRun: reading.boolean('dry-run'),
    retention: readRetention(reading),
    grace: readGrace(
      reading,
      consumers.map(({ name }) => name),
    ),
    yes: reading.boolean('yes'),
    allow: readAllow(reading),
  };
}

/** What one image is; what is wrong is among the problems of `reading`. */
export async function readImage(reading: Reading, cwd: string): Promise<ImageRequest> {
  return {
    name: undefined,
    ...readNames(reading),
    files: await readFiles(reading, cwd),
    product: reading.text('product', orWrong(parseProductName)),
    tags: readTags(reading),
    serial: reading.text('serial', orWrong(parseSerial)),
  };
}

/** What the names of the documents and products of an image are made of, where they are not given. */
export function readNames(reading: Reading): Pick<ImageRequest, 'contentId' | 'streamName'> {
  return {
    contentId: reading.text('content-id', orWrong(parseContentId)),
    streamName: reading.text('stream-name', orWrong(parseStreamName)),
  };
}

/** As the reversed domain names that names of products begin with. */
function parseStreamName(text: string): string | undefined {
  return /^[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*$/.test(text) && text.length <= 64
    ? text
    : undefined;
}

async function readFiles(reading: Reading, cwd: string): Promise<readonly string[]> {
  const patterns = reading.list('files', (text) => text);
  return expandFiles(patterns, cwd, (pattern, why) => reading.wrong('files', pattern, why));
}

/** Without a slash at the end. */
function parsePublicUrl(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const bare = url !== undefined && url.href === url.origin + url.pathname;
  return bare && url.protocol === 'https:' ? url.href.replace(/\/+$/, '') : undefined;
}

function readSourceDate(reading: Reading, text = ''): Date | undefined {
  if (text === '') return undefined;
  const date = new Date(Number(text) * 1000);
  return /^\d{1,12}$/.test(text) && date.getUTCFullYear() <= 9999
    ? date
    : reading.problem(
        'SOURCE_DATE_EPOCH: expected whole seconds since 1970-01-01 00:00:00 UTC, before the year 10000',
      );
}
