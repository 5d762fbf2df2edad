import { type Command, commands } from './input.ts';

export const publish: readonly Command[] = ['publish'];
export const check: readonly Command[] = ['check'];
export const stage: readonly Command[] = ['stage'];
export const commit: readonly Command[] = ['commit'];
export const stageAndCommit: readonly Command[] = ['stage', 'commit'];
/** The commands that take one image. */
export const ofImage: readonly Command[] = ['publish', 'check', 'stage'];
/** The commands that take the name of a version. */
export const ofVersion: readonly Command[] = [...ofImage, 'unlist', 'promote', 'roll-forward'];
export const unlist: readonly Command[] = ['unlist'];
export const promote: readonly Command[] = ['promote'];
export const rollForward: readonly Command[] = ['roll-forward'];
/** The commands that list versions which are listed already. */
export const ofCarrying: readonly Command[] = [...promote, ...rollForward];
/** The commands that list images. */
export const ofPublishing: readonly Command[] = ['publish', 'commit'];
/** The commands that make a new index. */
const ofCommit: readonly Command[] = [...ofPublishing, 'unlist', 'rotate-key', ...ofCarrying];
/** The commands that write into a root. */
export const ofWriting: readonly Command[] = ['stage', ...ofCommit, 'prune'];
/** The commands that write nothing into a root. */
export const ofReading: readonly Command[] = ['check', 'list'];
/** The commands that work with a root. */
export const ofRoot: readonly Command[] = [...ofReading, ...ofWriting];
/** The commands that work for the programs that read the root. */
export const ofConsumers: readonly Command[] = ofRoot.filter((each) => each !== 'rotate-key');
/** The commands that work with one root, which has to be named. */
export const ofOneRoot: readonly Command[] = [
  'list',
  'stage',
  'commit',
  'unlist',
  'prune',
  'rotate-key',
  ...ofCarrying,
];
/** The commands that unlist what is beyond the bounds of `keep` and `keep-for`. */
export const ofRetention: readonly Command[] = [...ofPublishing, 'prune'];
/** The commands that remove files from the store. */
const ofReaping: readonly Command[] = ofRetention;
/** The commands that wait until nobody reads by an old index any more. */
export const ofGrace: readonly Command[] = [...ofReaping, 'rotate-key'];
/** The commands that show their plan where nothing is to be written. */
export const ofPlanning: readonly Command[] = [...ofCommit, 'prune'];
/** The commands that unlist. */
export const ofUnlisting: readonly Command[] = [...ofRetention, 'unlist'];
/** The commands that work on what filters select. */
export const ofSelecting: readonly Command[] = ['list', 'unlist', 'prune', ...ofCarrying];
export const rotateKey: readonly Command[] = ['rotate-key'];
export const keygen: readonly Command[] = ['keygen'];

export const text = { kind: 'text', commands: ofImage } as const;
export const line = {
  ...text,
  format: 'one line of text, 256 characters at most',
  placeholder: 'TEXT',
} as const;
export const list = { kind: 'list', commands: ofImage } as const;
export const switched = { kind: 'boolean', default: 'false', commands: ofCommit } as const;
export const flag = { kind: 'boolean', commands, flagOnly: true } as const;
/** Of `publish`, for what an images file tells too. */
export const requiredWithout = { command: 'publish', input: 'images' } as const;
/** A run id, or the name of a stage. */
export const stagedName = {
  kind: 'text',
  format: 'a letter, a digit or `_`, then at most 63 of `[A-Za-z0-9._-]`',
} as const;
