import { readersOfDocuments } from '../core/consumers/readers.ts';
import type { Products } from '../core/document.ts';
import { addVersion, digestsOf, emptyProducts, holdsExactly, putProduct } from '../core/edit.ts';
import { ConflictError, InputError } from '../core/error.ts';
import { relabelled, relabelledVersion } from '../core/label.ts';
import {
  type ContentId,
  type ProductName,
  parseContentId,
  parseProductName,
} from '../core/name.ts';
import { renamed } from '../core/rename.ts';
import { selectVersions } from '../core/selection.ts';
import { compareSerials } from '../core/serial.ts';
import { serialise } from '../core/serialise.ts';
import { type CarryOutcome, carryVersion } from './carry.ts';
import { type ListedVersion, listedVersions } from './listed-files.ts';
import type { PromotionChoice, PromotionPermissions } from './promotion.ts';
import { judge } from './publish-findings.ts';
import type { Stage } from './stage.ts';
import type { VerifiedRoot } from './verified-root.ts';

type Documents = ReadonlyMap<string, Products>;

/** A version of the source that is meant, and where it goes. */
export interface Promoted {
  readonly listed: ListedVersion;
  readonly contentId: ContentId;
  readonly product: ProductName;
}

/**
 * The versions to promote, and their names in the target.
 * @throws InputError NOT_LISTED, INPUT_INVALID
 */
export function selectPromoted(
  source: VerifiedRoot,
  { selection, rename }: PromotionChoice,
  { sameRoot }: PromotionPermissions,
): readonly Promoted[] {
  const listed = listedVersions(
    selectVersions(source.documents, selection, source.url),
    source.url,
  );
  const problems: string[] = [];
  const owners = new Map<string, string>();
  const promoted = listed.flatMap((version): Promoted[] => {
    const { contentId: document, productName } = version;
    const contentId = parseContentId(renamed(document, rename));
    const product = parseProductName(renamed(productName, rename));
    if (contentId === undefined || product === undefined) {
      problems.push(
        `product ${productName} of ${document} would become ${renamed(productName, rename)} of ${renamed(document, rename)}, and that is no name; give another rename`,
      );
      return [];
    }
    if (sameRoot && contentId === document && product === productName) {
      problems.push(
        `product ${productName} would stay what it is: from and root are one root; give another root, or a rename that changes the name`,
      );
    }
    const owner = owners.get(`${contentId} ${product}`);
    if (owner !== undefined) {
      problems.push(
        `${owner} and ${productName} would both become ${product}; promote one of them`,
      );
    }
    owners.set(`${contentId} ${product}`, productName);
    return [{ listed: version, contentId, product }];
  });
  if (problems.length > 0) throw new InputError('INPUT_INVALID', problems);
  return promoted;
}

/**
 * The edit "list these versions too". Files that are listed under the same serial already are not listed again; the
 * tags of a product become those it has in the source. Pure.
 * @throws ConflictError VERSION_EXISTS; InputError SERIAL_NOT_NEWEST; FindingError
 */
export function promoteInto(
  documents: Documents,
  promoted: readonly Promoted[],
  source: VerifiedRoot,
  choice: PromotionChoice,
  stage: Pick<Stage, 'place'>,
): { readonly outcome: CarryOutcome; readonly changed: Documents } {
  const changed = new Map<string, Products>();
  const versions = promoted.map((each) => {
    const { contentId } = each;
    const document =
      changed.get(contentId) ?? documents.get(contentId) ?? newDocument(each, choice.label);
    const edited = promoteVersion(each, document, choice.label, stage);
    if (edited.outcome.changed) changed.set(contentId, edited.document);
    return edited.outcome;
  });
  const known = documents.size > 0 ? documents : source.documents;
  const consumers = choice.consumers ?? readersOfDocuments(known);
  const after = new Map([...documents, ...changed]);
  const remarks = changed.size === 0 ? [] : judge({ ...choice, consumers }, documents, after);
  return { outcome: { versions, consumers, remarks }, changed };
}

function promoteVersion(
  { listed, contentId, product }: Promoted,
  document: Products,
  label: string | undefined,
  stage: Pick<Stage, 'place'>,
) {
  const { serial, productName } = listed;
  const present = document.products[product];
  const tags = { ...relabelled(listed.product, label), versions: present?.versions ?? {} };
  const there = present?.versions?.[serial];
  const isNew = there === undefined || !holdsExactly(there, digestsOf(listed.version));
  if (isNew) checkSerial(product, Object.keys(tags.versions), serial);
  const carried = carryVersion(listed, serial, stage);
  const version = relabelledVersion(carried.version, listed.product, label);
  const after = isNew
    ? addVersion(document, product, tags, serial, version)
    : putProduct(document, product, tags);
  const changed =
    present === undefined || serialise(present) !== serialise(after.products[product] ?? {});
  const from = { contentId: listed.contentId, product: productName, serial };
  const items = carried.items.map((item) => ({
    ...item,
    placed: isNew ? item.placed : (there?.items?.[item.name]?.path ?? item.placed),
  }));
  const outcome = { contentId, product, serial, from, isNew, changed, items };
  return { outcome, document: after };
}

function checkSerial(product: string, listed: readonly string[], serial: string): void {
  if (listed.includes(serial)) {
    throw new ConflictError(
      'VERSION_EXISTS',
      `product ${product} lists version ${serial} with other files, and a version never changes; publish the files into the source under another serial, and promote that`,
    );
  }
  const newest = [...listed].sort(compareSerials).at(-1);
  if (newest === undefined || compareSerials(serial, newest) > 0) return;
  throw new InputError(
    'SERIAL_NOT_NEWEST',
    `serial ${serial} does not sort after ${newest}, the newest version of product ${product}, so no client would take it; promote a newer version, or list its files under a new serial with roll-forward first`,
  );
}

/** With what the source's document says of all of its products. */
function newDocument({ listed, contentId }: Promoted, label: string | undefined): Products {
  return {
    ...emptyProducts(contentId),
    ...relabelled(listed.document, label),
    content_id: contentId,
    products: {},
  };
}
