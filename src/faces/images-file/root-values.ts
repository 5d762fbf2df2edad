import { imageInputs } from '../image-inputs.ts';
import type { InputName } from '../inputs.ts';
import type { Reading } from '../reading.ts';
import { retentionInputs } from '../retention-inputs.ts';
import type { Values } from '../values.ts';
import type { RootEntry } from './root-entries.ts';

/** What tells one root from another: for a file with several roots it is in the file alone. */
const ofOneRoot: readonly InputName[] = ['root', 'for', 'public-url'];
/** What is only for a root in a bucket, and then for each of them. */
const ofBuckets: readonly InputName[] = ['endpoint', 'region', 'expected-bucket-owner'];
/** What the file says for each image. */
const ofImages: readonly InputName[] = [
  'files',
  ...[...imageInputs, ...retentionInputs].map(({ name }) => name),
];

/** Notes the inputs that cannot be given beside an images file. */
export function checkInputsBeside(reading: Reading, roots: readonly RootEntry[]): void {
  for (const name of ofImages.filter((each) => reading.given.has(each))) {
    reading.wrong(name, undefined, 'the images file says this, for each image by itself');
  }
  if (roots.length < 2) return;
  for (const name of ofOneRoot.filter((each) => reading.given.has(each))) {
    reading.wrong(name, undefined, 'the images file has several roots: say this there, for each');
  }
}

/** The inputs of one of the roots. What is given beside the file wins over it. */
export function valuesFor(reading: Reading, root: RootEntry, roots: readonly RootEntry[]): Values {
  const theirs = roots.length > 1 ? [...ofImages, ...ofOneRoot] : ofImages;
  const given = [...reading.given].filter(([name]) => !theirs.includes(name));
  const all = new Map([...root.values, ...given]);
  const isBucket = /^s3:\/\//i.test(all.get('root')?.texts[0] ?? '');
  const fit = given.filter(([name]) => isBucket || !ofBuckets.includes(name));
  return new Map([...root.values, ...fit]);
}
