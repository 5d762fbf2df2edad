/** What the program can be asked to do. */
export const commands = [
  'publish',
  'check',
  'list',
  'stage',
  'commit',
  'unlist',
  'prune',
  'rotate-key',
  'promote',
  'roll-forward',
  'keygen',
] as const;
export type Command = (typeof commands)[number];

export const commandSummaries: Readonly<Record<Command, string>> = {
  publish: 'add one version of an image to a root',
  check: 'say what programs would ignore or refuse, in a root or of files, and write nothing',
  list: 'say what a root lists, who reads it, and what else lies there',
  stage: 'upload the files of one job of a build matrix, for `commit` to publish',
  commit: 'publish what the jobs of a build matrix have staged, in one commit',
  unlist: 'take an image back: clients get the version before it from then on',
  prune: 'unlist old versions, and remove from the store what nothing names any more',
  'rotate-key': 'change the key that signs a root, one step in a run',
  promote: 'list versions of one root in another, at once or by a plan that is looked at first',
  'roll-forward':
    'list the files of an older version as a new one, for clients that only move forward',
  keygen: 'make a key pair to sign a root with',
};

/** One input, as every face derives its own form from: flag, variable, line of help, row of a table. */
export interface Input {
  /** Kebab-case: `public-url` is the flag `--public-url` and the variable `SIMPLESTREAMS_PUBLIC_URL`. */
  readonly name: string;
  /** `list`: a repeated flag, elsewhere a block of lines. `secret`: never a flag. */
  readonly kind: 'text' | 'list' | 'boolean' | 'secret';
  /** What it is for, in whole sentences. */
  readonly description: string;
  /** The form of one value, as it follows "expected"; booleans have one form. */
  readonly format?: string;
  /** What stands for the value in a line of help. */
  readonly placeholder?: string;
  /** All the values there are. */
  readonly options?: readonly string[];
  /** As it would be written. */
  readonly default?: string;
  /** What takes the place of a default that is not one fixed value. */
  readonly otherwise?: string;
  readonly commands: readonly Command[];
  /** The commands on whose line a word that stands alone can be it. */
  readonly wordOf?: readonly Command[];
  readonly requiredBy?: readonly Command[];
  /** A command that requires it where another input is not given. */
  readonly requiredWithout?: { readonly command: Command; readonly input: string };
  /** A flag and nothing else: neither a variable nor an input of a platform. */
  readonly flagOnly?: true;
  /** An input of the action and nothing else: neither a flag nor a variable, nor an input of GitLab. */
  readonly actionOnly?: true;
}

const prefix = 'SIMPLESTREAMS_';

/** The first word of the command line, which has no flag. */
export function isWord(input: Input): boolean {
  return input.name === 'command';
}

/** Secrets are no flags: every process on a machine can read the arguments of the others. */
export function isFlag(input: Input): boolean {
  return input.kind !== 'secret' && !isWord(input) && !input.actionOnly;
}

export function flagOf(input: Input): string {
  return `--${input.name}`;
}

export function variableOf(input: Input): string {
  return prefix + input.name.toUpperCase().replaceAll('-', '_');
}

/** The variable that holds the path of a file with the secret. */
export function fileVariableOf(input: Input): string {
  return `${variableOf(input)}_FILE`;
}

/** Every variable an input is read from. */
export function variablesOf(input: Input): readonly string[] {
  if (input.flagOnly || input.actionOnly) return [];
  return input.kind === 'secret' ? [variableOf(input), fileVariableOf(input)] : [variableOf(input)];
}

/** True for the variables that are ours to know; a misspelt one is an error, not silence. */
export function isOurVariable(name: string): boolean {
  return name.startsWith(prefix);
}
