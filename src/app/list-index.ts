import { asText, type Json } from '../core/consumers/json.ts';
import { InputError, isSimplestreamsError } from '../core/error.ts';
import { type Form, headPath, index as indexPath, signedIndex } from '../core/root.ts';
import type { ReadableRoot } from '../ports.ts';
import { documentLimit } from './head.ts';
import { momentOf } from './list-products.ts';
import type { ListedIndex } from './list-report.ts';

/**
 * The signed index where there is one: in a root of ours, the head.
 * @throws InputError INPUT_INVALID when there is none; StoreError when it cannot be asked for
 */
export async function readIndex(
  root: ReadableRoot,
): Promise<{ readonly form: Form; readonly bytes: Uint8Array }> {
  const signed = await readUnlessDenied(root);
  if (signed !== undefined) return { form: 'sjson', bytes: signed };
  const plain = await root.read(indexPath, documentLimit);
  if (plain !== undefined) return { form: 'json', bytes: plain.bytes };
  throw new InputError(
    'INPUT_INVALID',
    `there is no root at ${root.url}: neither ${signedIndex} nor ${indexPath} is there; give the folder, bucket or URL that holds streams/v1`,
  );
}

/** A refusal may stand for "absent": S3 answers so where the reader may not list the bucket. */
async function readUnlessDenied(root: ReadableRoot): Promise<Uint8Array | undefined> {
  try {
    return (await root.read(signedIndex, documentLimit))?.bytes;
  } catch (error) {
    if (isSimplestreamsError(error) && error.code === 'STORE_DENIED') return undefined;
    throw error;
  }
}

/** What an index, as far as it can be read, says of itself. */
export function describeIndex(form: Form, json: Json | undefined, now: Date): ListedIndex {
  const time = new Date(asText(json?.updated) ?? Number.NaN);
  return {
    path: headPath(form),
    generation: typeof json?.generation === 'number' ? json.generation : undefined,
    updated: Number.isNaN(time.getTime()) ? undefined : momentOf(time, now),
  };
}
