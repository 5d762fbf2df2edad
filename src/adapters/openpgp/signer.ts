import { createMessage, type Message, sign } from 'openpgp';
import { buildClearsigned } from '../../core/clearsign.ts';
import { InputError } from '../../core/error.ts';
import type { Signer } from '../../ports.ts';
import { digestNames, fingerprintOf, policy } from './policy.ts';
import { parseSignature } from './signature.ts';
import { type GivenSigningKey, openSigningKey } from './signing-key.ts';
import { openpgpVerifier } from './verifier.ts';

/**
 * Every signature is dated `now`.
 *
 * @throws InputError KEY_INVALID naming `signing-key`, when it is not one whose signatures gpgv 2.2 accepts at `now`
 */
export async function openpgpSigner(given: GivenSigningKey): Promise<Signer> {
  const { privateKey, keyId, publicKey, expires } = await openSigningKey(given);
  const verifier = openpgpVerifier([publicKey], given.now);

  const armoredSignature = (message: Message<string | Uint8Array>): Promise<string> =>
    sign({
      message,
      signingKeys: privateKey,
      signingKeyIDs: keyId,
      detached: true,
      date: given.now,
      config: policy,
    });

  const signer: Signer = {
    fingerprint: fingerprintOf(publicKey),
    userId: publicKey.getUserIDs()[0],
    expires,
    publicKey: publicKey.write(),

    async clearsign(text) {
      const place = 'the text just signed';
      // As canonicalText, of a string.
      const covered = text.slice(0, -1).replaceAll('\n', '\r\n');
      const signature = await armoredSignature(await createMessage({ text: covered }));
      const digest = await digestOf(signature, place);
      const document = new TextEncoder().encode(buildClearsigned(text, digest, signature));
      await verifier.clearsigned(document, place);
      return document;
    },

    async detach(bytes) {
      const armored = await armoredSignature(await createMessage({ binary: bytes }));
      const signature = new TextEncoder().encode(armored);
      if ((await verifier.detached(bytes, signature)) === undefined) {
        throw new Error('the detached signature just made is not good');
      }
      return signature;
    },
  };
  await prove(signer);
  return signer;
}

/** Secret and public numbers that do not belong together show only in a signature. */
async function prove(signer: Signer): Promise<void> {
  await signer.clearsign('{}\n').catch(() => {
    throw new InputError(
      'KEY_INVALID',
      `signing-key ${signer.fingerprint} does not make signatures that its own public key verifies: it is damaged`,
    );
  });
}

async function digestOf(armored: string, place: string): Promise<string> {
  const { packets } = await parseSignature(armored, place);
  const digest = digestNames.get(packets[0]?.hashAlgorithm ?? null);
  if (digest === undefined) throw new Error('signed with a digest that gpgv does not know');
  return digest;
}
