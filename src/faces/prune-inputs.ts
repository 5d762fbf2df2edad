import type { Input } from './input.ts';
import { ofGrace } from './input-shapes.ts';

/** The inputs about what is taken away once nobody can need it. */
export const pruneInputs = [
  {
    name: 'grace',
    kind: 'text',
    description:
      'How long a file stays after it was noted that nothing names it any more: longer than anybody reads by an index that named it. Of `rotate-key`: how long a key must not have signed before it is dropped.',
    format: 'a number of minutes, hours or days: `36h`, `3d`; 2 h at least, 4 h for MAAS',
    placeholder: 'AGE',
    default: '24h',
    commands: ofGrace,
  },
] as const satisfies readonly Input[];
