import { parseClearsigned } from '../core/clearsign.ts';
import { isObject, type Json } from '../core/consumers/json.ts';
import { FindingError, isSimplestreamsError } from '../core/error.ts';
import type { ReadingCode } from '../core/reading-rules.ts';
import type { Form } from '../core/root.ts';
import { parseJsonText } from '../core/schema/json-text.ts';
import type { Verifier } from '../ports.ts';

/** A document as far as it can be understood, and what is wrong with it: never an error. */
export interface ReadDocument {
  /** Whatever its shape; `undefined` when there is no JSON object in it. */
  readonly json: Json | undefined;
  readonly problems: readonly DocumentProblem[];
}

export interface DocumentProblem {
  readonly code: ReadingCode;
  readonly message: string;
}

/**
 * Takes the bytes of a document apart as its readers do.
 * @param form `sjson`: what a signed index names, and itself; by its content, whatever its name
 * @param verifier without it a signature is taken for good
 * @param validate throws a FindingError when the document breaks its schema
 */
export async function readDocument(
  bytes: Uint8Array,
  path: string,
  form: Form,
  verifier: Verifier | undefined,
  validate: (value: unknown, place: string) => unknown,
): Promise<ReadDocument> {
  const problems: DocumentProblem[] = [];
  let text = decode(bytes);
  if (form === 'sjson') {
    try {
      text = await signedText(bytes, path, verifier);
    } catch (error) {
      if (!isSimplestreamsError(error)) throw error;
      problems.push({ code: 'DOC-004', message: error.message });
      text = roughly(text);
    }
  }
  const json = parse(text, path, problems);
  if (json !== undefined) problems.push(...schemaProblems(json, path, validate));
  return { json, problems };
}

async function signedText(
  bytes: Uint8Array,
  path: string,
  verifier: Verifier | undefined,
): Promise<string> {
  if (verifier === undefined) return parseClearsigned(bytes, path).text;
  return (await verifier.clearsigned(bytes, path)).text;
}

/** A byte order mark stays: no consumer reads JSON behind one. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** What stands between the armor lines, to go on with when the signature is no good. */
function roughly(text: string): string {
  const [, signed] =
    /^-----BEGIN PGP SIGNED MESSAGE-----\r?\n(?:\S.*\r?\n)*\r?\n([\s\S]*?)(?:-----BEGIN PGP SIGNATURE-----|$(?![\s\S]))/.exec(
      text,
    ) ?? [];
  return signed ?? text;
}

function parse(text: string, path: string, problems: DocumentProblem[]): Json | undefined {
  try {
    const value = parseLeniently(text, path, problems);
    if (isObject(value)) return value;
    problems.push({ code: 'DOC-002', message: `${path} holds JSON, and no object` });
  } catch (error) {
    const why = text.startsWith('-----BEGIN PGP')
      ? 'it is clearsigned, and the index that names it is not'
      : `${error instanceof Error ? error.message : error}`;
    problems.push({ code: 'DOC-002', message: `${path} is not JSON: ${onOneLine(why)}` });
  }
  return undefined;
}

/** Consumers take one of two equal keys, and any depth; this action refuses to edit such a document, and tells. */
function parseLeniently(text: string, path: string, problems: DocumentProblem[]): unknown {
  try {
    return parseJsonText(text, path);
  } catch (error) {
    if (!isSimplestreamsError(error)) throw error;
    const value: unknown = JSON.parse(text);
    problems.push({ code: 'DOC-003', message: error.message });
    return value;
  }
}

function schemaProblems(
  json: Json,
  path: string,
  validate: (value: unknown, place: string) => unknown,
): readonly DocumentProblem[] {
  try {
    validate(json, path);
    return [];
  } catch (error) {
    if (!(error instanceof FindingError)) throw error;
    const [, ...lines] = error.message.split('\n').map((line) => line.trim());
    return [{ code: 'DOC-003', message: `${path} breaks the schema: ${lines.join('; ')}` }];
  }
}

/** The parser quotes what it stumbled over. */
function onOneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}
