import type { ConsumerName } from '../core/consumers/consumer.ts';
import type { Json } from '../core/consumers/json.ts';
import { isSimplestreamsError } from '../core/error.ts';
import type { Finding } from '../core/finding.ts';
import { type Form, headPath } from '../core/root.ts';
import { documentLimit } from './head.ts';
import { readDocument } from './read-document.ts';
import type { Reader } from './read-view.ts';
import { readingFinding } from './reading-finding.ts';

/**
 * Tells of an index.json that does not follow the index.sjson beside it (design: *Signed and unsigned*). That a signed
 * index of this program has one is an error; other tools write two.
 * @param found what was read already, the signed index first
 * @returns nothing where one of the two is not there, or cannot be read
 */
export async function secondHeadFindings(
  { root }: Pick<Reader, 'root'>,
  found: ReadonlyMap<Form, Uint8Array>,
  names: readonly ConsumerName[],
): Promise<readonly Finding[]> {
  const known = found.get('sjson');
  const signed = known ?? (await readIfThere(root, 'sjson'));
  if (signed === undefined) return [];
  // Whoever begins to sign a root marks index.json first, so what was read of it before may have no mark yet.
  const plain = (known && found.get('json')) ?? (await readIfThere(root, 'json'));
  const [head, beside] = await Promise.all([jsonIn(signed, 'sjson'), jsonIn(plain, 'json')]);
  if (beside === undefined || beside.head !== undefined) return [];
  const ours = [head, beside].some((json) => typeof json?.generation === 'number');
  const message = `${headPath('json')} does not say "head": "index.sjson", and ${headPath('sjson')} is there: the root has two heads`;
  return [readingFinding(ours ? 'DOC-009' : 'DOC-010', names, 'index', message)];
}

async function readIfThere(root: Reader['root'], form: Form): Promise<Uint8Array | undefined> {
  try {
    return (await root.read(headPath(form), documentLimit))?.bytes;
  } catch (error) {
    if (!isSimplestreamsError(error) || error.code === 'SIGNAL') throw error;
    return undefined;
  }
}

/** Whatever else is wrong with an index is told by who reads it. */
async function jsonIn(bytes: Uint8Array | undefined, form: Form): Promise<Json | undefined> {
  if (bytes === undefined) return undefined;
  return (await readDocument(bytes, headPath(form), form, undefined, () => undefined)).json;
}
