import type { Guarantee, ObjectHeaders } from '../../ports/store.ts';
import { sha256 } from '../sha256.ts';
import type { Condition, NewObject } from './bucket.ts';
import { noCompareAndSwap } from './errors.ts';
import { RequestFailed } from './failure.ts';
import { failed, type Session } from './session.ts';

/** Of no object. */
const wrongETag = `"${'0'.repeat(32)}"`;

/**
 * Finds out whether this store compares and swaps, by the object under `key`, which has these `bytes`. Amazon does. Any
 * other store is asked: an object that is there must be refused to `If-None-Match: *`, and to a wrong `If-Match`. No
 * few requests one after the other show what happens to two at once; where a bucket keeps versions, Ceph lets both win
 * (RGW 20: 26 of 40 publications stayed), and older ones refuse every `If-Match`.
 * @throws StoreError STORE_NO_COMPARE_AND_SWAP unless a single writer is stated
 */
export async function guaranteesOf(
  session: Session,
  key: string,
  bytes: Uint8Array,
  headers: ObjectHeaders,
): Promise<Guarantee> {
  if (isAmazon(session.place.endpoint)) return 'compare-and-swap';
  if (session.unconditional) return 'single-writer';
  const object = { key, bytes, sha256: sha256(bytes), headers };
  const problem =
    (await versioningProblem(session)) ??
    (await conditionProblem(session, object, { IfNoneMatch: '*' })) ??
    (await conditionProblem(session, object, { IfMatch: wrongETag }));
  if (problem === undefined) return 'compare-and-swap';
  if (!session.singleWriter) {
    const attempt = { ...session.place, action: 's3:PutObject', key } as const;
    throw noCompareAndSwap(attempt, problem.why, problem.cause);
  }
  session.unconditional = true;
  return 'single-writer';
}

/**
 * Whether what is removed may stay as an older version: where versions are suspended, what was stored before still does.
 * `undefined`: the store does not say, or not to us.
 */
export async function keepsVersions({ bucket, signal }: Session): Promise<boolean | undefined> {
  try {
    return (await bucket.versioning(signal)) !== undefined;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof RequestFailed) return undefined;
    throw error;
  }
}

interface Problem {
  readonly why: string;
  readonly cause?: unknown;
}

function isAmazon(endpoint: string | undefined): boolean {
  if (endpoint === undefined) return true;
  return /(?:^|\.)amazonaws\.com(?:\.cn)?$/.test(new URL(endpoint).hostname);
}

/** Whoever may not ask, or asks a store without versions, is told nothing: then the conditions decide. */
async function versioningProblem({ bucket, place, signal }: Session): Promise<Problem | undefined> {
  try {
    const status = await bucket.versioning(signal);
    return status === undefined
      ? undefined
      : { why: `bucket ${place.bucket} keeps versions (versioning: ${status}), and off AWS` };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof RequestFailed) return undefined;
    throw error;
  }
}

async function conditionProblem(
  session: Session,
  object: Omit<NewObject, 'condition'>,
  condition: Condition,
): Promise<Problem | undefined> {
  const asked = condition.IfMatch === undefined ? 'If-None-Match: *' : 'a wrong If-Match';
  try {
    await session.bucket.put({ ...object, condition }, session.signal);
    return { why: `an object that is there was replaced in spite of ${asked}, so` };
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    if (error.status === 412 || error.status === 409) return undefined;
    if (error.refusesConditions) return { why: `${asked} was refused, so`, cause: error };
    throw failed(session, 's3:PutObject', object.key, error);
  }
}
