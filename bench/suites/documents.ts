import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Figure, median, pairedRatio } from '../figure.ts';
import { type Measured, measure } from '../support/process.ts';
import { programPath } from '../support/programs.ts';
import type { Scene } from '../support/scene.ts';
import type { Findings, Suite } from './suite.ts';

/** What a program without us would do to one document: read, write, sign, and verify the old one and the new one. */
const script = `
import json, subprocess, sys, time
began = time.perf_counter()
with open('images.json') as file: document = json.load(file)
with open('new.json', 'w') as file: file.write(json.dumps(document, indent=1, sort_keys=True))
gpg = ['gpg', '--homedir', 'gnupg', '--batch', '--yes', '--quiet']
subprocess.run([*gpg, '--output', 'new.sjson', '--clearsign', 'new.json'], check=True)
for signed in ('images.sjson', 'new.sjson'):
    subprocess.run(['gpgv', '--quiet', '--keyring', './keyring.gpg', signed], check=True, stderr=subprocess.DEVNULL)
print(json.dumps({'seconds': time.perf_counter() - began}))
`;

/** One version more in a root of so many items: everything but the image, in the process, after its modules are loaded. */
export const documents: Suite = {
  name: 'documents',
  inCheck: true,
  async run(scene): Promise<Findings> {
    const needed = ['python3', 'gpg', 'gpgv'] as const;
    const found = await Promise.all(needed.map(programPath));
    const missing = needed.filter((_, n) => found[n] === undefined);
    if (missing.length > 0) {
      const why = `${missing.join(', ')} not installed`;
      return { figures: [], skipped: [{ name: 'documents', why }] };
    }
    const sizes = scene.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000];
    const figures: Figure[] = [];
    const seconds: number[] = [];
    for (const items of sizes) {
      const measured = await measureRoot(scene, items);
      seconds.push(median(measured.publish.seconds));
      figures.push(...figuresOf(items, measured));
    }
    return { figures: [...figures, linearity(sizes, seconds)] };
  },
};

interface Told {
  readonly seconds: readonly number[];
  /** Of memory, in MiB. */
  readonly peak: number;
}

interface Root {
  readonly publish: Told;
  readonly document: Told;
  readonly yardstick: Told;
}

async function measureRoot(scene: Scene, items: number): Promise<Root> {
  const { memory, child, keyFile, env, runs } = scene;
  const cwd = join(memory, `documents-${items}`);
  const root = join(cwd, 'root');
  await mkdir(cwd);
  const run = (...command: readonly string[]) => measure(command, { cwd, env });
  const program = (...words: readonly string[]) =>
    run(process.execPath, child('documents'), ...words);
  await program('make', root, keyFile, String(items));
  await copyFile(join(root, 'keyring.gpg'), join(cwd, 'keyring.gpg'));
  for (const name of ['images.json', 'images.sjson']) {
    await copyFile(join(root, 'streams/v1', name), join(cwd, name));
  }
  await writeFile(join(cwd, 'yardstick.py'), script);
  await mkdir(join(cwd, 'gnupg'), { mode: 0o700 });
  await run('gpg', '--homedir', 'gnupg', '--batch', '--quiet', '--import', keyFile);
  const told: Record<keyof Root, { seconds: number[]; peak: number }> = {
    publish: { seconds: [], peak: 0 },
    document: { seconds: [], peak: 0 },
    yardstick: { seconds: [], peak: 0 },
  };
  const add = (what: keyof Root, { stdout }: Measured) => {
    const { seconds, peak = 0 }: { seconds: number; peak?: number } = JSON.parse(stdout);
    told[what].seconds.push(seconds);
    told[what].peak = Math.max(told[what].peak, peak);
  };
  for (let n = 0; n < runs; n++) {
    add('publish', await program('publish', root, keyFile, String(n)));
    add('yardstick', await run('python3', 'yardstick.py'));
    add('document', await program('document', root, keyFile));
  }
  await run('gpgconf', '--homedir', 'gnupg', '--kill', 'all').catch(() => undefined);
  await rm(cwd, { recursive: true });
  return told;
}

function figuresOf(items: number, { publish, document, yardstick }: Root): readonly Figure[] {
  const name = `documents ${items.toLocaleString('en')}`;
  const largest = items >= 100_000;
  const promised = items >= 10_000;
  const whole = 'publish one version, whole';
  const ratio = (what: string, { seconds }: Told): Figure => ({
    name,
    what,
    unit: '×',
    value: pairedRatio(seconds, yardstick.seconds),
    yardstick: 'json.load, json.dumps, gpg --clearsign, 2 × gpgv',
    ours: `${median(seconds).toFixed(2)} s`,
    theirs: `${median(yardstick.seconds).toFixed(2)} s`,
  });
  const work = ratio('verify, parse, check, serialise, sign, verify', document);
  return [
    promised ? { ...work, bound: 1.5, limit: 3 } : work,
    ratio(whole, publish),
    {
      name,
      what: whole,
      unit: 's',
      value: median(publish.seconds),
      ...(largest ? { bound: 3 } : {}),
    },
    {
      name,
      what: 'memory at most, whole',
      unit: 'MB',
      value: publish.peak,
      ...(largest ? { bound: 700 } : {}),
    },
  ];
}

/** How much more an item takes in the largest root than in the middle one. */
function linearity(sizes: readonly number[], seconds: readonly number[]): Figure {
  const each = sizes.map((items, n) => (seconds[n] ?? 0) / items);
  const [before = 1, last = 1] = each.slice(-2);
  const [middle = 0, largest = 0] = sizes.slice(-2).map((items) => items.toLocaleString('en'));
  return {
    name: 'documents growth',
    what: `time per item, of ${largest} items`,
    yardstick: `of ${middle} items`,
    unit: '×',
    value: last / before,
    bound: 1.5,
    limit: 2.5,
  };
}
