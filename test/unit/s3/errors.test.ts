import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import type { Store } from '../../../src/ports/store.ts';
import { bytes, head, limit, mutable } from '../../contract/store-fixture.ts';
import { useCredentials } from '../../fakes/s3/environment.ts';
import { openScene } from './scene.ts';

const warnings: Error[] = [];
process.on('warning', (warning) => warnings.push(warning));

async function errorOf(store: Store): Promise<Error & { readonly code?: string }> {
  const error = await store.read(head, limit).catch((reason: unknown) => reason);
  if (!(error instanceof Error)) throw new Error('it did not fail');
  return error;
}

test('a wrong region is told with the right one', async () => {
  const { open } = await openScene({ region: 'eu-west-1' });
  const error = await errorOf(await open({ region: 'us-east-1' }));
  expect(error.message).toContain('in region eu-west-1, not us-east-1; set `region: eu-west-1`');
  await expect((await open({ region: 'eu-west-1' })).read(head, limit)).resolves.toBeUndefined();
});

test('a redirect to another region is told, from HEAD too', async () => {
  const { server, store } = await openScene();
  const headers = { 'x-amz-bucket-region': 'eu-west-1' };
  server.faults = () => ({ status: 301, headers });
  await expect(store.stat(head)).rejects.toThrow('set `region: eu-west-1`');
});

test('a bucket of another account is told', async () => {
  const { server, open } = await openScene();
  const error = await errorOf(await open({ expectedBucketOwner: '999999999999' }));
  expect(error).toMatchObject({ code: 'STORE_DENIED' });
  expect(error.message).toContain('does not belong to account 999999999999');
  const store = await open({ expectedBucketOwner: server.owner });
  await expect(store.read(head, limit)).resolves.toBeUndefined();
});

test('credentials that the server does not accept are told, and not printed', async () => {
  const { server, open } = await openScene();
  const secret = 'another-secret-key';
  useCredentials({ ...server.credentials, secretAccessKey: secret });
  const error = await errorOf(await open());
  expect(error).toMatchObject({ code: 'STORE_DENIED' });
  expect(error.message).toContain('does not accept the credentials');
  expect(inspect(error, { depth: 20 })).not.toContain(secret);
});

test('nothing of a signed request gets into an error, even when the server quotes it', async () => {
  const { server, store } = await openScene();
  const quoted = '<CanonicalRequest>x-amz-security-token:TOKEN</CanonicalRequest>';
  const body = `<Error><Code>SignatureDoesNotMatch</Code><Message>No.</Message>${quoted}</Error>`;
  server.faults = () => ({ status: 403, body });
  const told = inspect(await errorOf(store), { depth: 20, showHidden: true });
  expect(told).toContain('SignatureDoesNotMatch');
  expect(told).not.toMatch(/TOKEN|Signature=|AWS4-HMAC/);
});

test('missing credentials are told, for writing too, and nothing is sent', async () => {
  const { server, store } = await openScene();
  delete process.env.AWS_ACCESS_KEY_ID;
  expect((await errorOf(store)).message).toContain('no AWS credentials were found');
  const sent = store.replace(head, bytes('one'), undefined, mutable);
  await expect(sent).rejects.toThrow('no AWS credentials were found');
  expect(server.log).toEqual([]);
});

test("a clock that is wrong all day is corrected by the store's", async () => {
  const { server, store } = await openScene();
  server.clock = () => new Date(Date.now() + 24 * 3600 * 1000);
  await expect(store.read(head, limit)).resolves.toBeUndefined();
  const sent = store.replace(head, bytes('one'), undefined, mutable);
  await expect(sent).resolves.toMatchObject({ outcome: 'replaced' });
});

test('a clock that cannot be corrected is told', async () => {
  const { server, store } = await openScene();
  const body = '<Error><Code>RequestTimeTooSkewed</Code></Error>';
  server.faults = () => ({ status: 403, body });
  expect((await errorOf(store)).message).toContain("set this machine's clock");
});

test('a busy store is asked again, then told', async () => {
  const { server, store } = await openScene();
  server.faults = () => ({ status: 503, body: '<Error><Code>SlowDown</Code></Error>' });
  expect((await errorOf(store)).message).toContain('the store is busy');
  expect(server.log.length).toBe(4);
});

test.each([
  ['http://127.0.0.1:1', 'nothing listens at http://127.0.0.1:1'],
  ['http://nowhere.invalid', 'the host of http://nowhere.invalid has no address'],
])('the endpoint %s is told to be wrong', async (endpoint, told) => {
  const { open } = await openScene();
  const error = await errorOf(await open({ endpoint }));
  expect(error).toMatchObject({ code: 'STORE_FAILED' });
  expect(error.message).toContain(told);
});

test('an https endpoint that speaks http is told', async () => {
  const { server, open } = await openScene();
  const endpoint = server.endpoint.replace('http:', 'https:');
  expect((await errorOf(await open({ endpoint }))).message).toContain('does not speak TLS');
});

test('on Amazon a region must be known', async () => {
  const { open } = await openScene();
  await expect(open({ endpoint: undefined })).rejects.toThrow('set `region`, or AWS_REGION');
  process.env.AWS_REGION = 'eu-west-1';
  await expect(open({ endpoint: undefined })).resolves.toMatchObject({ url: 's3://images/lxd' });
});

test('without a prefix the bucket itself is the root', async () => {
  const { server, open } = await openScene();
  const store = await open({ prefix: '' });
  expect(store.url).toBe('s3://images');
  await store.replace(head, bytes('one'), undefined, mutable);
  expect([...server.objects.keys()]).toEqual(['streams/v1/index.json']);
});

test('neither Node nor the SDK warned of anything in all this', () => {
  expect(warnings).toEqual([]);
});
