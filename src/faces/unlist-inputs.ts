import type { Input } from './input.ts';
import { line, unlist } from './input-shapes.ts';

/** The inputs that only `unlist` takes. */
export const unlistInputs = [
  {
    name: 'reason',
    ...line,
    description: 'Why the image is taken back; it stands in the log, the summary and the report.',
    otherwise: 'none',
    commands: unlist,
  },
] as const satisfies readonly Input[];
