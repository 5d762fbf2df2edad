import {
  headOf,
  nothing,
  product,
  publishBefore,
  type RaceScenario,
  serial,
  signing,
  version,
} from './publishers.ts';

/** Three and more: too many schedules to try them all. */
export const crowds: readonly RaceScenario[] = [
  {
    name: 'three products into an empty root',
    prepare: nothing,
    publishers: ['1', '2', '3'].map((release) => product(release, signing)),
    refusals: [],
  },
  {
    name: 'two products and a PUT of the head that lands late',
    prepare: publishBefore(signing),
    publishers: [
      { ...product('1', signing), latePut: headOf(signing) },
      { ...product('2', signing), latePut: headOf(signing) },
      product('3', signing),
    ],
    refusals: [],
  },
  {
    name: 'three times the same files',
    prepare: nothing,
    publishers: [version('1', signing), version('1', signing), version('1', signing)],
    refusals: [],
  },
  {
    name: 'three versions of one given serial',
    prepare: publishBefore(undefined),
    publishers: ['1', '2', '3'].map((minute) => version(minute, undefined, { serial })),
    refusals: ['VERSION_EXISTS'],
  },
  {
    name: 'two that adopt beside an unsigned one',
    prepare: publishBefore(undefined),
    publishers: [
      product('1', signing, { adopt: true }),
      product('2'),
      product('3', signing, { adopt: true }),
    ],
    refusals: ['SIGNING_KEY_REQUIRED'],
  },
  {
    name: 'signed and unsigned in an empty root',
    prepare: nothing,
    publishers: [product('1', signing), product('2'), product('3', signing), product('4')],
    refusals: ['SIGNING_KEY_REQUIRED', 'NOT_ADOPTED'],
  },
];
