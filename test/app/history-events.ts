/** What goes wrong with a run, at its nth call to the store. */
export interface Fault {
  readonly at: number;
  /**
   * `late`: the answer to the next write is lost, and the write lands later. `pause`: the run stands still, before the call
   * takes effect or before its answer comes.
   */
  readonly kind: 'crash-before' | 'crash-after' | 'late' | 'pause-before' | 'pause-after';
}

/** One thing that happens to a root. */
export type Event =
  | { readonly kind: 'pass'; readonly hours: number }
  | {
      readonly kind: 'publish';
      readonly product: number;
      readonly build: number;
      readonly skew: number;
      readonly fault: Fault | undefined;
    }
  | { readonly kind: 'unlist'; readonly product: number; readonly fault: Fault | undefined }
  /** The newest version that another root has of it. */
  | { readonly kind: 'promote'; readonly product: number; readonly fault: Fault | undefined }
  | { readonly kind: 'prune'; readonly fault: Fault | undefined }
  /** What is paused goes on, or what is late lands: the one that has waited longest. */
  | { readonly kind: 'resume' }
  | { readonly kind: 'land' };
