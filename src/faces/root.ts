import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseRelativePath } from '../core/path.ts';
import { fileAt } from './file-at.ts';
import type { Reading, Wrong } from './reading.ts';

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

/** The inputs `root`, `endpoint`, `region` and `expected-bucket-owner`, which belong together. */
export function readRoot(reading: Reading, cwd: string): RootPlace | undefined {
  const place = reading.text('root', (text, wrong) => parseRoot(text, cwd, wrong));
  const details = {
    endpoint: reading.text('endpoint', parseEndpoint),
    region: reading.text('region', matching(/^[A-Za-z0-9-]{1,64}$/)),
    expectedBucketOwner: reading.text('expected-bucket-owner', matching(/^\d{12}$/)),
  };
  if (place?.kind === 's3') return { ...place, ...details };
  if (place?.kind === 'folder') {
    const onlyS3 = 'is for a root in a bucket, s3://…, and this root is a folder';
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

function matching(pattern: RegExp) {
  return (text: string, wrong: Wrong) => (pattern.test(text) ? text : wrong());
}
