import { checkListing } from '../core/consumers/check.ts';
import { type ConsumerName, consumerNames, everyRelease } from '../core/consumers/consumer.ts';
import type { Json } from '../core/consumers/json.ts';
import { listRoot } from '../core/consumers/listing.ts';
import { productReaders } from '../core/consumers/product-readers.ts';
import { StoreError } from '../core/error.ts';
import { formatFilter } from '../core/filter.ts';
import { type Finding, severities } from '../core/finding.ts';
import type { Form } from '../core/root.ts';
import type { Listing, Store } from '../ports/store.ts';
import type { Reporter } from '../ports.ts';
import { describeIndex, readIndex } from './list-index.ts';
import { extentOf, listProducts } from './list-products.ts';
import type { ListReport, ListRequest, Problems, StoredShares } from './list-report.ts';
import { type ClaimedKey, describeSignature } from './list-signature.ts';
import { storedShares } from './list-stored.ts';
import { type Reader, type ReadView, readView, unsaid } from './read-view.ts';
import { secondHeadFindings } from './second-head.ts';

/** What listing works with. */
export interface ListReader extends Reader {
  /** `undefined` where nobody can tell what lies there: behind a web server. */
  readonly store: Pick<Store, 'list'> | undefined;
  readonly claimedKey: ClaimedKey;
  readonly reporter: Reporter;
}

/** As many as people look at. */
const shownFindings = 20;

/**
 * What a root lists, who reads it, and what lies in its store beside that. Writes nothing, and gives up on nothing
 * because of another: what cannot be read is among the problems.
 * @throws InputError INPUT_INVALID when there is no index; StoreError when it cannot be asked for
 */
export async function list(request: ListRequest, reader: ListReader): Promise<ListReport> {
  const { root, reporter, sha256, now } = reader;
  reporter.group('Root');
  reporter.info(root.url);
  const lying = await whatLies(reader);
  const { form, bytes } = await readIndex(root);
  const consumers =
    request.consumers.length > 0 ? request.consumers : consumerNames.map(everyRelease);
  const names = consumerNames.filter((name) => consumers.some((each) => each.name === name));
  const read = await readView(reader, { names, form, bytes });
  const json = read.view.index;
  const listing = listRoot({ ...read.view, signed: form === 'sjson' });
  const found = checkListing(listing, consumers);
  const readersOf = productReaders([...whatStops(read.findings, names), ...found], names);
  const products = listProducts(listing, request.filters, now, readersOf);
  const listed = request.filters.length === 0 ? products : listProducts(listing, [], now, () => []);
  const second =
    form === 'json' ? [] : await secondHeadFindings(reader, new Map([[form, bytes]]), names);
  const problems = problemsOf(read, found, second, names);
  const isBelieved = read.findings.every(({ code }) => code !== 'DOC-004');
  const signed =
    form === 'json' ? undefined : await describeSignature(reader, bytes, json, isBelieved);
  const report: ListReport = {
    root: root.url,
    index: describeIndex(form, json, now),
    signature: signed?.signature,
    consumers: names,
    filters: request.filters.map(formatFilter),
    products,
    selected: extentOf(products),
    listed: extentOf(listed),
    stored:
      'known' in lying
        ? lying
        : await orNotKnown(() =>
            storedShares({ root, sha256 }, lying, { form, bytes, json, listed: listing }),
          ),
    problems,
    remarks: [...remarksOf(form, json), ...(signed?.remarks ?? [])],
  };
  reporter.group('Result');
  return report;
}

/** Before anything is read: what a publish stores meanwhile is then not taken for something that nothing names. */
async function whatLies({ store }: ListReader): Promise<Listing | StoredShares> {
  if (store === undefined)
    return { known: false, why: 'a web server does not tell what it stores' };
  return orNotKnown(() => store.list());
}

async function orNotKnown<T>(
  ask: () => Promise<T>,
): Promise<T | { readonly known: false; readonly why: string }> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof StoreError) return { known: false, why: error.message };
    throw error;
  }
}

/** LXD and Incus look at no signature. */
function whatStops(
  findings: readonly Finding[],
  names: readonly ConsumerName[],
): readonly Finding[] {
  const verifying = names.filter((name) => name !== 'lxd' && name !== 'incus');
  return findings.map((finding) =>
    finding.code === 'DOC-004' ? { ...finding, consumers: verifying } : finding,
  );
}

/** What is wrong for one consumer shows in what it reads; what is wrong for all of them is wrong with the root. */
function problemsOf(
  read: ReadView,
  found: readonly Finding[],
  second: readonly Finding[],
  names: readonly ConsumerName[],
): Problems {
  const ofAll = unsaid(read, found).filter(
    ({ severity, consumers }) => severity === 'error' && consumers.length === names.length,
  );
  const findings = [...read.findings, ...second, ...ofAll];
  const of = (wanted: Finding['severity']) =>
    findings.filter(({ severity }) => severity === wanted);
  return {
    counts: { error: of('error').length, warning: of('warning').length, note: of('note').length },
    findings: severities.flatMap(of).slice(0, shownFindings),
  };
}

function remarksOf(form: Form, json: Json | undefined): readonly string[] {
  return form === 'json' && json?.head === 'index.sjson'
    ? [
        'index.json says that index.sjson is the head, and that is not there: it was removed, or signing the root was interrupted',
      ]
    : [];
}
