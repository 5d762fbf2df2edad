import { readKeygen } from '../keygen-request.ts';
import type { Execution, Outcome } from './execute.ts';

/** `simplestreams keygen`. */
export async function runKeygen({ line }: Execution): Promise<Outcome> {
  const settings = readKeygen(line.reading);
  const { keygen } = await import('../../adapters/openpgp/key-files.ts');
  const made = await keygen({ ...settings, now: new Date() });
  const text = [
    `Private key  ${made.privateKey}   keep it secret; give it as SIMPLESTREAMS_SIGNING_KEY_FILE`,
    `Public key   ${made.publicKey}`,
    `Revocation   ${made.revocation}   keep it apart from the key: it declares the key void, also when that is lost`,
    `Fingerprint  ${made.fingerprint}`,
  ];
  return { json: made, outputs: {}, text: `${text.join('\n')}\n`, exitCode: 0 };
}
