import type { ListedObject, Listing } from '../../ports/store.ts';
import { notS3 } from './errors.ts';
import { failed, type Session } from './session.ts';

/**
 * Every object below `prefix`.
 * @param prefix empty, or with a slash at its end
 */
export async function listObjects(session: Session, prefix: string): Promise<Listing> {
  const { bucket, place, signal } = session;
  const objects: ListedObject[] = [];
  let now: Date | undefined;
  let token: string | undefined;
  try {
    do {
      const { output, date } = await bucket.list(prefix, token, signal);
      now ??= date;
      for (const { Key: key, Size: size, LastModified: modified } of output.Contents ?? []) {
        if (key === undefined || size === undefined || modified === undefined) continue;
        objects.push({ path: key.slice(prefix.length), size, modified });
      }
      token = output.IsTruncated === true ? output.NextContinuationToken : undefined;
    } while (token !== undefined);
  } catch (error) {
    throw failed(session, 's3:ListBucket', prefix, error);
  }
  if (now === undefined) throw notS3(place.bucket, prefix, 'Date');
  return { objects, now };
}
