import type { CompletedPart } from '@aws-sdk/client-s3';
import type { Content, ObjectHeaders } from '../../ports/store.ts';
import type { Upload } from './bucket.ts';
import { compare } from './create.ts';
import { RequestFailed } from './failure.ts';
import { statObject } from './read.ts';
import { failed, type Session } from './session.ts';
import { abandoned } from './upload.ts';

/** CopyObject takes no more (S3 API, "CopyObject"); the parts of a larger object are copied one by one. */
const largestCopy = 5 * 2 ** 30;

/** An object of the same service, with the same credentials. */
export interface CopyOrigin {
  readonly bucket: string;
  readonly key: string;
  readonly session: Session;
}

/**
 * Makes the store copy an object that this run has stored elsewhere in it. The path holds the digest of the bytes, so
 * whoever else makes it meanwhile makes the same object; `impossible`: what lies at the origin is not what was stored, or
 * the store does not copy.
 * @param largest how many bytes one request copies
 */
export async function copyObject(
  session: Session,
  key: string,
  origin: CopyOrigin,
  content: Content,
  headers: ObjectHeaders,
  largest = largestCopy,
): Promise<'created' | 'present' | 'different' | 'impossible'> {
  const found = await compare(session, key, content);
  if (found !== undefined) return found;
  const from = await statObject(origin.session, origin.key);
  if (from?.sha256 !== content.sha256 || from.size !== content.size) return 'impossible';
  const copied = { key, headers, from: { ...origin, etag: from.revision } };
  try {
    if (content.size <= largest) {
      await session.bucket.copy({ ...copied, sha256: content.sha256 }, session.signal);
    } else {
      await copyInParts(session, copied, content, largest);
    }
    return 'created';
  } catch (error) {
    if (session.signal.aborted || !(error instanceof RequestFailed)) {
      throw failed(session, 's3:PutObject', key, error);
    }
    return 'impossible';
  }
}

interface Copied {
  readonly key: string;
  readonly headers: ObjectHeaders;
  readonly from: CopyOrigin & { readonly etag: string };
}

async function copyInParts(
  session: Session,
  { key, headers, from }: Copied,
  { size, sha256 }: Content,
  largest: number,
): Promise<void> {
  const { bucket, signal } = session;
  const upload = await bucket.createUpload(key, sha256, headers, signal);
  if (upload === undefined) throw new Error('the upload has no id');
  try {
    const parts = await copyParts(session, upload, from, size, largest);
    await bucket.completeUpload(upload, parts, {}, signal);
  } catch (error) {
    throw await abandoned(session, upload, error);
  }
}

async function copyParts(
  { bucket, signal }: Session,
  upload: Upload,
  from: Copied['from'],
  size: number,
  largest: number,
): Promise<readonly CompletedPart[]> {
  const parts: CompletedPart[] = [];
  for (let offset = 0; offset < size; offset += largest) {
    const range = { first: offset, last: Math.min(size, offset + largest) - 1 };
    parts.push(await bucket.copyPart(upload, parts.length + 1, from, range, signal));
  }
  return parts;
}
