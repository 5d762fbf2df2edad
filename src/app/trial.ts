import type { RelativePath } from '../core/path.ts';
import { objectHeaders } from '../core/root.ts';
import type { Guarantee } from '../ports/store.ts';
import type { Ports } from '../ports.ts';

/** What a store shows of what it guarantees: tried once per run, and only when there is something to write. */
export interface Trial {
  /**
   * @param path of an immutable object that is stored, with these `bytes`
   * @throws StoreError STORE_NO_COMPARE_AND_SWAP
   */
  ask(path: RelativePath, bytes: Uint8Array): Promise<Guarantee>;
  /** What it showed; `undefined` when it was not asked. */
  answer(): Promise<Guarantee | undefined>;
}

export function openTrial({ store, reporter }: Pick<Ports, 'store' | 'reporter'>): Trial {
  let asked: Promise<Guarantee> | undefined;

  async function guarantees(path: RelativePath, bytes: Uint8Array): Promise<Guarantee> {
    const guarantee = await store.guarantees(path, bytes, objectHeaders(path, 'immutable'));
    if (guarantee === 'single-writer') {
      reporter.warning(
        `${store.url} cannot keep two publishers apart; as single-writer: true states, nobody else may publish into it meanwhile`,
      );
    }
    return guarantee;
  }

  return {
    ask: (path, bytes) => {
      asked ??= guarantees(path, bytes);
      return asked;
    },
    answer: async () => asked,
  };
}
