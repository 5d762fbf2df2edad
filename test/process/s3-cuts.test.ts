import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { s3Store } from '../../src/adapters/s3/store.ts';
import { publish } from '../../src/app/publish.ts';
import type { Images, Signing } from '../../src/ports.ts';
import { pattern, sourceInParts } from '../contract/synthetic-source.ts';
import { containerImage } from '../fakes/memory-images.ts';
import { readAsClient, type Seen } from '../fakes/reader.ts';
import { useCredentials } from '../fakes/s3/environment.ts';
import { type S3Server, startS3Server } from '../fakes/s3/server.ts';
import { newSigning, portsOn, request } from '../fakes/scene.ts';
import { type Cut, contentOf, cutAt, cuts, restore } from './support/cuts.ts';

// Every way at every request takes two minutes.
const everyCut = process.env.EVERY_CUT === 'true';
const lanes = 4;
const product = 'alpine:3.20:amd64:default';
const [first, second] = ['20261120_1201', '20261120_1202'];

let signing: Signing;
beforeAll(async () => {
  signing = await newSigning();
});

async function server(): Promise<S3Server> {
  const started = await startS3Server();
  onTestFinished(() => started.close());
  useCredentials(started.credentials);
  return started;
}

function storeOn({ bucket, endpoint }: S3Server) {
  const { signal } = new AbortController();
  return s3Store({ bucket, prefix: 'lxd', endpoint, singleWriter: false, signal });
}

async function run(on: S3Server, build: '1' | '2', large = false) {
  const created = `2026-11-20T12:0${build}:00Z`;
  const ports = portsOn(await storeOn(on), {
    files: containerImage(build, { created }),
    signing,
    run: `${build} ${on.log.length}`,
  });
  return publish(request(), large ? { ...ports, images: inParts(ports.images) } : ports);
}

const disk = sourceInParts(pattern(17 << 20));

/** The same images, but what is not metadata is large. */
function inParts(images: Images): Images {
  return {
    ...images,
    hash: async (...given) => {
      const hashed = await images.hash(...given);
      return hashed.map((file) => (file.path === 'lxd.tar.xz' ? file : { ...file, ...disk }));
    },
  };
}

/** What a reader sees by either index; `undefined`: there is no such index. */
type See = (index: 'json' | 'sjson') => Promise<Seen | undefined>;

async function readerOf(on: S3Server): Promise<See> {
  const store = await storeOn(on);
  return async (index) =>
    on.objects.has(`lxd/streams/v1/index.${index}`)
      ? readAsClient(store, index, signing)
      : undefined;
}

/** Exit codes: the store failed, the outcome is unknown (5), or the commit stands and followers are behind (6). */
async function exitCode(running: ReturnType<typeof run>): Promise<number> {
  try {
    return (await running).followers === 'behind' ? 6 : 0;
  } catch (error) {
    if (error instanceof Error && 'exitCode' in error) return Number(error.exitCode);
    throw error;
  }
}

describe.for([
  { name: 'the first publish', build: '1', large: false },
  { name: 'a later publish', build: '2', large: false },
  { name: 'a first publish of a file in parts', build: '1', large: true },
] as const)('$name, cut at each request', ({ build, large }) => {
  test('leaves the old root or the new one, and the next run heals it', async () => {
    const on = await server();
    if (build === '2') await run(on, '1');
    const before = contentOf(on);
    restore(on, before);
    await run(on, build, large);
    const serials = build === '1' ? [first] : [first, second];
    const done = { generation: Number(build), versions: { [product]: serials } };
    expect(await (await readerOf(on))('sjson')).toEqual(done);
    const old = build === '1' ? [undefined, { generation: 0, versions: {} }] : [];
    const fine = [...old, { ...done, generation: 1, versions: { [product]: [first] } }, done];

    /** A run that is cut, and one after it that is not. */
    async function attempt(lane: S3Server, see: See, n: number, cut: Cut): Promise<void> {
      restore(lane, before);
      lane.faults = cutAt(n, cut);
      const code = await exitCode(run(lane, build, large));
      lane.faults = undefined;
      const { operation, key } = lane.log[n - 1]?.request ?? {};
      const what = `${operation} ${key}, request ${n}: ${cut.fault}${cut.lasting ? ' from then on' : ''}`;
      const seen = await see('sjson');
      expect([0, 5, 6], what).toContain(code);
      expect(fine, what).toContainEqual(await see('json'));
      expect(fine, what).toContainEqual(seen);
      if (code !== 5) expect(seen, what).toEqual(done);

      await run(lane, build, large);
      expect(await see('sjson'), what).toEqual(done);
      expect(await see('json'), what).toEqual(done);
    }

    const queue = attempts(large ? on.log.slice(3, 14) : on.log, large ? 4 : 1).values();
    const lane = async () => {
      const own = await server();
      const see = await readerOf(own);
      for (const [n, cut] of queue) await attempt(own, see, n, cut);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }, 300_000);
});

/** At which requests to cut, and how: the one for the head in every way, of the others every third in the next way. */
function attempts(log: S3Server['log'], from: number): readonly (readonly [number, Cut])[] {
  return log.flatMap(({ request: { operation, key } }, index) => {
    const isHead = operation === 'PutObject' && key.endsWith('/index.sjson');
    const turn = (index / 3) % cuts.length;
    const one = Number.isInteger(turn) ? cuts.slice(turn, turn + 1) : [];
    return (everyCut || isHead ? cuts : one).map((cut) => [from + index, cut] as const);
  });
}
