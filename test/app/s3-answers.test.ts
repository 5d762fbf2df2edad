import { describe, expect, onTestFinished, test } from 'vitest';
import { s3Store } from '../../src/adapters/s3/store.ts';
import type { Store } from '../../src/ports/store.ts';
import { hmacSigning } from '../fakes/hmac-signing.ts';
import { containerImage } from '../fakes/memory-images.ts';
import { readAsClient } from '../fakes/reader.ts';
import { useCredentials } from '../fakes/s3/environment.ts';
import type { S3Request } from '../fakes/s3/request.ts';
import { type Fault, type S3Server, startS3Server } from '../fakes/s3/server.ts';
import { publishBuild } from '../fakes/scene.ts';

const signing = hmacSigning('publisher');
const head = 'lxd/streams/v1/index.sjson';
const alpine = 'alpine:3.20:amd64:default';
const both = ['20261120_1201', '20261120_1202'];
const timeBound = 10_000;

interface Scene {
  readonly server: S3Server;
  readonly store: Store;
}

/** A root with one version on a server of its own. */
async function openRoot(): Promise<Scene> {
  const server = await startS3Server();
  onTestFinished(() => server.close());
  useCredentials(server.credentials);
  const { signal } = new AbortController();
  const { bucket, endpoint } = server;
  const store = await s3Store({ bucket, prefix: 'lxd', endpoint, singleWriter: false, signal });
  const now = () => new Date();
  await publishBuild(store, '1', { signing, now });
  return { server, store };
}

function publishSecond(store: Store) {
  return publishBuild(store, '2', { signing, now: () => new Date() });
}

function publishOther(store: Store) {
  const files = containerImage('9', { release: '9' });
  return publishBuild(store, '9', { signing, files, now: () => new Date() });
}

/** The first request of this kind gets the fault; what is done then happens before it is answered. */
function once(
  server: S3Server,
  applies: (request: S3Request) => boolean,
  fault: Fault | undefined,
  meanwhile: () => Promise<unknown> = async () => undefined,
): void {
  server.faults = async (request) => {
    if (!applies(request)) return undefined;
    server.faults = undefined;
    await meanwhile();
    return fault;
  };
}

const putsHead = ({ operation, key }: S3Request) => operation === 'PutObject' && key === head;
const getsHead = ({ operation, key }: S3Request) => operation === 'GetObject' && key === head;
const creates = (what: RegExp) => (request: S3Request) =>
  request.operation === 'PutObject' && what.test(request.key);

function code(status: number, name: string, headers = {}): Fault {
  const body = `<?xml version="1.0"?><Error><Code>${name}</Code></Error>`;
  return { status, headers: { 'content-type': 'application/xml', ...headers }, body };
}

async function expectBoth({ store }: Scene, generation: number): Promise<void> {
  const seen = await readAsClient(store, 'sjson', signing);
  expect(seen.versions[alpine]).toEqual(both);
  expect(seen.generation).toBe(generation);
  expect(await readAsClient(store, 'json')).toEqual(seen);
}

describe('a PUT of the head', () => {
  const answers: readonly (readonly [string, Fault])[] = [
    ['whose answer is lost', 'drop-after'],
    ['that is cut off before it arrives', 'drop'],
    ['answered with 500', code(500, 'InternalError')],
    ['answered with 503 SlowDown', code(503, 'SlowDown', { 'retry-after': '1' })],
    ['answered with 409', code(409, 'ConditionalRequestConflict')],
    ['answered with 412', code(412, 'PreconditionFailed')],
    ['answered with 404', code(404, 'NoSuchKey')],
    ['answered with a page of a proxy', { status: 200, body: '<html>welcome</html>' }],
  ];
  test.each(answers)('%s ends in one commit', async (_, fault) => {
    const scene = await openRoot();
    once(scene.server, putsHead, fault);
    const begin = performance.now();
    const report = await publishSecond(scene.store);
    expect(report).toMatchObject({ changed: true, generation: 2, followers: 'current' });
    await expectBoth(scene, 2);
    expect(performance.now() - begin).toBeLessThan(timeBound);
  });

  test('whose answer is lost, with another commit landing before the look, is found over previous', async () => {
    const scene = await openRoot();
    const { server, store } = scene;
    once(server, putsHead, 'drop-after', async () => {
      // The fault is chosen before the PUT takes effect; the look comes after it.
      server.faults = undefined;
      once(server, getsHead, undefined, () => publishOther(store));
    });
    const report = await publishSecond(store);
    expect(report).toMatchObject({ changed: true, generation: 2 });
    await expectBoth(scene, 3);
  });

  test('answered with 501 is refused with the way out, and nothing is listed', async () => {
    const { server, store } = await openRoot();
    once(server, putsHead, code(501, 'NotImplemented'));
    await expect(publishSecond(store)).rejects.toMatchObject({
      code: 'STORE_NO_COMPARE_AND_SWAP',
      exitCode: 5,
      message: expect.stringContaining('single-writer: true'),
    });
    expect((await readAsClient(store, 'sjson', signing)).generation).toBe(1);
  });

  test('of a head that is gone since is not made anew', async () => {
    const { server, store } = await openRoot();
    once(server, putsHead, undefined, async () => server.objects.delete(head));
    await expect(publishSecond(store)).rejects.toMatchObject({
      code: 'HEAD_VANISHED',
      exitCode: 4,
    });
    expect(server.objects.has(head)).toBe(false);
  });

  test('whose answer is lost together with the network says that the outcome is unknown', async () => {
    const { server, store } = await openRoot();
    server.faults = (request) => {
      if (!putsHead(request)) return undefined;
      server.faults = () => 'drop';
      return 'drop-after';
    };
    await expect(publishSecond(store)).rejects.toMatchObject({
      code: 'OUTCOME_UNKNOWN',
      exitCode: 5,
    });
    server.faults = undefined;
    const again = await publishSecond(store);
    expect(again).toMatchObject({ changed: false, generation: 2 });
    await expectBoth({ server, store }, 2);
  });
});

describe('a create', () => {
  test.each([
    ['of an image', /rootfs/],
    ['of a document', /images\.[0-9a-f]{32}/],
    ['of the copy of a head', /index\.[0-9a-f]{32}/],
  ])('%s whose answer is lost is found to be there', async (_, what) => {
    const scene = await openRoot();
    once(scene.server, creates(what), 'drop-after');
    expect(await publishSecond(scene.store)).toMatchObject({ changed: true, generation: 2 });
    await expectBoth(scene, 2);
  });
});

describe('any request', () => {
  const requests: readonly (readonly [string, (request: S3Request) => boolean, Fault])[] = [
    ['a GET of the head cut off in its body', getsHead, 'truncate'],
    [
      'a GET of a document cut off in its body',
      ({ operation, key }) => operation === 'GetObject' && /images\.[0-9a-f]{32}/.test(key),
      'truncate',
    ],
    ['a HEAD without an answer', ({ operation }) => operation === 'HeadObject', 'drop'],
    ['a PUT of a follower without an answer', creates(/v1\/index\.json$/), 'drop-after'],
    ['a PUT of a follower that fails', creates(/v1\/images\.json$/), code(500, 'InternalError')],
  ];
  test.each(requests)('%s: all the same, one commit', async (_, applies, fault) => {
    const scene = await openRoot();
    once(scene.server, applies, fault);
    expect(await publishSecond(scene.store)).toMatchObject({ changed: true, followers: 'current' });
    await expectBoth(scene, 2);
  });

  test('that stalls is waited for', async () => {
    const scene = await openRoot();
    once(scene.server, putsHead, undefined, () => stall(500));
    expect(await publishSecond(scene.store)).toMatchObject({ changed: true });
    await expectBoth(scene, 2);
  });
});

function stall(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
