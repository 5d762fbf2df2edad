import { describe } from 'vitest';
import { describeCreate } from './store-create-contract.ts';
import type { MakeStore, StoreTraits } from './store-fixture.ts';
import { describeReplace } from './store-replace-contract.ts';

/**
 * What the application relies on, whatever a root lies in. Every {@link Store} passes it.
 * @param makeStore makes an empty store for one test, and takes it away again
 */
export function describeStore(name: string, makeStore: MakeStore, traits: StoreTraits = {}): void {
  describe(name, () => {
    describeCreate(makeStore, traits);
    describeReplace(makeStore, traits);
  });
}
