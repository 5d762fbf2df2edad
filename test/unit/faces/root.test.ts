import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { enough, folder, problemsOf, settings } from './support/settings.ts';

const rest = enough.slice(2);

describe('a root in a folder', () => {
  test.each([
    ['.', ''],
    ['public', 'public'],
    ['./a/../public/', 'public'],
  ])('%s is relative to the working directory', async (text, path) => {
    const cwd = folder({ image: '' });
    expect((await settings(['--root', text, ...rest], {}, cwd)).root).toEqual({
      kind: 'folder',
      folder: join(cwd, path),
    });
  });

  test('can be a URL', async () => {
    const { root } = await settings(['--root', 'file:///srv/a%20b', ...rest]);
    expect(root).toEqual({ kind: 'folder', folder: '/srv/a b' });
  });
});

describe('a root in a bucket', () => {
  const nothing = { endpoint: undefined, region: undefined, expectedBucketOwner: undefined };
  test.each([
    ['s3://images.example.com', 'images.example.com', ''],
    ['s3://images/', 'images', ''],
    ['s3://images/lxd/stable/', 'images', 'lxd/stable'],
    ['S3://Images_1/x', 'Images_1', 'x'],
  ])('%s', async (text, bucket, prefix) => {
    const { root } = await settings(['--root', text, ...rest]);
    expect(root).toEqual({ kind: 's3', bucket, prefix, ...nothing });
  });

  test('can have an endpoint, a region and an owner', async () => {
    const { root } = await settings([
      ...['--root', 's3://b1b/x', '--endpoint', 'https://s3.example.com:8443/'],
      ...['--region', 'eu-central-1', '--expected-bucket-owner', '123456789012'],
      ...rest,
    ]);
    expect(root).toMatchObject({
      endpoint: 'https://s3.example.com:8443',
      region: 'eu-central-1',
      expectedBucketOwner: '123456789012',
    });
  });

  test.each([
    ['--endpoint', 's3.example.com'],
    ['--endpoint', 'https://s3.example.com/path'],
    ['--endpoint', 'ftp://s3.example.com'],
    ['--endpoint', 'https://user:c4nary@s3.example.com'],
    ['--region', 'eu central'],
    ['--expected-bucket-owner', '1234'],
  ])('%s %s is refused', async (flag, value) => {
    const problems = await problemsOf(settings(['--root', 's3://bucket', flag, value, ...rest]));
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${flag} ".*": expected `))]);
    expect(problems.join('\n')).not.toContain('c4nary');
  });
});

test.each([
  ['https://images.example.com/lxd', /a root is written to.*s3:\/\/bucket\/prefix, with endpoint/],
  ['HTTP://images.example.com', /a root is written to/],
  ['ftp://example.com/x', /expected a folder, file:\/\/\/folder or s3:/],
  ['file://example.com/x', /expected a URL of a local folder/],
  ['s3://', /no name of a bucket/],
  ['s3:///prefix', /no name of a bucket/],
  ['s3://bucket/a b', /the prefix is a path of/],
  ['s3://bucket/a//b', /the prefix is a path of/],
  ['s3://bucket/../b', /the prefix is a path of/],
  ['image', /it is not a folder/],
  ['image/below', /image is not a folder/],
])('%s is no root: %s', async (text, problem) => {
  expect(await problemsOf(settings(['--root', text, ...rest]))).toEqual([
    expect.stringMatching(problem),
  ]);
});

test.each([
  ['--endpoint', 'https://s3.example.com'],
  ['--region', 'us-east-1'],
  ['--expected-bucket-owner', '123456789012'],
])('%s is for roots in buckets', async (flag, value) => {
  expect(await problemsOf(settings([...enough, flag, value]))).toEqual([
    `${flag}: is for a root in a bucket, s3://…, and this root is a folder`,
  ]);
});
