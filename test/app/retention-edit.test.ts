import { describe, expect, test } from 'vitest';
import { type RetentionRequest, retentionEdit } from '../../src/app/retention-edit.ts';
import { parseConsumer } from '../../src/core/consumers/consumer.ts';
import type { Products } from '../../src/core/document.ts';
import { type Filter, parseFilter } from '../../src/core/filter.ts';
import { parsePin, type RetentionPolicy } from '../../src/core/retention.ts';

const place = { place: ({ path }: { path: string }) => path as never };
const serials = ['20261117', '20261118', '20261119', '20261120'];

/** A product of each arch, with a file of 10 bytes in every version. */
function documents(names: readonly string[] = serials): ReadonlyMap<string, Products> {
  const product = (arch: string) => {
    const versions = names.map((serial) => {
      const path = `${arch}/${serial}/root`;
      return [serial, { items: { 'root.tar.xz': { ftype: 'root.tar.xz', path, size: 10 } } }];
    });
    return { arch, versions: Object.fromEntries(versions) };
  };
  const products = { 'a:amd64': product('amd64'), 'a:arm64': product('arm64') };
  return new Map([['images', { format: 'products:1.0', content_id: 'images', products }]]);
}

function apply(
  policy: Partial<RetentionPolicy>,
  changes: Partial<RetentionRequest> & { readonly filters?: readonly Filter[] } = {},
) {
  const { filters = [], ...request } = changes;
  const edit = retentionEdit(
    { keep: undefined, keepFor: undefined, pins: [], ...policy },
    filters,
    {
      consumers: [],
      allow: [],
      yes: false,
      now: new Date('2026-11-20T12:00:00Z'),
      ...request,
    },
  );
  return edit(documents(), place, undefined);
}

function filter(text: string): Filter {
  const parsed = parseFilter(text);
  return typeof parsed === 'string' ? expect.fail(parsed) : parsed;
}

function leftIn(edited: ReturnType<typeof apply>, product: string): readonly string[] {
  const document = edited.changed.get('images') ?? documents().get('images');
  return Object.keys(document?.products[product]?.versions ?? {});
}

test('the versions beyond the bound go from every product, and what goes and stays is told', () => {
  const edited = apply({ keep: 3 });
  expect(leftIn(edited, 'a:amd64')).toEqual(serials.slice(1));
  expect(leftIn(edited, 'a:arm64')).toEqual(serials.slice(1));
  const gone = { contentId: 'images', serial: '20261117', files: 1, bytes: 10 };
  const why = 'not among the newest 3';
  expect(edited.outcome).toEqual({
    unlisted: [
      { ...gone, product: 'a:amd64', why },
      { ...gone, product: 'a:arm64', why },
    ],
    kept: { newest: 2, keep: 4 },
    remarks: [],
  });
  expect([...(edited.removed ?? [])]).toEqual([]);
});

test('where nothing goes, nothing changes', () => {
  expect(apply({ keep: 4 })).toMatchObject({ changed: new Map(), outcome: { unlisted: [] } });
});

test('what filters pass over stays, and counts among the newest', () => {
  const edited = apply(
    { keep: 1 },
    { filters: [filter('arch=arm64'), filter('version_name!=20261118')] },
  );
  expect(leftIn(edited, 'a:amd64')).toEqual(serials);
  expect(leftIn(edited, 'a:arm64')).toEqual(['20261118', '20261120']);
});

describe('more than half of the bytes', () => {
  test('is refused with the figures', () => {
    expect(() => apply({ keep: 1 })).toThrow(
      /^this would unlist 6 versions with 60 of the 80 bytes that the root lists \(75 %\), .*\(a:amd64: 3, a:arm64: 3\), and say yes: true if it is meant$/,
    );
    expect(() => apply({ keep: 1 })).toThrow(
      expect.objectContaining({ code: 'YES_REQUIRED', exitCode: 2 }),
    );
  });

  test('goes with yes', () => {
    expect(leftIn(apply({ keep: 1 }, { yes: true }), 'a:amd64')).toEqual(['20261120']);
  });

  test('is more than half: half goes', () => {
    expect(leftIn(apply({ keep: 2 }), 'a:amd64')).toEqual(serials.slice(2));
  });
});

describe('for MAAS', () => {
  const maas = (range: string) => {
    const consumer = parseConsumer(`maas${range}`);
    return typeof consumer === 'string' ? expect.fail(consumer) : { consumers: [consumer] };
  };

  test.each(['', '>=3.4', '@3.7'])('%s two versions stay, with a word about it', (range) => {
    const edited = apply({ keep: 1 }, { ...maas(range), yes: true });
    expect(leftIn(edited, 'a:amd64')).toEqual(serials.slice(2));
    expect(edited.outcome.kept).toEqual({ newest: 2, two: 2 });
    expect(edited.outcome.remarks).toEqual([
      expect.stringMatching(/^two versions stay .*: a:amd64 20261119, a:arm64 20261119$/),
    ]);
  });

  test('@3.8 one is enough', () => {
    expect(leftIn(apply({ keep: 1 }, { ...maas('@3.8'), yes: true }), 'a:amd64')).toEqual([
      '20261120',
    ]);
  });
});

test('a pin that matches nothing is told', () => {
  const pins = ['20261117', 'b@20261118', '20261181'].map(
    (text) => parsePin(text) ?? expect.fail(),
  );
  const edited = apply({ keep: 2, pins });
  expect(leftIn(edited, 'a:amd64')).toEqual(['20261117', '20261119', '20261120']);
  expect(edited.outcome.remarks).toEqual([
    'pin b@20261118 matches no version that is listed',
    'pin 20261181 matches no version that is listed',
  ]);
});

test('filters that select no version are told, and those that only keep some are not', () => {
  const mistyped = [filter('arch=arm46'), filter('version_name!=20261118')];
  const edited = apply({ keep: 1 }, { filters: mistyped });
  expect(edited.outcome).toMatchObject({
    unlisted: [],
    remarks: [
      'no version that is listed satisfies arch=arm46 and version_name!=20261118, so none of them can be unlisted',
    ],
  });
  const newest = apply({ keep: 1 }, { filters: [filter('version_name=20261120')] });
  expect(newest.outcome).toMatchObject({ unlisted: [], remarks: [] });
});
