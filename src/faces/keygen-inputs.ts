import type { Input } from './input.ts';
import { keygen, line } from './input-shapes.ts';

/** The inputs of `keygen` alone. */
export const keygenInputs = [
  {
    name: 'user-id',
    ...line,
    description: 'Whose key it is: `Example Images <images@example.com>`.',
    commands: keygen,
    requiredBy: keygen,
  },
  {
    name: 'out',
    kind: 'text',
    description:
      'A new file for the private key, which its owner alone may read. Beside `key.asc` go the public key, `key.pub.asc`, and a certificate that revokes the key, `key.rev.asc`.',
    format: 'the path of a file that does not exist',
    placeholder: 'FILE',
    commands: keygen,
    requiredBy: keygen,
  },
] as const satisfies readonly Input[];
