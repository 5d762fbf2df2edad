import type { ConsumerName } from '../core/consumers/consumer.ts';
import { asText, type Json, objectsIn } from '../core/consumers/json.ts';
import type { RootView } from '../core/consumers/listing.ts';
import type { Sha256 } from '../core/digest.ts';
import { isSimplestreamsError } from '../core/error.ts';
import type { Finding } from '../core/finding.ts';
import { parseRelativePath } from '../core/path.ts';
import { type Form, headPath } from '../core/root.ts';
import { validateIndex, validateProducts } from '../core/schema/validate.ts';
import type { ReadableRoot, Ring, Verifier } from '../ports.ts';
import { documentLimit } from './head.ts';
import { type DocumentProblem, readDocument } from './read-document.ts';
import { readingFinding } from './reading-finding.ts';

/** What reading needs. */
export interface Reader {
  readonly root: ReadableRoot;
  /** Absent: signatures are not verified. */
  readonly verifier: Verifier | undefined;
  /** Loaded only for a signed root. */
  readonly openRing: () => Promise<Ring>;
  /** The time of the run. */
  readonly now: Date;
  readonly sha256: (bytes: Uint8Array) => Sha256;
}

/** Some consumers, who start from the same index. */
export interface Readers {
  readonly names: readonly ConsumerName[];
  readonly form: Form;
  /** Of the index. */
  readonly bytes: Uint8Array;
}

/** A root as these readers get it, and what is wrong with its files. */
export interface ReadView {
  readonly view: Omit<RootView, 'signed'>;
  readonly findings: readonly Finding[];
  readonly paths: Readonly<Record<string, string>>;
  /** The documents that are there and could not be taken in: what is wrong is among the findings. */
  readonly unread: ReadonlySet<string>;
}

/** Reads every document that the index names, and gives up on none because of another. */
export async function readView(reader: Reader, readers: Readers): Promise<ReadView> {
  const path = headPath(readers.form);
  const { verifier } = reader;
  const index = await readDocument(readers.bytes, path, readers.form, verifier, validateIndex);
  const finding = (document: string, { code, message }: DocumentProblem) =>
    readingFinding(code, readers.names, document, message);
  const findings = index.problems.map((problem) => finding('index', problem));
  const documents = new Map<string, Json>();
  const unread = new Set<string>();
  const paths: Record<string, string> = { index: path };

  const entries = objectsIn(index.json?.index).filter(([, entry]) => isDocument(entry));
  const read = await Promise.all(entries.map(([, entry]) => readEntry(reader, readers, entry)));
  for (const [n, [contentId, entry]] of entries.entries()) {
    const { json, problems } = read[n] ?? absent;
    paths[contentId] = asText(entry.path) ?? path;
    findings.push(...problems.map((problem) => finding(contentId, problem)));
    if (json !== undefined) documents.set(contentId, json);
    else if (problems.length > 0) unread.add(contentId);
  }
  return { view: { index: index.json, documents }, findings, paths, unread };
}

/** Of what the rules say, all but what was said already: that a document is there, and cannot be read. */
export function unsaid(
  { unread }: Pick<ReadView, 'unread'>,
  found: readonly Finding[],
): readonly Finding[] {
  const said = new Set([...unread].map((contentId) => `index.${contentId}`));
  return found.filter(({ code, place }) => code !== 'ROOT-002' || !said.has(place.field ?? ''));
}

const absent = { json: undefined, problems: [] };

/** Whether consumers read what the entry names as a products document. */
function isDocument({ format, datatype, path }: Json): boolean {
  if (asText(path) === undefined || format === 'index:1.0') return false;
  return format === 'products:1.0' || datatype === 'image-downloads' || datatype === 'image-ids';
}

async function readEntry(
  { root, verifier, sha256 }: Reader,
  { form }: Readers,
  entry: Json,
): Promise<{ json: Json | undefined; problems: readonly DocumentProblem[] }> {
  const path = parseRelativePath(entry.path);
  if (path === undefined) {
    const message = `the index names ${JSON.stringify(entry.path)}`;
    return { json: undefined, problems: [{ code: 'DOC-005', message }] };
  }
  try {
    const stored = await root.read(path, documentLimit);
    if (stored === undefined) return absent;
    const { bytes } = stored;
    const { json, problems } = await readDocument(bytes, path, form, verifier, validateProducts);
    return { json, problems: [...problems, ...pinProblems(entry, path, bytes, sha256)] };
  } catch (error) {
    if (!isSimplestreamsError(error) || error.code === 'SIGNAL') throw error;
    return { json: undefined, problems: [{ code: 'DOC-007', message: error.message }] };
  }
}

function pinProblems(
  { sha256: pinned, size }: Json,
  path: string,
  bytes: Uint8Array,
  sha256: Reader['sha256'],
): readonly DocumentProblem[] {
  if (typeof pinned !== 'string') return [];
  const found = sha256(bytes);
  if (pinned === found && (size === undefined || size === bytes.length)) return [];
  const message = `${path} has ${bytes.length} bytes and sha256 ${found}, and the index says ${size} and ${pinned}`;
  return [{ code: 'DOC-008', message }];
}
