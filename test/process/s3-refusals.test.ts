import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BucketRun, type BucketScene, makeBucketScene } from './support/bucket.ts';
import { bundleCli } from './support/bundle.ts';
import { writeImage } from './support/image.ts';
import { privateKey } from './support/keys.ts';
import { closedPort, tlsServer, webServer } from './support/web-server.ts';

let cli: string;
let key: string;
beforeAll(async () => {
  cli = await bundleCli();
  key = await privateKey();
});

/** Fails unless the signed publish ends with code 5 within seconds, in these words, and lists nothing. */
async function expectRefusal(
  scene: BucketScene,
  run: Omit<BucketRun, 'image' | 'key'>,
  ...says: readonly (string | RegExp)[]
): Promise<void> {
  const image = await writeImage(join(scene.folder, 'build'));
  const { code, stderr, stdout, report, seconds } = await scene.publish({ ...run, image, key });
  const errors = stderr.split('\n').filter((line) => line.startsWith('error: '));
  expect.soft(errors).toHaveLength(1);
  for (const words of says) expect.soft(errors[0]).toMatch(words);
  expect.soft(stderr).not.toMatch(/^ +at .+:\d+:\d+\)?$/m);
  expect.soft(code).toBe(5);
  expect.soft(stdout).toBe('');
  expect.soft(report).toMatchObject({ error: { exitCode: 5 } });
  expect.soft(seconds).toBeLessThan(10);
  expect(scene.listed()).toEqual([]);
}

const head = 's3://images/lxd/streams/v1/index.json';

describe('a bucket', () => {
  test('that does not exist is named', async () => {
    const scene = await makeBucketScene(cli);
    await expectRefusal(
      scene,
      { root: 's3://imagse/lxd' },
      's3:GetObject of s3://imagse/lxd/streams/v1/index.json failed (404 NoSuchBucket)',
      'create it, or correct `root`',
    );
  });

  test('in another region is told with its region', async () => {
    const scene = await makeBucketScene(cli, { region: 'eu-north-1' });
    await expectRefusal(
      scene,
      { args: ['--region', 'us-east-1'] },
      head,
      'the bucket is in region eu-north-1, not us-east-1; set `region: eu-north-1`',
    );
  });

  test('of another account is told with the account that was expected', async () => {
    const scene = await makeBucketScene(cli);
    await expectRefusal(
      scene,
      { args: ['--expected-bucket-owner', '999988887777'] },
      `s3:GetObject of ${head} failed (403 AccessDenied)`,
      'does not belong to account 999988887777 (`expected-bucket-owner`)',
    );
  });

  test('of the expected account is published into', async () => {
    const scene = await makeBucketScene(cli);
    const image = await writeImage(join(scene.folder, 'build'));
    const args = ['--expected-bucket-owner', scene.server.owner];
    expect(await scene.publish({ image, args })).toMatchObject({ code: 0 });
  });
});

describe('the right', () => {
  test('to read is named when it is missing', async () => {
    const scene = await makeBucketScene(cli);
    scene.server.denied.add('s3:GetObject');
    await expectRefusal(
      scene,
      {},
      `s3:GetObject of ${head} failed (403 AccessDenied)`,
      'allow s3:GetObject on arn:aws:s3:::images/lxd/streams/v1/index.json',
    );
  });

  test('to list is named when it is missing, for then nothing is known to be absent', async () => {
    const scene = await makeBucketScene(cli);
    scene.server.denied.add('s3:ListBucket');
    await expectRefusal(
      scene,
      {},
      `s3:GetObject of ${head} failed (403 AccessDenied)`,
      's3:ListBucket on arn:aws:s3:::images (without s3:ListBucket, S3 answers 403 where there is no object)',
    );
  });

  test('to write is named when it is missing', async () => {
    const scene = await makeBucketScene(cli);
    scene.server.denied.add('s3:PutObject');
    await expectRefusal(
      scene,
      {},
      /s3:PutObject of s3:\/\/images\/lxd\/alpine\/\S+ failed \(403 AccessDenied\)/,
      /allow s3:PutObject on arn:aws:s3:::images\/lxd\/alpine\//,
    );
    expect([...scene.server.objects.keys()]).toEqual([]);
  });
});

describe('credentials', () => {
  test('that are missing are told, and nothing is asked', async () => {
    const scene = await makeBucketScene(cli);
    const env = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };
    await expectRefusal(scene, { env }, head, 'no AWS credentials were found');
    expect(scene.server.log).toEqual([]);
  });

  test('with a wrong secret are told', async () => {
    const scene = await makeBucketScene(cli);
    const env = { AWS_SECRET_ACCESS_KEY: 'canary-of-a-wrong-secret' };
    await expectRefusal(scene, { env }, '403 SignatureDoesNotMatch', 'check the access key');
  });

  test('that have expired are told', async () => {
    const scene = await makeBucketScene(cli);
    const body =
      '<Error><Code>ExpiredToken</Code><Message>The token has expired.</Message></Error>';
    scene.server.faults = () => ({ status: 400, body });
    await expectRefusal(scene, {}, 'the credentials have expired; ask for new ones');
  });
});

describe('a clock', () => {
  test('that the store never accepts is told', async () => {
    const scene = await makeBucketScene(cli);
    const body = '<Error><Code>RequestTimeTooSkewed</Code><Message>Skewed.</Message></Error>';
    scene.server.faults = () => ({ status: 403, body });
    await expectRefusal(scene, {}, head, "set this machine's clock");
  });

  test("that is hours off is corrected by the store's, and the run succeeds", async () => {
    const scene = await makeBucketScene(cli);
    scene.server.clock = () => new Date(Date.now() + 5 * 60 * 60 * 1000);
    const image = await writeImage(join(scene.folder, 'build'));
    expect(await scene.publish({ image, key })).toMatchObject({ code: 0 });
  });
});

describe('an endpoint', () => {
  test.for([
    { status: 404, says: 'does not answer as S3 does; check `endpoint`' },
    { status: 200, says: "so it is not S3's; check `endpoint`" },
    { status: 403, says: 'does not answer as S3 does; check `endpoint`' },
    { status: 405, says: 'check `endpoint`' },
    { status: 502, says: 'has a fault of its own' },
  ])('that is a web server answering $status is told', async ({ status, says }) => {
    const scene = await makeBucketScene(cli);
    const page = '<!doctype html><html><body><p>It works!<br></body></html>';
    const port = await webServer((_, response) => {
      response.writeHead(status, { 'content-type': 'text/html' }).end(page);
    });
    await expectRefusal(scene, { endpoint: `http://127.0.0.1:${port}` }, head, says);
  });

  test('that serves one page for everything, with an ETag, is told', async () => {
    const scene = await makeBucketScene(cli);
    const headers = { etag: '"1"', 'last-modified': new Date(0).toUTCString() };
    const port = await webServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', ...headers }).end('<html></html>');
    });
    const endpoint = `http://127.0.0.1:${port}`;
    await expectRefusal(scene, { endpoint }, head, "so it is not S3's; check `endpoint`");
  });

  test('where nothing listens is told', async () => {
    const scene = await makeBucketScene(cli);
    const endpoint = `http://127.0.0.1:${await closedPort()}`;
    await expectRefusal(scene, { endpoint }, head, `nothing listens at ${endpoint}`);
  });

  test('that has no address is told', async () => {
    const scene = await makeBucketScene(cli);
    const endpoint = 'http://s3.invalid';
    await expectRefusal(scene, { endpoint }, head, 'the host of http://s3.invalid has no address');
  });

  test('that does not speak TLS is told', async () => {
    const scene = await makeBucketScene(cli);
    const endpoint = scene.server.endpoint.replace('http:', 'https:');
    await expectRefusal(scene, { endpoint }, head, `${endpoint} does not speak TLS`);
  });

  test('that speaks nothing but TLS is told', async () => {
    const scene = await makeBucketScene(cli);
    const endpoint = `http://127.0.0.1:${await tlsServer()}`;
    await expectRefusal(scene, { endpoint }, head, `the connection to ${endpoint} failed`);
  });

  test('with a certificate that is not trusted is told', async () => {
    const scene = await makeBucketScene(cli);
    const endpoint = `https://127.0.0.1:${await tlsServer()}`;
    await expectRefusal(scene, { endpoint }, head, 'is not trusted', 'NODE_EXTRA_CA_CERTS');
  });
});

test('Amazon S3 without a region is told', async () => {
  const scene = await makeBucketScene(cli);
  await expectRefusal(
    scene,
    { amazon: true, env: { AWS_REGION: undefined } },
    'set `region`, or AWS_REGION in the environment',
  );
});
