import type { Fault, Faults, S3Server } from '../../fakes/s3/server.ts';

/** A way in which the connection to a store is lost. */
export interface Cut {
  readonly fault: Extract<Fault, string>;
  /** That request alone, or every one after it too: the network is gone. */
  readonly lasting: boolean;
}

export const cuts: readonly Cut[] = [
  { fault: 'drop', lasting: false },
  { fault: 'drop-after', lasting: true },
  { fault: 'truncate', lasting: false },
  { fault: 'drop', lasting: true },
  { fault: 'drop-after', lasting: false },
];

/** Cuts the connection at request number `first`, from 1, counted from now on. */
export function cutAt(first: number, { fault, lasting }: Cut): Faults {
  let count = 0;
  return () => {
    count += 1;
    return count === first || (lasting && count > first) ? fault : undefined;
  };
}

/** What a server holds, to begin with it again. */
export function contentOf({ objects }: S3Server): ReadonlyMap<string, Stored> {
  return new Map(objects);
}

type Stored = S3Server['objects'] extends Map<string, infer Value> ? Value : never;

export function restore(server: S3Server, content: ReadonlyMap<string, Stored>): void {
  server.faults = undefined;
  server.log.length = 0;
  server.uploads.clear();
  server.objects.clear();
  for (const [key, object] of content) server.objects.set(key, object);
}
