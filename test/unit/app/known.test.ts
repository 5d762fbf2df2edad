import { expect, test } from 'vitest';
import { sha256 } from '../../../src/adapters/sha256.ts';
import { type KnownDocument, openKnown } from '../../../src/app/known.ts';

function document(name: string, megabytes: number): KnownDocument {
  const bytes = new Uint8Array(megabytes * 2 ** 20);
  return { bytes, sha256: sha256(new TextEncoder().encode(name)), text: name, plain: bytes };
}

test('a document is found by the digest of its bytes, and by no other', () => {
  const known = openKnown();
  const [one, other] = [document('one', 1), document('other', 1)];
  known.add(one);
  expect(known.document(one.sha256)).toBe(one);
  expect(known.document(other.sha256)).toBeUndefined();
  expect(known.document(undefined)).toBeUndefined();
});

test('the oldest make room for new ones, and those that were added again are not old', () => {
  const known = openKnown();
  const documents = ['a', 'b', 'c', 'd'].map((name) => document(name, 30));
  const [a, b, c, d] = documents;
  if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error();
  for (const each of [a, b, a, c]) known.add(each);
  expect(documents.map(({ sha256 }) => known.document(sha256)?.text)).toEqual([
    'a',
    undefined,
    'c',
    undefined,
  ]);
  known.add(d);
  expect(documents.map(({ sha256 }) => known.document(sha256)?.text)).toEqual([
    undefined,
    undefined,
    'c',
    'd',
  ]);
});

test('one that is larger than all that is kept is kept by itself', () => {
  const known = openKnown();
  const [small, large] = [document('small', 1), document('large', 65)];
  known.add(small);
  known.add(large);
  expect(known.document(large.sha256)).toBe(large);
  expect(known.document(small.sha256)).toBeUndefined();
});

test('a ring is checked once, and again only at another path; where there is none, every time', async () => {
  const known = openKnown();
  const checked: string[] = [];
  const check = (name: string) => async () => {
    checked.push(name);
    return [];
  };
  for (const path of ['a', 'b', 'a']) await known.ring(path, check(path));
  for (const _ of [1, 2]) await known.ring(undefined, check('none'));
  expect(checked).toEqual(['a', 'b', 'none', 'none']);
});

test('a ring that was refused is checked again', async () => {
  const known = openKnown();
  const refuse = async () => {
    throw new Error('refused');
  };
  await expect(known.ring('a', refuse)).rejects.toThrow('refused');
  await expect(known.ring('a', refuse)).rejects.toThrow('refused');
});
