import { describe } from 'vitest';
import { describeCopy } from './store-copy-contract.ts';
import { describeCreate } from './store-create-contract.ts';
import type { MakeStore, StoreTraits } from './store-fixture.ts';
import { describeList } from './store-list-contract.ts';
import { describeRemove } from './store-remove-contract.ts';
import { describeReplace } from './store-replace-contract.ts';
import { describeStream } from './store-stream-contract.ts';

/**
 * What the application relies on, whatever a root lies in. Every {@link Store} passes it.
 * @param makeStore makes an empty store for one test, and takes it away again
 */
export function describeStore(name: string, makeStore: MakeStore, traits: StoreTraits = {}): void {
  describe(name, () => {
    describeCreate(makeStore, traits);
    describeReplace(makeStore, traits);
    describeCare(makeStore, traits);
  });
}

/** What caring for a root relies on, beside what publishing does. */
export function describeCare(makeStore: MakeStore, traits: StoreTraits): void {
  describeList(makeStore, traits);
  describeRemove(makeStore, traits);
  describeStream(makeStore, traits);
  describeCopy(makeStore, traits);
}
