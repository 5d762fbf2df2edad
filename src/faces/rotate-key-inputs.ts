import type { Input } from './input.ts';
import { rotateKey } from './input-shapes.ts';

/** The inputs that only `rotate-key` takes: the step to take; without any, what is next is done. */
export const rotateKeyInputs = [
  {
    name: 'new-key',
    kind: 'text',
    description:
      'The public key that is to sign the root after the present one: readers get it with the ring, before it signs anything.',
    format: 'an armored OpenPGP public key, or the path of a file with it',
    placeholder: 'KEY',
    otherwise: 'no key is added; where the signing key is in the ring already, it takes over',
    commands: rotateKey,
  },
  {
    name: 'drop-key',
    kind: 'text',
    description:
      'The key to take from the ring, because another one has taken over: no sooner than `grace` after it signed for the last time.',
    format: 'a fingerprint: 40 hexadecimal digits',
    placeholder: 'FINGERPRINT',
    otherwise: 'no key is dropped',
    commands: rotateKey,
  },
  {
    name: 'key-lost',
    kind: 'boolean',
    default: 'false',
    description:
      'State that no key of the ring can sign any more. The signing key takes over at once, and readers who verify refuse the root until they are given the new ring.',
    commands: rotateKey,
  },
] as const satisfies readonly Input[];
