import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openpgpSigning } from '../../src/adapters/openpgp/signing.ts';
import type { Signing } from '../../src/ports.ts';
import { makeBucketScene } from '../process/support/bucket.ts';
import { bundleCli } from '../process/support/bundle.ts';
import { ended } from '../process/support/command.ts';
import { contentOf as objectsOf, restore } from '../process/support/cuts.ts';
import { writeImage } from '../process/support/image.ts';
import { privateKey } from '../process/support/keys.ts';
import { proved } from './proved.ts';
import { type CliStep, cliScenarios, type Images } from './support/cli-scenarios.ts';
import { type KillScene, killEverywhere } from './support/kills.ts';
import { storedInFolder, storedOnServer } from './support/stored.ts';

let cli: string;
let key: string;
let signing: Signing;

beforeAll(async () => {
  cli = await bundleCli();
  key = await privateKey();
  const now = new Date();
  signing = await openpgpSigning({
    signingKey: key,
    passphrase: undefined,
    trustedKeys: undefined,
    now,
  });
});

async function imagesIn(folder: string): Promise<Images> {
  return {
    first: await writeImage(join(folder, 'first')),
    second: await writeImage(join(folder, 'second'), {
      created: '2026-11-21T15:04:00Z',
      content: 'second',
    }),
  };
}

const hook = join(import.meta.dirname, 'support/kill-at.mjs');

async function folderScene(before: CliStep | undefined, run: CliStep): Promise<KillScene> {
  const folder = await mkdtemp(join(tmpdir(), 'simplestreams-kill-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const images = await imagesIn(folder);
  const [root, kept] = [join(folder, 'root'), join(folder, 'kept')];
  await mkdir(kept);

  const publish = (step: CliStep, node: readonly string[] = [], env = {}) => {
    const { metadata, root: file } = images[step.image];
    const words = ['publish', '--root', root, '--for', 'lxd', '--for', 'incus'];
    const files = ['--files', metadata, '--files', file];
    const keys = step.signed ? { SIMPLESTREAMS_SIGNING_KEY: key } : {};
    const args = [...node, cli, ...words, ...files, ...(step.args ?? [])];
    return ended(process.execPath, args, { cwd: folder, env: { ...keys, ...env } });
  };
  const toItsEnd = async (step: CliStep) => {
    const { code, stderr } = await publish(step);
    if (code !== 0) throw new Error(`exit code ${code}: ${stderr}`);
  };

  if (before !== undefined) {
    await toItsEnd(before);
    await cp(root, kept, { recursive: true, preserveTimestamps: true });
  }
  return {
    reset: async () => {
      await rm(root, { recursive: true, force: true });
      await cp(kept, root, { recursive: true, preserveTimestamps: true });
    },
    run: () => toItsEnd(run),
    runAndKill: async (call, signal) => {
      const env = { KILL_ROOT: root, KILL_AT: String(call), KILL_SIGNAL: signal };
      return (await publish(run, ['--import', hook], env)).code;
    },
    stored: () => storedInFolder(root),
  };
}

async function bucketScene(before: CliStep | undefined, run: CliStep): Promise<KillScene> {
  const { server, folder, start } = await makeBucketScene(cli);
  const images = await imagesIn(folder);
  const begin = ({ image, signed, args = [] }: CliStep) =>
    start({ image: images[image], args, ...(signed && { key }) });
  const toItsEnd = async (step: CliStep) => {
    const { code, stderr } = await begin(step).finished;
    if (code !== 0) throw new Error(`exit code ${code}: ${stderr}`);
  };
  if (before !== undefined) await toItsEnd(before);
  const kept = objectsOf(server);
  return {
    reset: async () => restore(server, kept),
    run: () => toItsEnd(run),
    runAndKill: async (call, signal) => {
      // Even: before the request takes effect; odd: when it has, instead of the answer.
      const [nth, after] = [Math.ceil(call / 2), call % 2 === 0];
      let requests = 0;
      const running = begin(run);
      server.faults = () => {
        requests += 1;
        if (requests !== nth) return undefined;
        if (!after) running.kill(signal);
        return after || signal !== 'SIGKILL' ? undefined : 'drop';
      };
      server.onEffect = () => {
        if (after && requests === nth) running.kill(signal);
      };
      const { code } = await running.finished;
      server.faults = undefined;
      server.onEffect = undefined;
      return code;
    },
    stored: () => storedOnServer(server, 'lxd'),
  };
}

describe.each([
  ['a folder', folderScene],
  ['a bucket', bucketScene],
] as const)('a process killed at every call to %s', (_, sceneOf) => {
  for (const { name, before, run } of cliScenarios) {
    test(name, async (context) => {
      const scene = await sceneOf(before, run);
      const { cases, orphans } = await killEverywhere(
        scene,
        run.signed ? signing : undefined,
        'SIGKILL',
      );
      expect(cases).toBeGreaterThan(0);
      proved(context, { cases, note: `${orphans} orphans at most` });
    });
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    test(`by ${signal}: a second version, signed`, async (context) => {
      const scenario = cliScenarios.find((each) => each.name === 'a second version, signed');
      if (scenario === undefined) throw new Error('no such scenario');
      const scene = await sceneOf(scenario.before, scenario.run);
      const { cases, orphans } = await killEverywhere(scene, signing, signal);
      expect(cases).toBeGreaterThan(0);
      proved(context, { cases, note: `${orphans} orphans at most` });
    });
  }
});
