import { type MemoryStore, memoryStore } from '../../src/adapters/memory-store.ts';
import { openpgpRing } from '../../src/adapters/openpgp/ring.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import { check } from '../../src/app/check.ts';
import type { CheckReport, MaxAge } from '../../src/app/check-report.ts';
import { parseConsumer } from '../../src/core/consumers/consumer.ts';
import { joinPath } from '../../src/core/path.ts';
import type { ReadableRoot, Reporter, Verifier } from '../../src/ports.ts';
import { bytesSource } from './bytes-source.ts';
import { start } from './scene.ts';

const headers = { contentType: 'application/json', cacheControl: 'no-cache' };

/** A root with these documents, by path below `streams/v1`: texts as they are, everything else as JSON. */
export async function rootWith(documents: Readonly<Record<string, unknown>>): Promise<MemoryStore> {
  const store = memoryStore();
  for (const [name, document] of Object.entries(documents)) {
    const text = typeof document === 'string' ? document : JSON.stringify(document);
    const source = bytesSource(new TextEncoder().encode(text));
    await store.create(joinPath('streams/v1', name), source, headers);
  }
  return store;
}

export interface Checking {
  readonly verifier?: Verifier;
  readonly allow?: readonly string[];
  readonly publicUrl?: string;
  readonly maxAge?: MaxAge;
  readonly now?: Date;
}

const silent: Reporter = {
  group: () => undefined,
  info: () => undefined,
  warning: () => undefined,
  transfer: () => () => undefined,
};

/** Checks a root for consumers as they are written in the input `for`. */
export function checkFor(
  root: ReadableRoot,
  consumers: readonly string[],
  { verifier, allow = [], publicUrl, maxAge, now = start }: Checking = {},
): Promise<CheckReport> {
  const parsed = consumers.map((text) => {
    const consumer = parseConsumer(text);
    if (typeof consumer === 'string') throw new Error(consumer);
    return consumer;
  });
  const request = { consumers: parsed, allow, publicUrl, maxAge };
  const openRing = async () => openpgpRing(now);
  return check(request, { root, verifier, openRing, now, sha256, reporter: silent });
}

/** `ROOT-002 lxd,incus`: the rules of the errors and warnings, and for whom. */
export function brokenIn({ findings }: CheckReport): readonly string[] {
  return findings
    .filter(({ severity }) => severity !== 'note')
    .map(({ code, consumers }) => `${code} ${consumers.join(',')}`);
}
