import {
  createMessage,
  enums,
  LiteralDataPacket,
  Message,
  PacketList,
  type PublicKey,
  type Signature,
  sign,
} from 'openpgp';
import { buildClearsigned, signableText } from '../../core/clearsign.ts';
import { InputError } from '../../core/error.ts';
import type { KeyFingerprint, Signer } from '../../ports.ts';
import { canonicalText } from './canonical-text.ts';
import { digestNames, fingerprintOf, policy } from './policy.ts';
import { parseSignature, verifySignature } from './signature.ts';
import { type GivenSigningKey, openSigningKey } from './signing-key.ts';
import { openpgpVerifier } from './verifier.ts';

/** With its public key as the library has it, which remembers which of its own signatures are good. */
export interface OpenpgpSigner extends Signer {
  readonly key: PublicKey;
}

/**
 * Every signature is dated `now`.
 *
 * @throws InputError KEY_INVALID naming `signing-key`, when it is not one whose signatures gpgv 2.2 accepts at `now`
 */
export async function openpgpSigner(given: GivenSigningKey): Promise<OpenpgpSigner> {
  const { privateKey, keyId, publicKey, expires } = await openSigningKey(given);
  const verifier = openpgpVerifier([publicKey], given.now);

  const armoredSignature = async (message: Message<Uint8Array>): Promise<string> => {
    const signature = await sign({
      message,
      signingKeys: privateKey,
      signingKeyIDs: keyId,
      detached: true,
      date: given.now,
      // The library would write out the message too, and throw it away.
      format: 'object',
      config: policy,
    });
    return signature.armor(policy);
  };

  const place = 'the text just signed';
  /** The signed form of a text, and what is to be verified of it. */
  const signedForm = async (text: string) => {
    const plain = signableText(text);
    const covered = canonicalText(plain.subarray(0, -1));
    const armored = await armoredSignature(textMessage(covered));
    const signature = await parseSignature(armored, place);
    const digest = digestOf(signature);
    const made = { signed: covered, signature, digest, types: [enums.signature.text] };
    return { document: buildClearsigned(plain, digest, armored), made };
  };

  const fingerprint = fingerprintOf(publicKey);
  return {
    key: publicKey,
    fingerprint,
    userId: publicKey.getUserIDs()[0],
    expires,
    publicKey: publicKey.write(),
    sample: await proved(fingerprint, async () => {
      const { document } = await signedForm('{}\n');
      await verifier.clearsigned(document, place);
      return document;
    }),

    async clearsign(text) {
      const { document, made } = await signedForm(text);
      await verifySignature(made, [publicKey], given.now, place);
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
}

/**
 * A text for the library to sign, which would encode it and look for the ends of its lines by itself, each twice.
 * @param covered as {@link canonicalText} makes it
 */
function textMessage(covered: Uint8Array): Message<Uint8Array> {
  // That there is a text makes it a signature over one; what is signed is its data.
  const literal = Object.assign(new LiteralDataPacket(), { text: '', data: covered });
  const packets = new PacketList<LiteralDataPacket>();
  packets.push(literal);
  return new Message(packets);
}

/** Secret and public numbers that do not belong together show only in a signature, which is to be verified. */
async function proved(
  fingerprint: KeyFingerprint,
  sample: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  return sample().catch(() => {
    throw new InputError(
      'KEY_INVALID',
      `signing-key ${fingerprint} does not make signatures that its own public key verifies: it is damaged`,
    );
  });
}

function digestOf({ packets }: Signature): string {
  const digest = digestNames.get(packets[0]?.hashAlgorithm ?? null);
  if (digest === undefined) throw new Error('signed with a digest that gpgv does not know');
  return digest;
}
