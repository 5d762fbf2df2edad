import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../src/adapters/memory-store.ts';
import { sha256 } from '../../src/adapters/sha256.ts';
import { admitPlanned } from '../../src/app/plan-promotion.ts';
import { plannedChoice } from '../../src/app/planned-choice.ts';
import { type Gatekeeper, promote } from '../../src/app/promote.ts';
import { rollForward } from '../../src/app/roll-forward.ts';
import { everyRelease } from '../../src/core/consumers/consumer.ts';
import type { PromotionPlan } from '../../src/core/promotion-plan.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Signing } from '../../src/ports.ts';
import { containerImage } from '../fakes/memory-images.ts';
import { memoryScratch } from '../fakes/memory-scratch.ts';
import { portsOn, publishBuild, type SceneOptions, start } from '../fakes/scene.ts';
import type { CrashScenario } from './crash-scenarios.ts';
import { crashEverywhere } from './crashes.ts';
import {
  choice,
  originOn,
  planStable,
  promoteStable,
  promotion,
  publishMaas,
} from './promotion-scene.ts';
import {
  headOf,
  nothing,
  type Publisher,
  product,
  publishBefore,
  type RaceScenario,
  signing,
  version,
} from './publishers.ts';
import { exploreRace } from './races.ts';

const now = () => start;
const files = containerImage('5', { created: '2026-11-20T12:05:00Z' });
const asIs = choice({
  rename: [],
  label: undefined,
  consumers: [everyRelease('lxd'), everyRelease('incus')],
});

/** A root with version `20261120_1205` of the product that {@link version} has. */
async function source(key: Signing | undefined): Promise<Store> {
  const from = memoryStore({ now, url: 'memory:source', pause: nothing });
  await publishBuild(from, '5', { now, files, ...(key && { signing: key }) });
  return from;
}

/** The same source each time, for a plan has its digest. */
const signedSource = await source(signing);

function promoter(
  key: Signing | undefined,
  admit: (store: Store) => Gatekeeper | undefined = () => undefined,
): Publisher {
  return {
    files,
    publish: async (store, options) => {
      const from = key === undefined ? await source(key) : signedSource;
      const ports = portsOn(store, { ...options, signing: key });
      const request = promotion({ choice: asIs });
      const report = await promote(request, originOn(from, key), ports, admit(store));
      const [only] = report.versions;
      const named = { product: only?.product as never, serial: only?.serial };
      return { ...report, ...named };
    },
  };
}

/** Two that look at a root that was planned with. */
function planned(
  name: string,
  others: (applier: Publisher) => readonly Publisher[],
  refusals: readonly string[],
): RaceScenario {
  let plan: PromotionPlan | undefined;
  const applier = promoter(signing, (store) => {
    if (plan === undefined) throw new Error('there is no plan');
    return admitPlanned(plan, plannedChoice(plan), { store, sha256 });
  });
  const prepare = async (store: Store, options: SceneOptions) => {
    await publishBefore(signing)(store, options);
    plan = await planStable(signedSource, store, signing, asIs);
  };
  return { name, prepare, publishers: others(applier), refusals };
}

const races: readonly RaceScenario[] = [
  ...([undefined, signing] as const).flatMap((key): readonly RaceScenario[] => {
    const kind = key === undefined ? 'unsigned' : 'signed';
    return [
      {
        name: `beside one that publishes another product, ${kind}`,
        prepare: publishBefore(key),
        publishers: [promoter(key), product('7', key)],
        refusals: [],
      },
      {
        name: `beside one that publishes a newer version, ${kind}`,
        prepare: publishBefore(key),
        publishers: [promoter(key), version('6', key)],
        refusals: ['SERIAL_NOT_NEWEST'],
      },
      {
        name: `twice, ${kind}`,
        prepare: publishBefore(key),
        publishers: [promoter(key), promoter(key)],
        refusals: [],
      },
      {
        name: `into an empty root, ${kind}`,
        prepare: nothing,
        publishers: [promoter(key), promoter(key)],
        refusals: [],
      },
      {
        name: `with a PUT of the head that lands late, ${kind}`,
        prepare: publishBefore(key),
        publishers: [{ ...promoter(key), latePut: headOf(key) }, product('7', key)],
        refusals: [],
      },
    ];
  }),
  planned('one plan twice', (applier) => [applier, applier], ['PLAN_OUTDATED']),
  planned('a plan beside one that publishes', (applier) => [applier, product('7', signing)], [
    'PLAN_OUTDATED',
  ]),
  planned(
    'a plan twice, with a PUT of the head that lands late',
    (applier) => [{ ...applier, latePut: headOf(signing) }, applier],
    ['PLAN_OUTDATED'],
  ),
];

describe('promoting, in every schedule up to a bound', () => {
  for (const scenario of races) {
    test(scenario.name, async () => {
      const { cases } = await exploreRace(scenario, { preemptions: 2, schedules: 60 });
      expect(cases).toBeGreaterThan(20);
    });
  }
});

const maasSource = memoryStore({ now, url: 'memory:source' });
await publishMaas(maasSource, '20', { signing });

const crashes: readonly CrashScenario[] = [
  {
    name: 'promoting into an empty root',
    prepare: nothing,
    run: (store, options) => promoteStable(maasSource, store, { ...options, signing }),
    before: undefined,
    after: signing,
  },
  {
    name: 'promoting a second version',
    prepare: (store, options) =>
      publishMaas(store, '19', { ...options, signing }, { label: 'stable' }),
    run: (store, options) => promoteStable(maasSource, store, { ...options, signing }),
    before: signing,
    after: signing,
  },
  {
    name: 'rolling forward',
    prepare: async (store, options) => {
      await publishMaas(store, '18', { ...options, signing });
      await publishMaas(store, '19', { ...options, signing });
    },
    run: (store, options) => {
      const selection = { filters: [], product: undefined, serial: '20261118_0000' as never };
      const request = {
        ...{ selection, newSerial: '20261121_0000' as never, consumers: undefined, allow: [] },
        ...{ acceptRollback: false, dryRun: false },
      };
      return rollForward(request, portsOn(store, { ...options, signing }), memoryScratch());
    },
    before: signing,
    after: signing,
  },
];

describe('a run stopped at any call leaves the old root or the new one, and the next run heals it', () => {
  for (const scenario of crashes) {
    test(scenario.name, async () => {
      const { cases } = await crashEverywhere(scenario);
      expect(cases).toBeGreaterThan(10);
    });
  }
});
