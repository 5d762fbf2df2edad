import { commands, type Input } from './input.ts';
import { ofRoot, text } from './input-shapes.ts';

/** The inputs about keys. */
export const keyInputs = [
  {
    name: 'signing-key',
    kind: 'secret',
    description:
      'The private key that signs the root. Without it only an unsigned root can be published into. `check` and `list` believe its signatures.',
    format: 'an armored OpenPGP private key',
    otherwise: 'the root is not signed',
    commands: ofRoot,
  },
  {
    name: 'signing-key-passphrase',
    kind: 'secret',
    description: 'The passphrase of the signing key, also of one that `keygen` makes.',
    format: 'text',
    otherwise: 'the key has none',
    commands,
  },
  {
    name: 'trusted-keys',
    ...text,
    description:
      'Public keys whose signatures in the root are believed, beside that of the signing key.',
    format: 'armored OpenPGP public keys, or the paths of files with them, one a line',
    placeholder: 'KEYS',
    otherwise: 'the signing key alone',
    commands: ofRoot,
  },
] as const satisfies readonly Input[];
