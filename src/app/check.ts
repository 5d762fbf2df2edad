import { checkRoot } from '../core/consumers/check.ts';
import { type Consumer, type ConsumerName, consumerNames } from '../core/consumers/consumer.ts';
import { StoreError } from '../core/error.ts';
import { describePlace, type Finding, severities } from '../core/finding.ts';
import { type Form, headPath } from '../core/root.ts';
import type { ReadableRoot, Reporter } from '../ports.ts';
import { type CheckReport, type CheckRequest, checkReport } from './check-report.ts';
import { documentLimit } from './head.ts';
import { type Reader, type ReadView, readView, unsaid } from './read-view.ts';
import { readingFinding } from './reading-finding.ts';
import { ageFindings } from './root-age.ts';
import { keyFindings, signedBeside } from './root-key.ts';
import { secondHeadFindings } from './second-head.ts';

/** They never look at the signed form. */
const plainReaders: readonly ConsumerName[] = ['lxd', 'incus'];

/**
 * Reads a root as each of the consumers does, and tells everything they would ignore, refuse or get wrong.
 * @throws StoreError when not even the index can be asked for
 */
export async function check(
  request: CheckRequest,
  reader: Reader & { readonly reporter: Reporter },
): Promise<CheckReport> {
  const { root, verifier, reporter } = reader;
  reporter.group('Root');
  reporter.info(root.url);
  const indexes = await lookForIndexes(root, request);
  const findings: Finding[] = [...indexes.findings];
  const remarks: string[] = [];
  let paths: Record<string, string> = {};
  for (const { form, consumers } of indexes.groups) {
    const bytes = indexes.found.get(form);
    if (bytes === undefined) {
      findings.push(noIndex(root, form, namesOf(consumers)));
      continue;
    }
    const read = await readView(reader, { names: namesOf(consumers), form, bytes });
    const { size } = read.view.documents;
    reporter.info(
      `${headPath(form)}, with ${size} ${size === 1 ? 'document' : 'documents'}, for ${namesOf(consumers).join(', ')}`,
    );
    findings.push(
      ...ageFindings(read.view.index, headPath(form), request.maxAge, namesOf(consumers)),
    );
    const signed = indexes.found.get('sjson') ?? (await signedBeside(reader, read.view.index));
    if (signed !== undefined) {
      findings.push(...(await keyFindings(reader, read.view.index, signed, namesOf(consumers))));
    }
    findings.push(...findingsIn(read, consumers, indexes.found.has('sjson'), request.publicUrl));
    paths = { ...read.paths, ...paths };
    if (form === 'sjson' && verifier === undefined) remarks.push(unverified);
  }
  findings.push(...(await secondHeadFindings(reader, indexes.found, namesOf(request.consumers))));
  reporter.group('Result');
  return checkReport(request, { root: root.url, findings: joined(findings), paths, remarks });
}

const unverified =
  'the signatures were not verified: give trusted-keys (or signing-key) to have them verified';

interface Group {
  readonly form: Form;
  readonly consumers: readonly Consumer[];
}

interface Indexes {
  readonly found: ReadonlyMap<Form, Uint8Array>;
  readonly groups: readonly Group[];
  readonly findings: readonly Finding[];
}

/** Which index each consumer starts from (simplestreams util.py, `path_from_mirror_url`; LXD and Incus: always the plain one). */
async function lookForIndexes(
  root: ReadableRoot,
  { consumers, publicUrl = '' }: CheckRequest,
): Promise<Indexes> {
  const plain = consumers.filter(({ name }) => plainReaders.includes(name));
  const others = consumers.filter(({ name }) => !plainReaders.includes(name));
  const named = /streams\/v1\/index\.(s?json)$/.exec(publicUrl)?.[1];
  const found = new Map<Form, Uint8Array>();
  const findings: Finding[] = [];
  if (others.length > 0) {
    const signed = await lookForSigned(root);
    if (signed instanceof StoreError) {
      findings.push(readingFinding('DOC-006', namesOf(others), 'index', signed.message));
    } else if (signed !== undefined) found.set('sjson', signed);
  }
  const form: Form =
    named === 'sjson' || (named === undefined && found.has('sjson')) ? 'sjson' : 'json';
  const groups: readonly Group[] =
    form === 'json'
      ? [{ form, consumers }]
      : [
          { form: 'json', consumers: plain },
          { form, consumers: others },
        ];
  const asked = groups.filter((group) => group.consumers.length > 0);
  if (asked.some((group) => group.form === 'json')) {
    const bytes = (await root.read(headPath('json'), documentLimit))?.bytes;
    if (bytes !== undefined) found.set('json', bytes);
  }
  return { found, groups: asked, findings };
}

/** A refusal may stand for "absent": which, shows when the plain index can be read. */
async function lookForSigned(root: ReadableRoot): Promise<Uint8Array | StoreError | undefined> {
  try {
    return (await root.read(headPath('sjson'), documentLimit))?.bytes;
  } catch (error) {
    if (error instanceof StoreError && error.code === 'STORE_DENIED') return error;
    throw error;
  }
}

function noIndex(root: ReadableRoot, form: Form, names: readonly ConsumerName[]): Finding {
  const message = `${headPath(form)} is not there, below ${root.url}`;
  return readingFinding('DOC-001', names, 'index', message);
}

/** What is wrong with the files, and what the rules say. */
function findingsIn(
  read: ReadView,
  consumers: readonly Consumer[],
  signed: boolean,
  publicUrl: string | undefined,
): readonly Finding[] {
  const given = publicUrl === undefined ? {} : { publicUrl };
  const found = checkRoot({ ...read.view, signed, ...given }, consumers);
  return [...read.findings, ...unsaid(read, found)];
}

/** Errors first; what holds for several groups of consumers is said once. */
function joined(findings: readonly Finding[]): readonly Finding[] {
  const byWords = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.code} ${describePlace(finding.place)} ${finding.message}`;
    const first = byWords.get(key);
    const names = [...(first?.consumers ?? []), ...finding.consumers];
    const consumers = consumerNames.filter((name) => names.includes(name));
    byWords.set(key, { ...finding, consumers });
  }
  const all = [...byWords.values()];
  return severities.flatMap((severity) => all.filter((finding) => finding.severity === severity));
}

function namesOf(consumers: readonly Consumer[]): readonly ConsumerName[] {
  return consumerNames.filter((name) => consumers.some((consumer) => consumer.name === name));
}
