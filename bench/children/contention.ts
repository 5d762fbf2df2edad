import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { env } from 'node:process';
import { s3Store } from '../../src/adapters/s3/store.ts';
import { publish } from '../../src/app/publish.ts';
import type { Store } from '../../src/ports/store.ts';
import { gatedStore, isWrite } from '../../test/fakes/gated-store.ts';
import { request } from '../../test/fakes/scene.ts';
import { portsFor } from '../support/ports.ts';

// contention.mjs PREFIX KEYFILE COUNT
// COUNT publishers at once into one root, each with connections of its own; prints what that took.

const [prefix = '', keyFile = '', count = ''] = process.argv.slice(2);
const key = await readFile(keyFile, 'utf8');
let [writes, reads] = [0, 0];

/** The same store, whose requests are counted: of small objects each is one PUT, or one GET or HEAD. */
function counted(store: Store): Store {
  return gatedStore(store, (call, effect) => {
    if (isWrite(call)) writes += 1;
    if (call.method === 'read' || call.method === 'stat') reads += 1;
    return effect();
  });
}

async function portsOf(build: string) {
  const store = await s3Store({
    bucket: env.S3_BUCKET ?? '',
    prefix,
    endpoint: env.S3_ENDPOINT,
    singleWriter: false,
    signal: new AbortController().signal,
  });
  return portsFor(counted(store), key, build);
}

// The root is there already: to make one is another thing.
await publish(request(), await portsOf('first'));
const publishers = await Promise.all(
  Array.from({ length: Number(count) }, (_, n) => portsOf(`${n}`)),
);
[writes, reads] = [0, 0];
const began = performance.now();
const reports = await Promise.all(publishers.map((ports) => publish(request(), ports)));
const seconds = (performance.now() - began) / 1000;
const committed = new Set(reports.map(({ generation }) => generation)).size;
const behind = reports.filter(({ followers }) => followers === 'behind').length;
process.stdout.write(`${JSON.stringify({ seconds, committed, behind, writes, reads })}\n`);
