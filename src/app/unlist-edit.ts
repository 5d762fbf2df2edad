import type { Consumer } from '../core/consumers/consumer.ts';
import { readersOfDocuments } from '../core/consumers/readers.ts';
import { type SelectedProduct, selectAll, type VersionSelection } from '../core/selection.ts';
import { compareSerials } from '../core/serial.ts';
import { unlistVersions } from '../core/unlist.ts';
import { documentsAfter, type Edit } from './edit.ts';
import type { Head } from './head.ts';
import { refuseMostOfRoot } from './most-of-root.ts';
import { judge } from './publish-findings.ts';
import { type UnlistedVersion, unlistedVersion } from './unlisted.ts';

/** What to take back, and what the result must be right for. */
export interface UnlistRequest extends VersionSelection {
  /** `undefined`: those that read the root without an error. */
  readonly consumers: readonly Consumer[] | undefined;
  readonly allow: readonly string[];
  /** For people; recorded in the report alone. */
  readonly reason: string | undefined;
  /** Permission to unlist more than half of the bytes that the root lists. */
  readonly yes: boolean;
  /** Permission to go on from an older head that somebody put back. */
  readonly acceptRollback: boolean;
  readonly dryRun: boolean;
}

/** What clients make of a product from now on. */
export interface ResolvedProduct {
  readonly contentId: string;
  readonly product: string;
  /** The version that they take for the newest; `undefined`: the product is listed no more. */
  readonly newest: string | undefined;
  /** False: it was the newest before, too. */
  readonly changed: boolean;
}

export interface UnlistOutcome {
  readonly unlisted: readonly UnlistedVersion[];
  /** Each that lost a version. */
  readonly products: readonly ResolvedProduct[];
  /** What the user should know, one line each. */
  readonly remarks: readonly string[];
}

/**
 * The edit "take these versions back".
 * @param root for people
 * @throws InputError NOT_LISTED; YES_REQUIRED, except for a version that is named
 * @throws FindingError FINDINGS
 */
export function unlistEdit(request: UnlistRequest, root: string): Edit<UnlistOutcome> {
  return (documents, _, head) => {
    const products = selectAll(documents, request, root);
    const gone = products.flatMap(({ selected }) => selected);
    const isNamed = request.product !== undefined && request.serial !== undefined;
    if (!request.yes && !isNamed) refuseMostOfRoot(documents, gone);
    const taken = unlistVersions(documents, gone);
    const consumers = request.consumers ?? readersOfDocuments(documents);
    const findings = judge({ ...request, consumers }, documents, documentsAfter(documents, taken));
    const outcome = {
      unlisted: gone.map((place) => unlistedVersion(place, request.reason ?? 'taken back')),
      products: products.map(resolve),
      remarks: [...remarkOnEmpty(head, taken.removed), ...findings],
    };
    return { outcome, ...taken, files: [] };
  };
}

function resolve({ contentId, product, versions, selected }: SelectedProduct): ResolvedProduct {
  const serials = versions.map(({ serial }) => serial).sort(compareSerials);
  const gone = new Set(selected.map(({ serial }) => serial));
  const newest = serials.filter((serial) => !gone.has(serial)).at(-1);
  return { contentId, product, newest, changed: newest !== serials.at(-1) };
}

function remarkOnEmpty(head: Head | undefined, removed: ReadonlySet<string>): readonly string[] {
  const left = Object.keys(head?.index.index ?? {}).filter((name) => !removed.has(name));
  return left.length > 0
    ? []
    : ['the index lists nothing any more, and MAAS rejects such a source (MAAS-021)'];
}
