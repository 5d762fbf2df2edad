import { bucketInputs } from './bucket-inputs.ts';
import { checkInputs } from './check-inputs.ts';
import { imageInputs } from './image-inputs.ts';
import { type Command, commands, type Input } from './input.ts';
import {
  list,
  ofCarrying,
  ofConsumers,
  ofOneRoot,
  ofPlanning,
  ofPublishing,
  ofReading,
  ofRoot,
  ofSelecting,
  ofUnlisting,
  ofWriting,
  promote,
  publish,
  requiredWithout,
  stage,
  switched,
  text,
} from './input-shapes.ts';
import { keyInputs } from './key-inputs.ts';
import { keygenInputs } from './keygen-inputs.ts';
import { promotionInputs } from './promotion-inputs.ts';
import { pruneInputs } from './prune-inputs.ts';
import { retentionInputs } from './retention-inputs.ts';
import { rotateKeyInputs } from './rotate-key-inputs.ts';
import { stageInputs } from './stage-inputs.ts';
import { tellingInputs } from './telling-inputs.ts';
import { unlistInputs } from './unlist-inputs.ts';

/**
 * The one table of inputs: the flags and the help of the command line, the variables, docs/inputs.md and the tables in the README
 * are derived from it, in this order.
 */
const table = [
  {
    name: 'command',
    kind: 'text',
    description: 'What to do. On the command line it is the first word.',
    format: commands.join(', '),
    default: 'publish',
    commands,
  },
  {
    name: 'root',
    ...text,
    description:
      'The root: a folder or a bucket. `publish` makes it when it does not exist. `check` and `list` read one behind a web server too; on their command lines the name of the input can be left out.',
    format:
      'a folder, `file:///folder` or `s3://bucket/prefix`; for `check` and `list` also `https://host/path`',
    placeholder: 'ROOT',
    commands: ofRoot,
    wordOf: ofReading,
    requiredBy: ofOneRoot,
    requiredWithout,
    otherwise: '`publish`: the roots of `images`; `check`: the files are checked',
  },
  {
    name: 'for',
    ...list,
    description: 'The programs that read the root.',
    format:
      'lxd, incus, maas, glance or sstream, each alone or with a version or a range: `maas@3.4`, `maas>=3.4`, `maas>=3.4<=3.7`',
    placeholder: 'PROGRAM',
    commands: ofConsumers,
    requiredBy: ['check', 'stage', 'commit'],
    requiredWithout,
    otherwise:
      '`publish`: those of the roots in `images`; `list`: all; elsewhere those that read the root without an error',
  },
  {
    name: 'files',
    ...list,
    description:
      'The files of one image, recognised by their content. LXD and Incus: a metadata tarball with a squashfs, a root tarball or a qcow2, or a unified tarball. MAAS: a root tarball with gzip, a raw disk, or a kernel, an initrd and a squashfs; and a package list. Glance: a qcow2.',
    format: 'a file, or a glob pattern that matches at least one',
    placeholder: 'FILE',
    requiredBy: stage,
    requiredWithout,
    otherwise: '`publish`: those of `images`; `check`: the root is checked',
  },
  {
    name: 'images',
    ...text,
    description:
      'A YAML file that says which images there are and which roots they go to: many images in one commit, in the place of the inputs about one image. See docs/images-file.md.',
    format: 'the path of a file',
    placeholder: 'FILE',
    otherwise: 'there is one image, of `files`',
    commands: publish,
  },
  {
    name: 'public-url',
    ...text,
    description:
      'The URL under which clients see the root. It is only shown, never fetched; `check` says what clients make of it.',
    format: 'an https URL without user, query and fragment',
    placeholder: 'URL',
    otherwise:
      'the lines for clients are left out; `check` takes a root behind a web server for it',
    commands: ['publish', 'check', 'commit'],
  },
  ...imageInputs,
  ...stageInputs,
  ...promotionInputs,
  ...retentionInputs,
  ...pruneInputs,
  {
    name: 'yes',
    ...switched,
    description: 'Allow this run to unlist more than half of the bytes that the root lists.',
    commands: ofUnlisting,
  },
  {
    name: 'filter',
    ...list,
    description:
      'Which versions are meant, as sstream-mirror takes it: all that satisfy every filter. Tags, `product_name`, `version_name` and `content_id` can be asked for; a tag that is missing is empty.',
    format: '`key=value`, `key!=value`, `key~regex` or `key!~regex`: `release~(noble|jammy)`',
    placeholder: 'FILTER',
    otherwise: 'all',
    commands: ofSelecting,
    wordOf: ofSelecting,
  },
  ...keyInputs,
  ...rotateKeyInputs,
  {
    name: 'adopt',
    ...switched,
    description: 'Allow this run to make an unsigned root a signed one.',
    commands: [...ofPublishing, ...promote],
  },
  {
    name: 'accept-rollback',
    ...switched,
    description:
      'Allow this run to go on from an older index that somebody put back over a newer one.',
  },
  {
    name: 'single-writer',
    ...switched,
    description:
      'State that nobody else publishes into this root, for a store that cannot compare and swap.',
    commands: ofWriting,
  },
  {
    name: 'dry-run',
    ...switched,
    commands: ofPlanning,
    description: 'Say what would be done, and write nothing.',
  },
  {
    name: 'allow',
    ...list,
    description:
      'A rule that may be broken: its findings are told, and do not count. The rules are explained in docs/rules.md.',
    format: 'the code of a rule: `MAAS-012`',
    placeholder: 'CODE',
    otherwise: 'none',
    commands: ['publish', 'check', 'commit', 'unlist', 'prune', ...ofCarrying],
  },
  ...checkInputs,
  ...unlistInputs,
  {
    name: 'report',
    ...text,
    description: 'A file to write the result to, as JSON, also when the run fails.',
    format: 'the path of a file',
    placeholder: 'FILE',
    otherwise: 'none',
    commands: ofRoot,
  },
  {
    name: 'artifact',
    ...text,
    actionOnly: true,
    description:
      'The name of a workflow artifact for the report, the summary and, of a dry run, the plan; also when the run fails. One name can be given once in a workflow run.',
    format: 'one line without any of `"*/:<>?\\|`, 128 characters at most',
    otherwise: 'none',
    commands: ofRoot,
  },
  ...bucketInputs,
  ...keygenInputs,
  ...tellingInputs,
] as const satisfies readonly Input[];

type Row = (typeof table)[number];

export type InputName = Row['name'];
/** The names of one kind of input, so that none is read as what it is not. */
export type NameOf<Kind extends Input['kind']> = Extract<Row, { readonly kind: Kind }>['name'];

export const inputs: readonly (Input & { readonly name: InputName })[] = table;

export function inputOf(name: InputName): Input {
  const input = inputs.find((candidate) => candidate.name === name);
  if (input === undefined) throw new Error(`no input ${name}`);
  return input;
}

export function inputsOf(command: Command): readonly (Input & { readonly name: InputName })[] {
  return inputs.filter((input) => input.commands.includes(command));
}
