import type {
  Extent,
  ListedIndex,
  ListedSignature,
  ListReport,
  Share,
} from '../app/list-report.ts';
import { describeFinding } from '../core/finding.ts';
import { formatAge } from './age.ts';
import { formatSize } from './size.ts';

/** A line about the root as a whole. */
export interface ListFact {
  readonly name: string;
  readonly text: string;
}

/** What is known of a root as a whole, for people. */
export function factsOf(report: ListReport): readonly ListFact[] {
  const { root, index, signature, filters, listed, selected } = report;
  return [
    { name: 'Root', text: `${root}, ${signature === undefined ? 'unsigned' : 'signed'}` },
    { name: 'Index', text: describeIndex(index) },
    ...(signature === undefined ? [] : [{ name: 'Signed', text: describeSignature(signature) }]),
    ...(filters.length === 0 ? [] : [{ name: 'Selected', text: describeExtent(selected) }]),
    { name: 'Listed', text: describeExtent(listed) },
    ...storedFacts(report),
    ...problemFacts(report),
    ...report.remarks.map((text) => ({ name: 'Note', text })),
  ];
}

function describeIndex({ path, generation, updated }: ListedIndex): string {
  return [
    path,
    ...(generation === undefined ? [] : [`generation ${generation}`]),
    ...(updated === undefined
      ? []
      : [`updated ${minuteOf(updated.time)}, ${formatAge(updated.age)} ago`]),
  ].join(', ');
}

/** `2026-11-20 15:04 UTC` */
function minuteOf(time: string): string {
  return `${time.slice(0, 16).replace('T', ' ')} UTC`;
}

function describeSignature({ verified, key }: ListedSignature): string {
  const proof = verified ? 'verified' : 'not verified';
  if (key === undefined) return `by a key that is not told, ${proof}`;
  const { fingerprint, known, userId, expires } = key;
  const until = expires === undefined ? 'never expires' : `expires ${expires.slice(0, 10)}`;
  const facts = known ? [userId, until] : ['which is not in the ring of the root'];
  return [`by ${fingerprint}`, ...facts, proof].filter((part) => part !== undefined).join(', ');
}

function describeExtent({ products, versions, files, bytes }: Extent): string {
  return `${count(products, 'product')}, ${count(versions, 'version')}, ${describeShare({ files, bytes })}`;
}

function storedFacts({ stored }: ListReport): readonly ListFact[] {
  if (!stored.known) return [{ name: 'Reapable', text: `not known: ${stored.why}` }];
  const { reapable, young, foreign, nested } = stored;
  const later =
    young.files === 0 ? '' : `; ${describeShare(young)} younger than 48 h that nothing names`;
  const roots = nested.length === 0 ? '' : `, with the roots below ${nested.join(', ')}`;
  return [
    { name: 'Reapable', text: describeShare(reapable) + later },
    { name: 'Foreign', text: describeShare(foreign) + roots },
  ];
}

function problemFacts({ root, problems }: ListReport): readonly ListFact[] {
  const { counts, findings } = problems;
  const total = counts.error + counts.warning + counts.note;
  if (total === 0) return [];
  const rest = total - findings.length;
  return [
    ...findings.map((finding) => ({ name: 'Problem', text: describeFinding(finding) })),
    ...(rest === 0 ? [] : [{ name: 'Problem', text: `and ${rest} more` }]),
    {
      name: 'Problem',
      text: `what could be read is listed; simplestreams check ${root} --for PROGRAM tells more`,
    },
  ];
}

function describeShare({ files, bytes }: Share): string {
  return `${count(files, 'file')}, ${formatSize(bytes)}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
