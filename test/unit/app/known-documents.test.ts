import { expect, test } from 'vitest';
import { sha256 } from '../../../src/adapters/sha256.ts';
import { type KnownDocument, openKnownDocuments } from '../../../src/app/known-documents.ts';

function document(name: string, megabytes: number): KnownDocument {
  const bytes = new Uint8Array(megabytes * 2 ** 20);
  return { bytes, sha256: sha256(new TextEncoder().encode(name)), text: name, plain: bytes };
}

test('a document is found by the digest of its bytes, and by no other', () => {
  const known = openKnownDocuments();
  const [one, other] = [document('one', 1), document('other', 1)];
  known.add(one);
  expect(known.find(one.sha256)).toBe(one);
  expect(known.find(other.sha256)).toBeUndefined();
  expect(known.find(undefined)).toBeUndefined();
});

test('the oldest make room for new ones, and those that were added again are not old', () => {
  const known = openKnownDocuments();
  const documents = ['a', 'b', 'c', 'd'].map((name) => document(name, 30));
  const [a, b, c, d] = documents;
  if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error();
  for (const each of [a, b, a, c]) known.add(each);
  expect(documents.map(({ sha256 }) => known.find(sha256)?.text)).toEqual([
    'a',
    undefined,
    'c',
    undefined,
  ]);
  known.add(d);
  expect(documents.map(({ sha256 }) => known.find(sha256)?.text)).toEqual([
    undefined,
    undefined,
    'c',
    'd',
  ]);
});

test('one that is larger than all that is kept is kept by itself', () => {
  const known = openKnownDocuments();
  const [small, large] = [document('small', 1), document('large', 65)];
  known.add(small);
  known.add(large);
  expect(known.find(large.sha256)).toBe(large);
  expect(known.find(small.sha256)).toBeUndefined();
});
