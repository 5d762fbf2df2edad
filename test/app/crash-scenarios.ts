import { InputError } from '../../src/core/error.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Signing } from '../../src/ports.ts';
import { hmacSigning } from '../fakes/hmac-signing.ts';
import { containerImage } from '../fakes/memory-images.ts';
import { rotate } from '../fakes/rotating.ts';
import { publishBuild, type SceneOptions } from '../fakes/scene.ts';
import { takeBack } from '../fakes/unlisting.ts';

export interface CrashScenario {
  readonly name: string;
  /** What is in the root before. */
  readonly prepare: (store: Store, options: SceneOptions) => Promise<unknown>;
  readonly run: (store: Store, options: SceneOptions) => Promise<unknown>;
  readonly before: Signing | undefined;
  readonly after: Signing | undefined;
  /** Objects that the run leaves behind without any crash: of an attempt that was too slow, or of what it unlists. */
  readonly leaves?: number;
  /** What another publisher adds meanwhile. */
  readonly adds?: string;
}

const oldKey = hmacSigning('old');
const newKey = hmacSigning('new', 'old');

const nothing = async () => undefined;

/** Every kind of run, with `signing` as the key. */
export function crashScenarios(
  signing: Signing = hmacSigning('publisher'),
): readonly CrashScenario[] {
  const first = (store: Store, options: SceneOptions) => publishBuild(store, '1', options);
  const firstSigned = (store: Store, options: SceneOptions) =>
    publishBuild(store, '1', { ...options, signing });
  const secondSigned = (store: Store, options: SceneOptions) =>
    publishBuild(store, '2', { ...options, signing });
  const unsigned = { before: undefined, after: undefined };
  const signed = { before: signing, after: signing };
  return [
    { name: 'the first publish, unsigned', prepare: nothing, run: first, ...unsigned },
    {
      name: 'the first publish, signed',
      prepare: nothing,
      run: firstSigned,
      before: undefined,
      after: signing,
    },
    {
      name: 'a second version, unsigned',
      prepare: first,
      run: (store, options) => publishBuild(store, '2', options),
      ...unsigned,
    },
    { name: 'a second version, signed', prepare: firstSigned, run: secondSigned, ...signed },
    { name: 'nothing new, unsigned', prepare: first, run: first, ...unsigned },
    { name: 'nothing new, signed', prepare: firstSigned, run: firstSigned, ...signed },
    {
      name: 'an unsigned root that becomes signed',
      prepare: first,
      run: (store, options) => publishBuild(store, '2', { ...options, signing }, { adopt: true }),
      before: undefined,
      after: signing,
    },
    ...([undefined, signing] as const).flatMap((key): readonly CrashScenario[] => {
      const kind = key === undefined ? 'unsigned' : 'signed';
      const builds =
        (...all: readonly string[]) =>
        async (store: Store, options: SceneOptions) => {
          for (const build of all) await publishBuild(store, build, { ...options, signing: key });
        };
      // The files of the version, which nothing names any more.
      const both = { before: key, after: key, leaves: 2 };
      return [
        {
          name: `a version that is taken back, ${kind}`,
          prepare: builds('1', '2'),
          run: (store, options) => takenBack(store, '20261120_1202', { ...options, signing: key }),
          ...both,
        },
        {
          name: `the last version that is taken back, ${kind}`,
          prepare: builds('1'),
          run: (store, options) => takenBack(store, '20261120_1201', { ...options, signing: key }),
          ...both,
          // The document under its customary names, too.
          leaves: key === undefined ? 3 : 4,
        },
        {
          name: `a publish that unlists, ${kind}`,
          prepare: builds('1', '2', '3'),
          run: (store, options) =>
            publishBuild(
              store,
              '4',
              { ...options, signing: key },
              { retention: { keep: 3, keepFor: undefined, pins: [] } },
            ),
          ...both,
        },
      ];
    }),
    {
      name: 'a commit that another one forestalls',
      prepare: firstSigned,
      run: (store, options) => secondSigned(forestalled(store, signing, options), options),
      ...signed,
      // The lost attempt's document in both forms, and the copy of its head.
      leaves: 3,
      adds: 'alpine:9:amd64:default 20261120_1504',
    },
  ];
}

/** Each step of a change of keys; who reads trusts both. */
export function keyCrashScenarios(): readonly CrashScenario[] {
  const published = (store: Store, options: SceneOptions) =>
    publishBuild(store, '1', { ...options, signing: oldKey });
  const added = async (store: Store, options: SceneOptions) => {
    await published(store, options);
    await rotate(store, oldKey, { newKey: newKey.signer }, options);
  };
  const taken = async (store: Store, options: SceneOptions) => {
    await added(store, options);
    await rotate(store, newKey, {}, options);
  };
  const trusting = { before: newKey, after: newKey };
  return [
    {
      name: 'a new key is added to the ring',
      prepare: published,
      run: (store, options) => rotate(store, oldKey, { newKey: newKey.signer }, options),
      ...trusting,
    },
    {
      name: 'a new key takes over',
      prepare: added,
      run: (store, options) => rotate(store, newKey, {}, options),
      ...trusting,
    },
    {
      name: 'a new key takes over, with a second version',
      prepare: added,
      run: (store, options) => publishBuild(store, '2', { ...options, signing: newKey }),
      ...trusting,
    },
    {
      name: 'an old key is dropped',
      prepare: taken,
      run: (store, options) =>
        rotate(store, newKey, { dropKey: oldKey.signer.fingerprint, grace: 0 }, options),
      ...trusting,
    },
    {
      name: 'a lost key gives way',
      prepare: published,
      run: (store, options) => rotate(store, newKey, { keyLost: true }, options),
      ...trusting,
    },
  ];
}

/** A run that finds it taken back already has nothing to do. */
async function takenBack(store: Store, serial: string, options: SceneOptions): Promise<void> {
  try {
    await takeBack(store, { serial }, options);
  } catch (error) {
    const isDone = error instanceof InputError && error.code === 'NOT_LISTED';
    if (!isDone) throw error;
  }
}

/** Just before the head is replaced for the first time, another publisher replaces it, once in the life of a root. */
function forestalled(store: Store, signing: Signing, options: SceneOptions): Store {
  let first = true;
  return {
    ...store,
    replace: async (path, ...rest) => {
      if (first && path.endsWith('/index.sjson')) {
        first = false;
        const files = containerImage('9', { release: '9' });
        await publishBuild(store, '9', { ...options, signing, files });
      }
      return store.replace(path, ...rest);
    },
  };
}
