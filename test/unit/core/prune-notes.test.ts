import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinPath } from '../../../src/core/path.ts';
import {
  noNotes,
  type PruneNotes,
  parsePruneNotes,
  writePruneNotes,
} from '../../../src/core/prune-notes.ts';

const date = fc.date({
  min: new Date('2020-01-01'),
  max: new Date('2100-01-01'),
  noInvalidDate: true,
});
const path = fc.stringMatching(/^[a-z]{1,5}\/[a-z0-9]{1,8}$/).map((text) => joinPath(text));
const notes: fc.Arbitrary<PruneNotes> = fc.record({
  notes: fc
    .array(fc.tuple(path, fc.record({ noted: date, modified: date })))
    .map((entries) => new Map(entries)),
  reaping: fc.option(fc.record({ visit: fc.string(), until: date }), { nil: undefined }),
});

describe('the notes of a visit', () => {
  test('are read as they were written', () => {
    fc.assert(
      fc.property(notes, (given) => {
        expect(parsePruneNotes(writePruneNotes(given))).toEqual(given);
      }),
    );
  });

  test.each([
    '',
    'no JSON',
    '[]',
    'null',
    '{}',
    '{"format":"prune:2.0","notes":{}}',
    '{"format":"prune:1.0"}',
    '{"format":"prune:1.0","notes":[1]}',
    '{"format":"prune:1.0","notes":{"../x":{"noted":"2026-11-20","modified":"2026-11-20"}}}',
    '{"format":"prune:1.0","notes":{"x":{"noted":"soon","modified":"2026-11-20"}}}',
    '{"format":"prune:1.0","notes":{"x":{"modified":"2026-11-20"}}}',
    '{"format":"prune:1.0","notes":{},"reaping":{"visit":1,"until":"2026-11-20"}}',
  ])('%j is as good as lost', (text) => {
    expect(parsePruneNotes(text)).toEqual(noNotes);
  });
});
