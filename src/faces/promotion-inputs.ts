import type { Input } from './input.ts';
import { promote, rollForward, switched } from './input-shapes.ts';

/** The inputs that say what goes from one root into another, and as what. */
export const promotionInputs = [
  {
    name: 'from',
    kind: 'text',
    description: 'The root that versions are taken from.',
    format: 'a folder, `file:///folder` or `s3://bucket/prefix`',
    placeholder: 'ROOT',
    commands: promote,
    requiredBy: promote,
  },
  {
    name: 'from-endpoint',
    kind: 'text',
    description: 'As `endpoint`, for the root in `from`.',
    format: 'an http or https URL of a host, without a path',
    placeholder: 'URL',
    otherwise: '`endpoint`',
    commands: promote,
  },
  {
    name: 'from-region',
    kind: 'text',
    description: 'As `region`, for the root in `from`.',
    format: 'letters, digits and `-`',
    placeholder: 'REGION',
    otherwise: '`region`',
    commands: promote,
  },
  {
    name: 'from-unsigned',
    ...switched,
    description: 'Allow this run to sign versions that nobody has signed in the root in `from`.',
    commands: promote,
  },
  {
    name: 'rename',
    kind: 'list',
    description:
      'A segment of the names of products and documents, between `:` and `.`, and what takes its place: with `candidate=stable`, `com.example.maas.candidate:v3:boot` becomes `com.example.maas.stable:v3:boot`.',
    format: '`old=new`, each of `[A-Za-z0-9_~-]`',
    placeholder: 'OLD=NEW',
    otherwise: 'the names stay',
    commands: promote,
  },
  {
    name: 'plan',
    kind: 'text',
    description:
      'A file to write a plan to, with the digests of both roots and of every file. Nothing else is done, and no key to sign with is needed.',
    format: 'the path of a file',
    placeholder: 'FILE',
    otherwise: 'there is none',
    commands: promote,
  },
  {
    name: 'apply',
    kind: 'text',
    description:
      'A plan to carry out as it is. It is refused when a byte of it or one of the roots has changed since, and the inputs that it records need not be given again. With `dry-run`: only to look whether it can be, for which no key to sign with is needed.',
    format: 'the path of a file that `plan` wrote',
    placeholder: 'FILE',
    otherwise: 'what the inputs say is promoted at once',
    commands: promote,
  },
  {
    name: 'plan-summary',
    kind: 'text',
    description:
      'A file to write the table of `plan` or `apply` to, as Markdown: for a comment on a pull request.',
    format: 'the path of a file',
    placeholder: 'FILE',
    otherwise: 'none',
    commands: promote,
  },
  {
    name: 'new-serial',
    kind: 'text',
    description:
      'The name of the new version. It must sort after the newest one of every product that is meant.',
    format: 'a date as `YYYYMMDD`, then at most 56 of `[A-Za-z0-9._-]`: `20261120_1504`',
    placeholder: 'SERIAL',
    otherwise: 'now: `YYYYMMDD_HHMM` in UTC',
    commands: rollForward,
  },
] as const satisfies readonly Input[];
