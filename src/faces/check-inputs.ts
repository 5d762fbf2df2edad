import { failOnWords } from './findings/verdict.ts';
import type { Input } from './input.ts';
import { check, text } from './input-shapes.ts';

/** The inputs that only `check` takes. */
export const checkInputs = [
  {
    name: 'fail-on',
    ...text,
    description: 'The least severity of a finding that makes `check` fail, with exit code 7.',
    format: 'error, warning, note or never',
    options: failOnWords,
    placeholder: 'SEVERITY',
    default: 'error',
    commands: check,
  },
  {
    name: 'max-age',
    ...text,
    description:
      'How old the index of the root may be; an older one is an error, so that a nightly build that has stopped is noticed.',
    format: 'a number of minutes, hours or days: `90m`, `36h`, `8d`',
    placeholder: 'AGE',
    otherwise: 'any age',
    commands: check,
  },
  {
    name: 'sarif',
    ...text,
    description:
      'A file to write the findings to as SARIF 2.1.0, which GitHub code scanning shows.',
    format: 'the path of a file',
    placeholder: 'FILE',
    otherwise: 'none',
    commands: check,
  },
  {
    name: 'code-quality',
    ...text,
    description: 'A file to write the findings to as a Code Quality report, which GitLab shows.',
    format: 'the path of a file',
    placeholder: 'FILE',
    otherwise: 'none',
    commands: check,
  },
] as const satisfies readonly Input[];
