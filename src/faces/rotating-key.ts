import { describeExpiry, describeKey } from '../app/key-expiry.ts';
import { rotateKey } from '../app/rotate-key.ts';
import type { RotateKeyReport } from '../app/rotate-key-report.ts';
import type { CommandRun } from './command-run.ts';
import { readRotateKey } from './rotate-key-request.ts';
import { wire } from './wire.ts';

/** Everything of `rotate-key` but how it is told. */
export async function runRotatingKey(rotating: CommandRun): Promise<RotateKeyReport> {
  const settings = readRotateKey(rotating.reading, rotating.cwd);
  const ports = await wire(settings, rotating);
  const newKey = await openNewKey(settings.newKey, ports.clock.now());
  rotating.known.set('root', ports.store.url).set('dryRun', settings.request.dryRun);
  return rotateKey({ ...settings.request, newKey }, ports);
}

async function openNewKey(armored: string | undefined, now: Date) {
  if (armored === undefined) return undefined;
  const { openpgpNewKey } = await import('../adapters/openpgp/new-key.ts');
  return openpgpNewKey(armored, now);
}

/** What a run of `rotate-key` did, for people. @param now what ends of keys are counted from */
export function renderRotation(report: RotateKeyReport, now: Date): string {
  const { root, generation, ring, signedBy, next } = report;
  const lines = [
    ...doneLines(report),
    '',
    `Root    ${root}, generation ${generation}, signed by ${signedBy}`,
    ...ring.map((key) => `Ring    ${describeKey(key)}, ${describeExpiry(key, now)}`),
    ...(next === undefined ? [] : ['', `Next: ${next}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function doneLines({
  changed,
  dryRun,
  added,
  renewed,
  dropped,
  takesOver,
  signedBy,
}: RotateKeyReport): readonly string[] {
  if (!changed) return ['Nothing to do: the keys are as they should be'];
  const would = dryRun ? 'Would have ' : '';
  const lines = [
    ...added.map((key) => `added ${key} to the ring`),
    ...renewed.map((key) => `renewed ${key} in the ring`),
    ...dropped.map((key) => `dropped ${key} from the ring`),
    ...(takesOver ? [`signed the index and every document anew, with ${signedBy}`] : []),
  ];
  return lines.map((line) =>
    would === '' ? `${line.slice(0, 1).toUpperCase()}${line.slice(1)}` : `${would}${line}`,
  );
}
