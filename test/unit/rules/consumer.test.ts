import { describe, expect, test } from 'vitest';
import { parseConsumer } from '../../../src/core/consumers/consumer.ts';
import { describeReleases, overlap, parseReleases } from '../../../src/core/consumers/releases.ts';
import { whyNotTogether } from '../../../src/core/consumers/sharing.ts';

function described(text: string): string {
  const consumer = parseConsumer(text);
  if (typeof consumer === 'string') throw new Error(consumer);
  return `${consumer.name} ${describeReleases(consumer.releases)}`;
}

describe('a consumer', () => {
  test.each([
    ['maas', 'maas 2.9 to 3.8'],
    ['maas@3.4', 'maas 3.4'],
    ['maas>=3.4', 'maas 3.4 to 3.8'],
    ['maas<3.8', 'maas 2.9 to 3.7'],
    ['maas>3.7', 'maas 3.8'],
    ['maas>=3.4<=3.6', 'maas 3.4 to 3.6'],
    ['maas@2', 'maas 2.9 to 2'],
    ['lxd', 'lxd 5.0 to 6'],
    ['lxd@5.0.2', 'lxd 5.0'],
    ['lxd@6', 'lxd 6.0 to 6'],
    ['lxd<=5', 'lxd 5.0 to 5'],
    ['incus>=6.0', 'incus 6.0 to 7'],
    ['incus<7.0', 'incus 6.0 to 6'],
    ['glance', 'glance all'],
    ['sstream', 'sstream all'],
  ])('%s is %s', (text, words) => {
    expect(described(text)).toBe(words);
  });

  test.each([
    ['', 'expected one of lxd, incus, maas, glance, sstream'],
    ['MAAS', 'expected one of lxd'],
    ['juju', 'expected one of lxd'],
    ['maas 3.4', 'with a version or range'],
    ['maas@', 'with a version or range'],
    ['maas>=x', 'with a version or range'],
    ['maas>=3.6<=3.4', 'with a version or range'],
    ['maas@3.4@3.5@3.6', 'with a version or range'],
    ['maas@4.0', 'there are rules for maas 2.9 to 3.8 only'],
    ['incus@0.5', 'there are rules for incus 6.0 to 7 only'],
    ['glance@2', 'glance takes no version'],
  ])('is not %j: %s', (text, words) => {
    expect(parseConsumer(text)).toEqual(expect.stringContaining(words));
  });
});

test.each([
  ['<=3.7', '@3.7', true],
  ['<=3.7', '>=3.8', false],
  ['>=5.18', '@5', true],
  ['<=5.17', '@6', false],
  ['', '@1', true],
])('the ranges %j and %j overlap: %s', (a, b, expected) => {
  const [one, other] = [parseReleases(a), parseReleases(b)];
  if (one === undefined || other === undefined) throw new Error('no range');
  expect(overlap(one, other)).toBe(expected);
});

describe('one root', () => {
  test.each([
    [['lxd', 'incus']],
    [['lxd', 'incus', 'glance', 'sstream']],
    [['maas', 'sstream']],
    [['maas', 'maas']],
  ] as const)('can be read by %j', (names) => {
    expect(whyNotTogether(names)).toEqual([]);
  });

  test.each(['lxd', 'incus', 'glance'] as const)('cannot be read by maas and %s', (name) => {
    expect(whyNotTogether([name, 'sstream', 'maas'])).toEqual([
      expect.stringMatching(
        new RegExp(`^maas and ${name} cannot share a root: .*MAAS 3\\.8 reject.*two roots`),
      ),
    ]);
  });

  test('cannot be read by maas and several others, each for a reason of its own', () => {
    expect(whyNotTogether(['lxd', 'incus', 'maas'])).toHaveLength(2);
  });
});
