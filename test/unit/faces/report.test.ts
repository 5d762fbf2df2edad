import { expect, test } from 'vitest';
import type { PublishReport } from '../../../src/app/publication.ts';
import { parseSha256 } from '../../../src/core/digest.ts';
import { parseProductName } from '../../../src/core/name.ts';
import { parseSerial } from '../../../src/core/serial.ts';
import { countsOf } from '../../../src/faces/many-report.ts';
import { renderReport } from '../../../src/faces/report.ts';

function report(changes: Partial<PublishReport>): PublishReport {
  const product = parseProductName('alpine:3.20:amd64:default');
  const serial = parseSerial('20261120_1504');
  const sha256 = parseSha256('0'.repeat(64));
  if (product === undefined || serial === undefined || sha256 === undefined)
    throw new Error('the names are wrong');
  const changed = changes.changed ?? true;
  const item = { sha256, size: 4_500_000, stored: 'uploaded' } as const;
  const items = [
    { ...item, name: 'lxd.tar.xz', ftype: 'lxd.tar.xz', path: 'a/lxd.tar.xz' },
    { ...item, name: 'squashfs', ftype: 'squashfs', path: 'a/rootfs', stored: 'present' } as const,
  ];
  return {
    changed,
    dryRun: false,
    root: '/srv/images',
    generation: 3,
    signed: true,
    indexUrl: 'https://images.example.com/streams/v1/index.sjson',
    published: [{ product, serial, changed, items }],
    unlisted: [],
    product,
    serial,
    followers: 'current',
    warnings: [],
    clients: ['lxc remote add images https://images.example.com', 'lxc launch images:alpine/3.20'],
    ...changes,
  };
}

test('says what was published, where, and what to give to clients', () => {
  expect(renderReport(report({}))).toBe(`Published alpine:3.20:amd64:default 20261120_1504
  lxd.tar.xz  uploaded     4.3 MiB  a/lxd.tar.xz
  squashfs    present      4.3 MiB  a/rootfs

Root    /srv/images, generation 3, signed
Index   https://images.example.com/streams/v1/index.sjson

For clients:

  lxc remote add images https://images.example.com
  lxc launch images:alpine/3.20
`);
});

test('says that nothing was to do', () => {
  const text = renderReport(report({ changed: false }));
  expect(text).toMatch(/^Nothing to do: alpine:3.20:amd64:default 20261120_1504 is published/);
  expect(text).not.toContain('lxd.tar.xz');
});

test('says what a dry run would do', () => {
  expect(renderReport(report({ dryRun: true }))).toMatch(/^Would publish alpine/);
});

test('says why there is nothing for clients', () => {
  const text = renderReport(report({ indexUrl: undefined, clients: [], signed: false }));
  expect(text).toContain('unsigned\n');
  expect(text).toMatch(/give public-url\.\n$/);
});

test('says what was unlisted', () => {
  const version = { contentId: 'images', product: 'alpine', serial: '20261117', files: 3 };
  const unlisted = [{ ...version, bytes: 4_500_000, why: 'not among the newest 3' }];
  expect(renderReport(report({ unlisted }))).toContain(
    '\nUnlisted alpine 20261117, 4.3 MiB: not among the newest 3\n\nRoot ',
  );
  expect(renderReport(report({ unlisted, dryRun: true }))).toContain('\nWould unlist alpine');
  const same = report({ unlisted, changed: false });
  expect(countsOf(same)).toBe('the image is there already, unlisted 1 version');
  expect(countsOf(report({ unlisted: [...unlisted, ...unlisted], dryRun: true }))).toBe(
    'would publish 1 image, would unlist 2 versions',
  );
});
