import type { _Object as ObjectOfList } from '@aws-sdk/client-s3';
import type { ListedObject, Listing } from '../../ports/store.ts';
import { byPath } from '../listed-order.ts';
import { notS3 } from './errors.ts';
import { listedKey } from './listed-key.ts';
import { failed, type Session } from './session.ts';

/**
 * Every object below `prefix`, page by page.
 * @param prefix empty, or with a slash at its end
 * @throws StoreError STORE_DENIED without s3:ListBucket
 */
export async function listObjects(session: Session, prefix: string): Promise<Listing> {
  const { bucket, place, signal } = session;
  const objects: ListedObject[] = [];
  const begun = performance.now();
  let now: Date | undefined;
  let token: string | undefined;
  try {
    do {
      const { output, date } = await bucket.list(prefix, token, signal);
      if (date === undefined) throw notS3(place.bucket, prefix, 'Date');
      // The answer is dated when it is sent, and the list may be a while older.
      now ??= new Date(date.getTime() - (performance.now() - begun));
      for (const object of output.Contents ?? []) {
        const listed = listedObject(session, object, prefix, output.EncodingType);
        if (listed !== undefined) objects.push(listed);
      }
      token = nextToken(session, prefix, token, output);
    } while (token !== undefined);
  } catch (error) {
    throw failed(session, 's3:ListBucket', prefix, error);
  }
  return { objects: objects.sort(byPath), now };
}

function listedObject(
  { place }: Session,
  { Key, Size: size, LastModified: modified }: ObjectOfList,
  prefix: string,
  encoding: string | undefined,
): ListedObject | undefined {
  if (Key === undefined) throw notS3(place.bucket, prefix, 'Key');
  const key = listedKey(Key, encoding);
  if (size === undefined) throw notS3(place.bucket, key, 'Size');
  if (modified === undefined) throw notS3(place.bucket, key, 'LastModified');
  // Of a server that overlooks the prefix: what is listed may be removed, so nothing of a neighbour is.
  return key.startsWith(prefix) ? { path: key.slice(prefix.length), size, modified } : undefined;
}

interface Page {
  readonly IsTruncated?: boolean | undefined;
  readonly NextContinuationToken?: string | undefined;
}

function nextToken(
  { place }: Session,
  prefix: string,
  token: string | undefined,
  { IsTruncated, NextContinuationToken: next }: Page,
): string | undefined {
  if (IsTruncated !== true) return undefined;
  // Without one the rest would be missing, and with the same one the list would never end.
  if (next === undefined || next === token) {
    throw notS3(place.bucket, prefix, 'NextContinuationToken of its own');
  }
  return next;
}
