import type { Consumer } from '../core/consumers/consumer.ts';
import { readersOfDocuments } from '../core/consumers/readers.ts';
import type { Products } from '../core/document.ts';
import { addVersion, chooseSerial, digestsOf, holdsExactly } from '../core/edit.ts';
import { FindingError, InputError } from '../core/error.ts';
import type { Finding } from '../core/finding.ts';
import { type ProductName, parseProductName } from '../core/name.ts';
import { type Selection, selectVersions } from '../core/selection.ts';
import { compareSerials, type Serial } from '../core/serial.ts';
import { type CarriedOutcome, type CarryOutcome, carryVersion } from './carry.ts';
import { type ListedVersion, listedVersions } from './listed-files.ts';
import { judge } from './publish-findings.ts';
import type { Stage } from './stage.ts';

/** Which older version to list again, and as what. */
export interface RollForwardRequest {
  /** With the serial of the older version. */
  readonly selection: Selection & { readonly serial: Serial };
  /** Absent: made from the time of the run. */
  readonly newSerial: Serial | undefined;
  /** Absent: those that read the root without an error. */
  readonly consumers: readonly Consumer[] | undefined;
  /** Codes of rules that the result may break. */
  readonly allow: readonly string[];
  /** Permission to go on from an older head that somebody put back. */
  readonly acceptRollback: boolean;
  readonly dryRun: boolean;
}

/**
 * The edit "list these versions once more". Pure.
 * @param derived the serial where none is given
 * @param root names the root in errors
 * @throws ConflictError VERSION_EXISTS; InputError; FindingError
 */
export function rollInto(
  documents: ReadonlyMap<string, Products>,
  request: RollForwardRequest,
  derived: Serial,
  root: string,
  stage: Pick<Stage, 'place'>,
): { readonly outcome: CarryOutcome; readonly changed: ReadonlyMap<string, Products> } {
  const selected = selectVersions(documents, request.selection, root);
  const changed = new Map<string, Products>();
  const versions = listedVersions(selected, root).map((listed): CarriedOutcome => {
    const document = changed.get(listed.contentId) ?? listed.document;
    const rolled = rollVersion(listed, document, request.newSerial, derived, stage);
    if (rolled.outcome.changed) changed.set(listed.contentId, rolled.document);
    return rolled.outcome;
  });
  const consumers = request.consumers ?? readersOfDocuments(documents);
  const judgement = { consumers, allow: request.allow };
  const after = new Map([...documents, ...changed]);
  const remarks = changed.size === 0 ? [] : judgeOnce(judgement, documents, after);
  return { outcome: { versions, consumers, remarks }, changed };
}

function rollVersion(
  listed: ListedVersion,
  document: Products,
  given: Serial | undefined,
  derived: Serial,
  stage: Pick<Stage, 'place'>,
): { readonly outcome: CarriedOutcome; readonly document: Products } {
  const { contentId, product, version } = listed;
  const name = nameOf(listed);
  const from = { contentId, product: name, serial: listed.serial };
  const newest = Object.keys(product.versions ?? {})
    .sort(compareSerials)
    .at(-1);
  const last = newest === undefined ? undefined : product.versions?.[newest];
  if (newest !== undefined && last !== undefined && holdsExactly(last, digestsOf(version))) {
    const { items } = carryVersion(listed, listed.serial, stage);
    const present = items.map((item) => ({
      ...item,
      placed: last.items?.[item.name]?.path ?? item.path,
    }));
    const outcome = { ...from, serial: newest, from, isNew: false, changed: false, items: present };
    return { outcome, document };
  }
  const serial = chooseSerial(name, product, given, derived, 'the time of this run');
  const carried = carryVersion(listed, serial, stage);
  const outcome = {
    ...from,
    serial,
    from,
    isNew: true,
    changed: true,
    items: carried.items,
  };
  const renewed = withPubname(carried.version, listed.serial, serial);
  return { outcome, document: addVersion(document, name, product, serial, renewed) };
}

/** The name of the image in Glance ends with the serial: two images of one name could not be told apart. */
function withPubname(
  version: ListedVersion['version'],
  old: Serial,
  serial: Serial,
): ListedVersion['version'] {
  const { pubname } = version;
  return typeof pubname === 'string' && pubname.endsWith(`-${old}`)
    ? { ...version, pubname: pubname.slice(0, -old.length) + serial }
    : version;
}

function nameOf({ productName }: ListedVersion): ProductName {
  const name = parseProductName(productName);
  if (name !== undefined) return name;
  throw new InputError(
    'INPUT_INVALID',
    `${JSON.stringify(productName)} is no name of a product that could get a version: expected visible ASCII without blanks`,
  );
}

/** @throws FindingError with what can be done instead */
function judgeOnce(...judged: Parameters<typeof judge>): readonly string[] {
  try {
    return judge(...judged);
  } catch (error) {
    if (!(error instanceof FindingError) || !error.findings.some(isListedTwice)) throw error;
    throw new FindingError(
      error.code,
      `${error.message}\nLXD and Incus know an image by its fingerprint, and one that is listed twice can not be downloaded any more: so nothing is rolled forward for them. Take the versions after it back with unlist, and they find the older one again`,
      { cause: error, findings: error.findings },
    );
  }
}

function isListedTwice({ code }: Finding): boolean {
  return code === 'LXD-006';
}
