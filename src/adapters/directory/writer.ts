import type { RelativePath } from '../../core/path.ts';
import type { Draft } from '../../ports/store.ts';
import type { FileDraft } from './draft.ts';
import type { Link } from './naming.ts';
import { type Place, placeOf } from './place.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** Who writes into the folder of one root, in one run. */
export interface Writer {
  readonly root: string;
  /** link(2) */
  readonly link: Link;
  /** Ends copying, and waiting for the lock. */
  readonly signal: AbortSignal | undefined;
  /** Those it has begun, which no other root can use. */
  readonly drafts: WeakMap<Draft, FileDraft>;
  /** Made, with the root, when it is first asked for. */
  workspace(): Promise<Workspace>;
  placeOf(path: RelativePath): Promise<Place>;
}

export interface WriterOptions {
  readonly root: string;
  readonly link: Link;
  readonly singleWriter: boolean;
  readonly signal: AbortSignal | undefined;
}

export function openWriter({ root, link, singleWriter, signal }: WriterOptions): Writer {
  let opened: Promise<Workspace> | undefined;
  return {
    root,
    link,
    signal,
    drafts: new WeakMap(),
    workspace() {
      opened ??= openWorkspace(root, singleWriter, link).catch((error) => {
        opened = undefined;
        throw error;
      });
      return opened;
    },
    placeOf: (path) => placeOf(root, path),
  };
}
