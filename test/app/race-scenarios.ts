import { containerImage } from '../fakes/memory-images.ts';
import {
  headOf,
  killedAfterCommit,
  nothing,
  product,
  publishBefore,
  publisher,
  type RaceScenario,
  sameMinute,
  serial,
  signing,
  takingBack,
  version,
  versionsBefore,
} from './publishers.ts';

/** Two publishers, signed or not: every schedule of them is tried up to a bound. */
export const raceScenarios: readonly RaceScenario[] = [
  ...([undefined, signing] as const).flatMap((key): readonly RaceScenario[] => {
    const kind = key === undefined ? 'unsigned' : 'signed';
    const prepare = publishBefore(key);
    return [
      {
        name: `different products into an empty root, ${kind}`,
        prepare: nothing,
        publishers: [product('1', key), product('2', key)],
        refusals: [],
      },
      {
        name: `different products, ${kind}`,
        prepare,
        publishers: [product('1', key), product('2', key)],
        refusals: [],
      },
      {
        name: `versions of one product, ${kind}`,
        prepare,
        publishers: [version('1', key), version('2', key)],
        // The older one, when the newer one is quicker.
        refusals: ['SERIAL_NOT_NEWEST'],
      },
      {
        name: `the same files, ${kind}`,
        prepare,
        publishers: [version('1', key), version('1', key)],
        refusals: [],
      },
      {
        name: `other bytes of the same minute, ${kind}`,
        prepare,
        publishers: ['1', '2'].map((build) =>
          publisher(build, containerImage(build, { created: sameMinute }), key),
        ),
        refusals: [],
      },
      {
        name: `other bytes under one given serial, ${kind}`,
        prepare,
        publishers: [version('1', key, { serial }), version('2', key, { serial })],
        refusals: ['VERSION_EXISTS'],
      },
      {
        name: `a PUT of the head that lands after its sender has given up, ${kind}`,
        prepare,
        publishers: [{ ...product('1', key), latePut: headOf(key) }, product('2', key)],
        refusals: [],
      },
      {
        name: `a PUT of a follower that lands late, ${kind}`,
        prepare,
        publishers: [
          { ...product('1', key), latePut: 'streams/v1/images.json' },
          product('2', key),
        ],
        refusals: [],
      },
      {
        name: `one that takes back beside another product, ${kind}`,
        prepare: versionsBefore(key, '1', '2'),
        publishers: [takingBack('2', key), product('9', key)],
        refusals: [],
      },
      {
        name: `one that takes back beside a new version, ${kind}`,
        prepare: versionsBefore(key, '1', '2'),
        publishers: [takingBack('2', key), version('3', key)],
        refusals: [],
      },
      {
        name: `one that takes the last version back beside a new one, ${kind}`,
        prepare: versionsBefore(key, '1'),
        publishers: [takingBack('1', key), version('3', key)],
        refusals: [],
      },
      {
        name: `two that take back the same version, ${kind}`,
        prepare: versionsBefore(key, '1', '2'),
        publishers: [takingBack('2', key), takingBack('2', key)],
        // The one that comes second.
        refusals: ['NOT_LISTED'],
      },
      {
        name: `a PUT of the head without a version that lands late, ${kind}`,
        prepare: versionsBefore(key, '1', '2'),
        publishers: [{ ...takingBack('2', key), latePut: headOf(key) }, version('3', key)],
        refusals: [],
      },
      {
        name: `a PUT that lands late beside the same files, ${kind}`,
        prepare,
        publishers: [{ ...version('1', key), latePut: headOf(key) }, version('1', key)],
        refusals: [],
      },
    ];
  }),
  {
    name: 'signed beside unsigned in an empty root',
    prepare: nothing,
    publishers: [product('1', signing), product('2')],
    refusals: ['SIGNING_KEY_REQUIRED', 'NOT_ADOPTED'],
  },
  {
    name: 'adopting beside unsigned',
    prepare: publishBefore(undefined),
    publishers: [product('1', signing, { adopt: true }), product('2')],
    refusals: ['SIGNING_KEY_REQUIRED'],
  },
  {
    name: 'adopting beside an unsigned PUT that lands late',
    prepare: publishBefore(undefined),
    publishers: [
      product('1', signing, { adopt: true }),
      { ...product('2'), latePut: 'streams/v1/index.json' },
    ],
    refusals: ['SIGNING_KEY_REQUIRED', 'OUTCOME_UNKNOWN'],
  },
  {
    name: 'two that adopt',
    prepare: publishBefore(undefined),
    publishers: [product('1', signing, { adopt: true }), product('2', signing, { adopt: true })],
    refusals: [],
  },
  {
    name: 'two that heal what a killed run left',
    prepare: killedAfterCommit,
    publishers: [product('1', signing), product('2', signing)],
    refusals: [],
  },
  {
    name: 'one that only heals beside a commit',
    prepare: killedAfterCommit,
    publishers: [product('8', signing), product('2', signing)],
    refusals: [],
  },
  {
    name: 'a PUT that says the root is signed and lands late',
    prepare: nothing,
    publishers: [
      { ...product('1', signing), latePut: 'streams/v1/index.json' },
      product('2', signing),
    ],
    refusals: [],
  },
  {
    name: 'the PUT of the first signed head lands late',
    prepare: nothing,
    publishers: [
      { ...product('1', signing), latePut: 'streams/v1/index.sjson' },
      product('2', signing),
    ],
    refusals: [],
  },
];
