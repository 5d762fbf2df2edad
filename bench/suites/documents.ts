import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Figure, median, pairedRatio, type Skipped } from '../figure.ts';
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
    const sizes = scene.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000];
    const figures: Figure[] = [];
    const seconds: number[] = [];
    for (const items of sizes) {
      const measured = await publishInto(scene, items, missing.length === 0);
      seconds.push(median(measured.ours));
      figures.push(...figuresOf(items, measured));
    }
    figures.push(linearity(sizes, seconds));
    const why = `${missing.join(', ')} not installed`;
    const skipped: readonly Skipped[] =
      missing.length > 0 ? [{ name: 'documents ratio', why }] : [];
    return { figures, skipped };
  },
};

interface Published {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
  readonly peak: number;
}

async function publishInto(
  { memory, child, keyFile, env, runs }: Scene,
  items: number,
  beside: boolean,
): Promise<Published> {
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
  if (beside) {
    await writeFile(join(cwd, 'yardstick.py'), script);
    await mkdir(join(cwd, 'gnupg'), { mode: 0o700 });
    await run('gpg', '--homedir', 'gnupg', '--batch', '--quiet', '--import', keyFile);
  }
  const [ours, theirs]: [number[], number[]] = [[], []];
  let peak = 0;
  for (let n = 0; n < runs; n++) {
    const own = toldBy(await program('publish', root, keyFile, String(n)));
    ours.push(own.seconds);
    peak = Math.max(peak, own.peak ?? 0);
    if (beside) theirs.push(toldBy(await run('python3', 'yardstick.py')).seconds);
  }
  if (beside) await run('gpgconf', '--homedir', 'gnupg', '--kill', 'all').catch(() => undefined);
  return { ours, theirs, peak };
}

function toldBy({ stdout }: Measured): { readonly seconds: number; readonly peak?: number } {
  return JSON.parse(stdout);
}

function figuresOf(items: number, { ours, theirs, peak }: Published): readonly Figure[] {
  const name = `documents ${items.toLocaleString('en')}`;
  const large = items >= 100_000;
  const what = 'publish one version';
  const told: Figure[] = [
    { name, what, unit: 's', value: median(ours), ...(large ? { bound: 3 } : {}) },
    { name, what: 'memory at most', unit: 'MB', value: peak, ...(large ? { bound: 700 } : {}) },
  ];
  if (theirs.length === 0) return told;
  const ratio: Figure = {
    name,
    what,
    unit: '×',
    value: pairedRatio(ours, theirs),
    yardstick: 'json.load, json.dumps, gpg --clearsign, 2 × gpgv',
    ours: `${median(ours).toFixed(2)} s`,
    theirs: `${median(theirs).toFixed(2)} s`,
  };
  return [...told, items < 10_000 ? ratio : { ...ratio, bound: 1.5, limit: 5 }];
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
