import { SignaturePacket } from 'openpgp';
import { TrustError } from '../../core/error.ts';
import { issuerOf, parseSignature } from './signature.ts';

/**
 * The key that the signed form `signed` says it is signed by; nothing of it is proven.
 * @returns a fingerprint in upper case, which may be a subkey's, or its last 16 digits; `undefined` when that cannot be
 *   read, or there are several signatures
 */
export async function claimedKey(signed: Uint8Array): Promise<string | undefined> {
  const text = new TextDecoder('latin1').decode(signed);
  const at = text.lastIndexOf('-----BEGIN PGP SIGNATURE-----');
  if (at === -1) return undefined;
  try {
    const { packets } = await parseSignature(text.slice(at), 'the signed form');
    const [packet, second] = packets;
    const isOne = packet instanceof SignaturePacket && second === undefined;
    return isOne ? issuerOf(packet) : undefined;
  } catch (error) {
    if (error instanceof TrustError) return undefined;
    throw error;
  }
}
