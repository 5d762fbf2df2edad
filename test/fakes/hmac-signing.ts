import { createHash, createHmac } from 'node:crypto';
import { buildClearsigned, parseClearsigned, signableText } from '../../src/core/clearsign.ts';
import { TrustError } from '../../src/core/error.ts';
import type { Signing } from '../../src/ports.ts';

/** What a "public key" verifies with; a ring is such keys one after the other, 32 bytes each. */
const secrets = new Map<string, Buffer>();
const keyBytes = 32;

/**
 * Signs with an HMAC in the framing of OpenPGP: thousands of times as fast, so that thousands of runs can be tried, and
 * as strict, for a signature by another key or over other bytes does not verify. The same text has one signature.
 * @param others whose keys are trusted too
 */
export function hmacSigning(name: string, ...others: readonly string[]): Signing {
  const [own = '', ...more] = [name, ...others].map(keyOf);
  const publicKey = Buffer.from(own, 'hex');
  const trusted = [own, ...more];
  const verify = (kind: string, bytes: Uint8Array, armored: string, keys: readonly string[]) => {
    const [, body = ''] = /\n\n(.*?)\n=/s.exec(armored) ?? [];
    const signature = Buffer.from(body.replaceAll('\n', ''), 'base64');
    const key = signature.subarray(0, keyBytes).toString('hex');
    const good = keys.includes(key) && signature.equals(sign(kind, key, bytes));
    return good ? fingerprintOf(key) : undefined;
  };
  const clearsigned = (bytes: Uint8Array, place: string, keys: readonly string[]) => {
    const { text, plain, signature } = parseClearsigned(bytes, place);
    const fingerprint = verify('text', plain.subarray(0, -1), signature, keys);
    if (fingerprint !== undefined) return { text, plain, fingerprint };
    throw new TrustError('SIGNATURE_INVALID', `${place} is not signed by a trusted key`);
  };
  const clearsign = (text: string) => {
    const plain = signableText(text);
    return buildClearsigned(plain, 'SHA256', armor(sign('text', own, plain.subarray(0, -1))));
  };
  return {
    signer: {
      fingerprint: fingerprintOf(own),
      userId: `${name} <${name}@example.com>`,
      expires: undefined,
      publicKey,
      sample: clearsign('{}\n'),
      clearsign: async (text) => clearsign(text),
      detach: async (bytes) => new TextEncoder().encode(armor(sign('binary', own, bytes))),
    },
    verifier: {
      clearsigned: async (bytes, place) => clearsigned(bytes, place, trusted),
      facts: async (fingerprint) =>
        trusted.some((key) => fingerprintOf(key) === fingerprint)
          ? { fingerprint, userId: undefined, expires: undefined }
          : undefined,
      detached: async (bytes, signature) =>
        verify('binary', bytes, Buffer.from(signature).toString(), trusted),
    },
    ring: {
      keys: async (ring) =>
        keysOf(ring).map((key) => ({
          fingerprint: fingerprintOf(key),
          userId: undefined,
          expires: undefined,
          publicKey: new Uint8Array(Buffer.from(key, 'hex')),
        })),
      verifies: async (ring, signed) => {
        try {
          return clearsigned(signed, 'the signed text', keysOf(ring)).text !== '';
        } catch {
          return false;
        }
      },
      armor: async (ring) =>
        new TextEncoder().encode(`armored ${Buffer.from(ring).toString('hex')}\n`),
    },
  };
}

/** The public key, which its secret is found by. */
function keyOf(name: string): string {
  const secret = createHash('sha256').update(`secret of ${name}`).digest();
  const key = createHash('sha256').update(secret).digest('hex');
  secrets.set(key, secret);
  return key;
}

function sign(kind: string, key: string, bytes: Uint8Array): Buffer {
  const hmac = createHmac('sha256', secrets.get(key) ?? '');
  return Buffer.concat([Buffer.from(key, 'hex'), hmac.update(`${kind} `).update(bytes).digest()]);
}

function armor(signature: Buffer): string {
  const body = signature.toString('base64').replaceAll(/.{64}/g, '$&\n');
  return `-----BEGIN PGP SIGNATURE-----\n\n${body}\n=AAAA\n-----END PGP SIGNATURE-----\n`;
}

function keysOf(ring: Uint8Array): readonly string[] {
  const digits = Buffer.from(ring).toString('hex');
  return digits.match(new RegExp(`.{${2 * keyBytes}}`, 'g')) ?? [];
}

/** 40 upper-case digits, as a fingerprint of OpenPGP has. */
function fingerprintOf(key: string): string {
  return key.slice(0, 40).toUpperCase();
}
