import { claimedKey } from '../../src/adapters/openpgp/claimed-key.ts';
import { openpgpRing } from '../../src/adapters/openpgp/ring.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import { list } from '../../src/app/list.ts';
import type { ListReport } from '../../src/app/list-report.ts';
import { parseConsumer } from '../../src/core/consumers/consumer.ts';
import { parseFilter } from '../../src/core/filter.ts';
import type { Store } from '../../src/ports/store.ts';
import type { ReadableRoot, Verifier } from '../../src/ports.ts';

export interface ListingOptions {
  readonly consumers?: readonly string[];
  readonly filters?: readonly string[];
  readonly verifier?: Verifier;
  readonly now?: Date;
  /** Of the root, where it can be listed. */
  readonly store?: Pick<Store, 'list'>;
}

/** Lists a root, with consumers and filters as people write them. */
export function listOf(root: ReadableRoot, options: ListingOptions = {}): Promise<ListReport> {
  const { consumers = [], filters = [], verifier, now = new Date(), store } = options;
  const request = {
    consumers: consumers.map((text) => understood(parseConsumer(text))),
    filters: filters.map((text) => understood(parseFilter(text))),
  };
  const reporter = {
    group: () => undefined,
    info: () => undefined,
    warning: () => undefined,
    transfer: () => () => undefined,
  };
  const openRing = async () => openpgpRing(now);
  return list(request, { root, store, verifier, claimedKey, openRing, now, sha256, reporter });
}

function understood<T>(parsed: T | string): T {
  if (typeof parsed === 'string') throw new Error(parsed);
  return parsed;
}

/** `product serial serial: consumer consumer`, for each product. */
export function linesOf({ products }: ListReport): readonly string[] {
  return products.map(
    ({ name, versions, consumers }) =>
      `${[name, ...versions.map(({ serial }) => serial)].join(' ')}: ${consumers.join(' ')}`,
  );
}
