import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseRelativePath } from '../core/path.ts';
import { fileAt } from './file-at.ts';
import type { Parse, Reading, Wrong } from './reading.ts';

/** Where a root lies, as its store needs to know it. */
export type RootPlace =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 's3';
      readonly bucket: string;
      /** Without a slash at either end; empty when the root is the whole bucket. */
      readonly prefix: string;
      readonly endpoint: string | undefined;
      readonly region: string | undefined;
      readonly expectedBucketOwner: string | undefined;
    };

/** A root that is only read: also one behind a web server. */
export type ReadablePlace = RootPlace | WebPlace;

export interface WebPlace {
  readonly kind: 'web';
  /** Without the name of an index and without a slash at its end. */
  readonly url: string;
  /** As it was given: what people would give to a consumer. */
  readonly given: string;
}

/** The inputs `root`, `endpoint`, `region` and `expected-bucket-owner`, which belong together. */
export function readRoot(reading: Reading, cwd: string): RootPlace | undefined {
  const place = readPlace(reading, (text, wrong) => parseRoot(text, cwd, wrong));
  return place?.kind === 'web' ? undefined : place;
}

/** As {@link readRoot}, for who only reads: a folder must be there, and the root may lie behind a web server. */
export function readRootToRead(reading: Reading, cwd: string): ReadablePlace | undefined {
  return readPlace(reading, (text, wrong) => {
    if (/^https?:\/\//i.test(text)) return parseWeb(text, wrong);
    return parseExisting(text, cwd, wrong);
  });
}

function parseExisting(text: string, cwd: string, wrong: Wrong): ParsedRoot | undefined {
  const place = parseRoot(text, cwd, wrong);
  const missing = place?.kind === 'folder' && fileAt(place.folder) === undefined;
  return missing ? wrong('there is no such folder') : place;
}

/** The inputs `from`, `from-endpoint` and `from-region`: a root that must be there. */
export function readFrom(reading: Reading, cwd: string): RootPlace | undefined {
  const place = reading.text('from', (text, wrong) => parseExisting(text, cwd, wrong));
  const endpoint = reading.text('from-endpoint', parseEndpoint);
  const region = reading.text('from-region', parseRegion);
  if (place?.kind === 's3') {
    return {
      ...place,
      endpoint: endpoint ?? reading.text('endpoint', parseEndpoint),
      region: region ?? reading.text('region', parseRegion),
      expectedBucketOwner: undefined,
    };
  }
  const onlyS3 = 'is for a root in a bucket, s3://…, and from is a folder';
  if (place && endpoint !== undefined) reading.wrong('from-endpoint', undefined, onlyS3);
  if (place && region !== undefined) reading.wrong('from-region', undefined, onlyS3);
  return place;
}

/** Whether both are one root. */
export function isSamePlace(a: RootPlace, b: RootPlace): boolean {
  if (a.kind === 'folder' || b.kind === 'folder') {
    return a.kind === 'folder' && b.kind === 'folder' && a.folder === b.folder;
  }
  return a.bucket === b.bucket && a.prefix === b.prefix && a.endpoint === b.endpoint;
}

function readPlace(
  reading: Reading,
  parse: Parse<ParsedRoot | WebPlace>,
): ReadablePlace | undefined {
  const place = reading.text('root', parse);
  const details = {
    endpoint: reading.text('endpoint', parseEndpoint),
    region: reading.text('region', parseRegion),
    expectedBucketOwner: reading.text('expected-bucket-owner', matching(/^\d{12}$/)),
  };
  if (place?.kind === 's3') return { ...place, ...details };
  if (place !== undefined) {
    const onlyS3 = `is for a root in a bucket, s3://…, and this root is ${place.kind === 'web' ? 'behind a web server' : 'a folder'}`;
    if (details.endpoint !== undefined) reading.wrong('endpoint', undefined, onlyS3);
    if (details.region !== undefined) reading.wrong('region', undefined, onlyS3);
    if (details.expectedBucketOwner !== undefined) {
      reading.wrong('expected-bucket-owner', undefined, onlyS3);
    }
  }
  return place;
}

type ParsedRoot =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 's3'; readonly bucket: string; readonly prefix: string };

function parseRoot(text: string, cwd: string, wrong: Wrong): ParsedRoot | undefined {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return parseFolder(resolve(cwd, text), wrong);
  if (scheme === 'file') return parseFileUrl(text, wrong);
  if (scheme === 's3') return parseBucket(text.slice('s3://'.length), wrong);
  return scheme === 'http' || scheme === 'https'
    ? wrong(
        'a root is written to, and this is where one is read: give the bucket as s3://bucket/prefix, with endpoint for an S3 that is not AWS',
      )
    : wrong();
}

/** Consumers append paths to the URL, so there is nothing behind its path. */
function parseWeb(text: string, wrong: Wrong): WebPlace | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.href !== url.origin + url.pathname) {
    return wrong('expected an http or https URL without user, query and fragment');
  }
  const base = url.href.replace(/\/streams\/v1\/index\.s?json$/, '').replace(/\/+$/, '');
  return { kind: 'web', url: base, given: text };
}

function parseFileUrl(text: string, wrong: Wrong): ParsedRoot | undefined {
  try {
    return parseFolder(fileURLToPath(text), wrong);
  } catch {
    return wrong('expected a URL of a local folder: file:///folder');
  }
}

function parseFolder(folder: string, wrong: Wrong): ParsedRoot | undefined {
  try {
    const found = fileAt(folder);
    if (found !== undefined && !found.isDirectory()) return wrong('it is not a folder');
  } catch (error) {
    return wrong(error instanceof Error ? error.message : undefined);
  }
  return { kind: 'folder', folder };
}

/** Bucket names by the widest of the rules in use: AWS is stricter, and says so itself. */
function parseBucket(text: string, wrong: Wrong): ParsedRoot | undefined {
  const [, bucket = '', prefix = ''] = /^([^/]*)\/?(.*?)\/?$/s.exec(text) ?? [];
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/.test(bucket)) {
    return wrong('there is no name of a bucket after s3://');
  }
  return prefix === '' || parseRelativePath(prefix) !== undefined
    ? { kind: 's3', bucket, prefix }
    : wrong('the prefix is a path of [A-Za-z0-9._~:/-] without empty, "." and ".." segments');
}

function parseEndpoint(text: string, wrong: Wrong): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const bare = url !== undefined && url.href === `${url.origin}/`;
  return bare && /^https?:$/.test(url.protocol) ? url.origin : wrong();
}

const parseRegion = matching(/^[A-Za-z0-9-]{1,64}$/);

function matching(pattern: RegExp) {
  return (text: string, wrong: Wrong) => (pattern.test(text) ? text : wrong());
}
