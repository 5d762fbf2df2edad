import type { Input } from './input.ts';
import { ofRetention } from './input-shapes.ts';

/** The inputs that say which versions of a product stay listed. */
export const retentionInputs = [
  {
    name: 'keep',
    kind: 'text',
    description:
      'How many of the newest versions of a product stay listed; the others are unlisted by the same commit. With `keep-for` too, a version is unlisted that is beyond both.',
    format: 'a number from 1 to 9999',
    placeholder: 'NUMBER',
    otherwise: 'any number',
    commands: ofRetention,
  },
  {
    name: 'keep-for',
    kind: 'text',
    description:
      'How long a version stays listed, by the time in its serial; older ones are unlisted by the same commit. The newest version stays however old it is, and one whose serial has no date.',
    format: 'a number of minutes, hours or days: `90m`, `36h`, `30d`',
    placeholder: 'AGE',
    otherwise: 'for ever',
    commands: ofRetention,
  },
  {
    name: 'pin',
    kind: 'list',
    description: 'A version that stays listed whatever `keep` and `keep-for` say.',
    format: 'a serial, or the name of a product and a serial: `20261120_1504`, `PRODUCT@SERIAL`',
    placeholder: 'VERSION',
    otherwise: 'none',
    commands: ofRetention,
  },
] as const satisfies readonly Input[];
