/** What goes wrong with a run, at its nth call to the store. */
export interface Fault {
  readonly at: number;
  /**
   * `late`: the answer to the next write is lost, and the write lands later; `silent`: of every removal from then on.
   * `pause`: the run stands still, before the call takes effect or before its answer comes; where it is to `remove`, at
   * the first removal from the nth call on. `crash` likewise.
   */
  readonly kind:
    | 'crash-before'
    | 'crash-after'
    | 'late'
    | 'silent'
    | 'pause-before'
    | 'pause-after'
    | 'crash-removing'
    | 'pause-removing';
}

/** A run of the program. */
interface Attempt {
  readonly fault: Fault | undefined;
  /** Which of the keys that readers have it signs with: that of the head is the first. */
  readonly signer: number;
}

interface OfProduct extends Attempt {
  readonly product: number;
}

export type PublishEvent = OfProduct & {
  readonly kind: 'publish';
  readonly build: number;
  /** Hours, by which the clock of the machine is wrong. */
  readonly skew: number;
};

export type RotateEvent = Attempt & {
  readonly kind: 'rotate';
  /** What is done with the keys of the root; `lost`: a new one takes over without notice. */
  readonly step: 'add' | 'take-over' | 'drop' | 'lost';
};

/** One thing that happens to a root. */
export type Event =
  | { readonly kind: 'pass'; readonly hours: number }
  | PublishEvent
  | (OfProduct & { readonly kind: 'unlist' })
  /** Publishes what was taken off last. */
  | (OfProduct & { readonly kind: 'again' })
  /** The newest version that another root has of it. */
  | (OfProduct & { readonly kind: 'promote' })
  /** An older version, counted from the oldest, is listed again as the newest. */
  | (OfProduct & { readonly kind: 'roll-forward'; readonly version: number })
  | RotateEvent
  | (Attempt & { readonly kind: 'prune' })
  /** What is paused goes on, or what is late lands: the one that has waited longest. */
  | { readonly kind: 'resume' }
  | { readonly kind: 'land' };

export type RunEvent = Extract<Event, Attempt>;
