import { TrustError } from './error.ts';
import { overlongLine } from './serialise.ts';

/**
 * The clearsigned form (RFC 9580, section 7), framed here because a general OpenPGP reader is lenient where readers of
 * a root are not: `gpgv` and simplestreams' `read_signed` want the first line at byte 0, exactly one `Hash:` line, one
 * empty line and one signature.
 */
const beginMessage = '-----BEGIN PGP SIGNED MESSAGE-----';
const beginSignature = '\n-----BEGIN PGP SIGNATURE-----\n';
const endSignature = '-----END PGP SIGNATURE-----\n';
const armoredSignature =
  /^-----BEGIN PGP SIGNATURE-----\n(?:[A-Za-z]+: [^\n]*\n)*\n(?:[A-Za-z0-9+/]+={0,2}\n)+(?:=[A-Za-z0-9+/]{4}\n)?-----END PGP SIGNATURE-----\n$/;
/** Half of a document may be blanks: for those alone, one after the other, `includes` takes twice as long. */
const blankAtEnd = /[ \t]\n/;
/** Of an armored signature, in bytes; one of RSA-4096 has 900. */
const signatureLimit = 16_384;

export interface Clearsigned {
  /** With its final newline. */
  readonly text: string;
  /** Its bytes, a part of those that were given. Of them the signature covers all but the final newline. */
  readonly plain: Uint8Array;
  /** As the `Hash:` line names it: `SHA512`. */
  readonly digest: string;
  /** Armored, from its BEGIN line to the newline after its END line. */
  readonly signature: string;
}

/**
 * The bytes of a text that is to be signed: without its final newline, they are what the signature covers.
 *
 * @throws Error, a bug of ours, when `text` would not reach every reader as it is
 */
export function signableText(text: string): Uint8Array {
  const problem = unsignable(text);
  if (problem !== undefined) throw new Error(`a text to be signed ${problem}`);
  return new TextEncoder().encode(text);
}

/**
 * Frames a text and the detached text signature (type 0x01) over it.
 *
 * @param text as {@link signableText} gives it
 * @param signature armored, with its CRC24 line: gpgv before 2.4.9 refuses a clearsigned text without it
 */
export function buildClearsigned(text: Uint8Array, digest: string, signature: string): Uint8Array {
  if (!armoredSignature.test(signature) || !/\n=[A-Za-z0-9+/]{4}\n-/.test(signature)) {
    throw new Error('not an armored signature with a checksum');
  }
  const before = new TextEncoder().encode(`${beginMessage}\nHash: ${digest}\n\n`);
  const after = new TextEncoder().encode(signature);
  const document = new Uint8Array(before.length + text.length + after.length);
  document.set(before);
  document.set(text, before.length);
  document.set(after, before.length + text.length);
  return document;
}

/**
 * Takes a clearsigned document apart; the signature itself is not looked into.
 *
 * @param place names the object in the error
 * @throws TrustError SIGNATURE_INVALID for everything but one message in its one canonical spelling: nothing before or
 *   after it, LF, no trailing blanks, nothing dash-escaped (RFC 9580, section 7.2)
 */
export function parseClearsigned(bytes: Uint8Array, place: string): Clearsigned {
  const document = decode(bytes, place);
  const problem = malformed(document);
  if (problem !== undefined) throw refusal(place, problem);

  const hashLine = /\nHash: ([A-Z0-9-]+)\n\n/y;
  hashLine.lastIndex = beginMessage.length;
  const digest = hashLine.exec(document)?.[1];
  const from = hashLine.lastIndex;
  if (digest === undefined) {
    throw refusal(place, 'exactly one line "Hash: …" and an empty line must follow the first line');
  }
  const end = endOfText(document, from, place);
  const signature = document.slice(end + 1);
  if (signature.length > signatureLimit || !armoredSignature.test(signature)) {
    const cutOff = !signature.includes(endSignature);
    throw refusal(
      place,
      cutOff
        ? 'it ends before its signature does: it was cut off'
        : 'after the text there must be one armored signature and nothing else',
    );
  }
  // The signature is ASCII, so its length in characters is its length in bytes; so is the head's.
  const plain = bytes.subarray(from, bytes.length - signature.length);
  return { text: document.slice(from, end + 1), plain, digest, signature };
}

function unsignable(text: string): string | undefined {
  if (/[^ -~\n]/.test(text)) return 'may hold printable ASCII and newlines alone';
  if (text.length < 2 || !text.endsWith('\n') || text.endsWith('\n\n')) {
    return 'must end in exactly one newline';
  }
  if (text.startsWith('-') || text.includes('\n-')) return 'may have no line beginning with a dash';
  if (blankAtEnd.test(text)) return 'may have no line ending with a blank';
  const line = overlongLine(text);
  return line && `has ${line.length} bytes in line ${line.line}, more than gpgv reads`;
}

function decode(bytes: Uint8Array, place: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, beginMessage.length));
  if (start !== beginMessage) {
    throw refusal(place, `it is not signed: it does not begin with ${beginMessage}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw refusal(place, 'it is not UTF-8', cause);
  }
}

function malformed(document: string): string | undefined {
  if (document.includes('\r')) {
    return 'it has carriage returns; lines must end with a line feed alone';
  }
  if (document.includes('\0')) return 'it has NUL bytes';
  if (blankAtEnd.test(document)) {
    return 'it has lines ending with blanks, which no signature covers';
  }
  return undefined;
}

/** The offset of the text's final newline. In the text no line begins with a dash: the first that does ends it. */
function endOfText(document: string, from: number, place: string): number {
  const end = document.indexOf('\n-', from);
  if (end === -1) throw refusal(place, 'it has no signature after its text: it was cut off');
  if (document.startsWith('- ', from) || document.startsWith('\n- ', end)) {
    throw refusal(
      place,
      'it has dash-escaped lines ("- …"), which this program does not read; sign it without them',
    );
  }
  if (document[from] === '-' || !document.startsWith(beginSignature, end)) {
    throw refusal(place, 'a line of its text begins with a dash: more than one message, or damage');
  }
  return end;
}

function refusal(place: string, problem: string, cause?: unknown): TrustError {
  return new TrustError('SIGNATURE_INVALID', `${place} cannot be trusted: ${problem}`, { cause });
}
