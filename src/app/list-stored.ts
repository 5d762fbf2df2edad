import type { Json } from '../core/consumers/json.ts';
import type { Listing as Listed } from '../core/consumers/listing.ts';
import type { Index } from '../core/document.ts';
import { isSimplestreamsError } from '../core/error.ts';
import { parseContentId } from '../core/name.ts';
import { customaryPath, type Form, headPath, index as indexPath } from '../core/root.ts';
import { documentText } from '../core/schema/json-text.ts';
import { parseIndex, validateIndex } from '../core/schema/validate.ts';
import { planVisit, type Listed as Stored } from '../core/visit-plan.ts';
import type { Listing } from '../ports/store.ts';
import { documentLimit } from './head.ts';
import type { Share, StoredShares } from './list-report.ts';
import { namedBy } from './named-paths.ts';
import type { Reader } from './read-view.ts';

/** What is known of a root before its store is looked at. */
export interface ReadRoot {
  readonly form: Form;
  /** Of the index. */
  readonly bytes: Uint8Array;
  readonly json: Json | undefined;
  readonly listed: Listed;
}

/**
 * What lies in the store beside what the root lists.
 * @param listing begun before the index was read: what was stored since is not in it
 */
export async function storedShares(
  reader: Pick<Reader, 'root' | 'sha256'>,
  listing: Listing,
  read: ReadRoot,
): Promise<StoredShares> {
  const named = await namedPaths(reader, read);
  if (typeof named === 'string') return { known: false, why: named };
  const plan = planVisit({ ...listing, named, notes: new Map() }, Number.POSITIVE_INFINITY);
  return {
    known: true,
    reapable: shareOf(plan.waiting),
    young: shareOf(plan.young),
    // A root that another tool made lists files at paths of another layout.
    foreign: shareOf(plan.foreign.filter(({ path }) => !named.has(path))),
    nested: plan.nested,
  };
}

function shareOf(objects: readonly Stored[]): Share {
  return { files: objects.length, bytes: objects.reduce((sum, { size }) => sum + size, 0) };
}

/** Every path that the root names or implies; or why that is not known. */
async function namedPaths(
  { root, sha256 }: Pick<Reader, 'root' | 'sha256'>,
  { form, bytes, json, listed }: ReadRoot,
): Promise<ReadonlySet<string> | string> {
  const index = orUndefined(() => validateIndex(json, headPath(form)));
  if (index === undefined) return 'the index cannot be read, so what it names is not known';
  const contentIds = Object.keys(index.index);
  const unread = contentIds.filter((contentId) => !listed.view.documents.has(contentId));
  if (unread.length > 0) {
    return `what ${unread.join(', ')} names is not known: it cannot be read, or is no products document`;
  }
  const head = { form, sha256: sha256(bytes), index };
  const follower = form === 'json' ? head : await readFollower(root, sha256);
  if (follower !== undefined && follower.index.commit !== index.commit) {
    return 'index.json does not follow index.sjson: somebody is publishing, or a run was ended half-way';
  }
  return new Set([
    ...listed.all.items.flatMap(({ path }) => path ?? []),
    ...[head, follower ?? head].flatMap((each) => [...namedBy({ sha256 }, each, [])]),
    ...contentIds.flatMap(customaryPaths),
  ]);
}

type Named = Parameters<typeof namedBy>[1];

/** It names the plain documents of a signed root. */
async function readFollower(
  root: Reader['root'],
  sha256: Reader['sha256'],
): Promise<Named | undefined> {
  const stored = await root.read(indexPath, documentLimit);
  if (stored === undefined) return undefined;
  const { bytes } = stored;
  const index = orUndefined(() => parseIndex(documentText(bytes, indexPath), indexPath));
  return index && { form: 'json', sha256: sha256(bytes), index };
}

function customaryPaths(contentId: string): readonly string[] {
  if (parseContentId(contentId) === undefined) return [];
  return [customaryPath(contentId, 'json'), customaryPath(contentId, 'sjson')];
}

/** What cannot be read here is told of where documents are read. */
function orUndefined(read: () => Index): Index | undefined {
  try {
    return read();
  } catch (error) {
    if (isSimplestreamsError(error)) return undefined;
    throw error;
  }
}
