import type { Input } from './input.ts';
import { flag, ofRoot, text } from './input-shapes.ts';

/** The flags about how a run is told on a command line. */
export const tellingInputs = [
  {
    name: 'dotenv',
    ...text,
    flagOnly: true,
    description:
      'A file to write the outputs to, as GitLab reads them for later jobs: `STREAMS_CHANGED=true`.',
    format: 'the path of a file',
    placeholder: 'FILE',
    otherwise: 'none',
    commands: ofRoot,
  },
  {
    name: 'log-sections',
    ...flag,
    commands: ofRoot,
    description: 'Divide the log into sections that fold, as GitLab shows them.',
  },
  {
    name: 'json',
    ...flag,
    description: 'Print the result as one JSON object.',
  },
  {
    name: 'quiet',
    ...flag,
    description: 'Print warnings and errors only, and with --json the result.',
  },
  {
    name: 'version',
    ...flag,
    description: 'Print the version of this program.',
  },
  {
    name: 'help',
    ...flag,
    description: 'Print this help.',
  },
] as const satisfies readonly Input[];
