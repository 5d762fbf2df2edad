import { describe, expect, test } from 'vitest';
import { joinPath } from '../../../src/core/path.ts';
import { isSameTime, notesOf, planVisit } from '../../../src/core/visit-plan.ts';

const digest = '0123456789abcdef0123456789abcdef';
const file = joinPath(`alpine/3.20/amd64/20261101/${digest}/f`);
const now = new Date('2026-11-20T12:00:00Z');
const hour = 60 * 60 * 1000;
const ago = (hours: number) => new Date(now.getTime() - hours * hour);

function planOf(
  modified: Date,
  { noted, named = [], path = file }: { noted?: Date; named?: string[]; path?: string } = {},
) {
  const notes = new Map(noted === undefined ? [] : [[file, { noted, modified }]]);
  const objects = [{ path, size: 7, modified }];
  const plan = planVisit({ objects, now, named: new Set(named), notes }, 24 * hour);
  return Object.entries(plan).flatMap(([kind, found]) => found.map(() => kind));
}

describe('what a visit makes of an object', () => {
  test.each([
    ['named, however old', ago(1000), { named: [file], noted: ago(900) }, []],
    ['unnamed for less than 48 h', ago(48), {}, ['young']],
    ['unnamed and older', ago(48.1), {}, ['waiting']],
    ['noted for the grace time and no longer', ago(100), { noted: ago(24) }, ['waiting']],
    ['noted for longer', ago(100), { noted: ago(24.1) }, ['due']],
    ['made anew since it was noted', ago(1), { noted: ago(100) }, ['young']],
    ['of the future', ago(-5), { noted: ago(100) }, ['young']],
    ['of somebody else', ago(1000), { path: 'holiday.jpg' }, ['foreign']],
    ['an index', ago(1000), { path: 'streams/v1/index.json' }, []],
  ])('%s', (_, modified, given, expected) => {
    expect(planOf(modified, given)).toEqual(expected);
  });

  test('a note is of the object that lay there then, not of one that has its place', () => {
    const objects = [{ path: file, size: 7, modified: ago(60) }];
    const notes = new Map([[file, { noted: ago(50), modified: ago(200) }]]);
    const plan = planVisit({ objects, now, named: new Set(), notes }, 24 * hour);
    expect(plan.due).toEqual([]);
    expect(plan.waiting).toMatchObject([{ path: file, noted: now }]);
    expect(notesOf(plan.waiting)).toEqual(new Map([[file, { noted: now, modified: ago(60) }]]));
  });

  test('what lies in a root below this one is foreign, whatever it is called', () => {
    const paths = [`nested/${file}`, 'nested/streams/v1/index.json', file];
    const objects = paths.map((path) => ({ path, size: 1, modified: ago(100) }));
    const plan = planVisit({ objects, now, named: new Set(), notes: new Map() }, 24 * hour);
    expect(plan.nested).toEqual(['nested/']);
    expect(plan.foreign.map(({ path }) => path)).toEqual(paths.slice(0, 2));
    expect(plan.waiting.map(({ path }) => path)).toEqual([file]);
  });
});

test('a list tells milliseconds, the answer to a HEAD only seconds', () => {
  const at = new Date('2026-11-20T12:00:00.900Z');
  expect(isSameTime(at, new Date('2026-11-20T12:00:00Z'))).toBe(true);
  expect(isSameTime(at, new Date('2026-11-20T12:00:01Z'))).toBe(false);
});
