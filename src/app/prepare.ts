import type { IndexEntry } from '../core/document.ts';
import type { RelativePath } from '../core/path.ts';
import type { Ports } from '../ports.ts';
import type { Base } from './base.ts';
import type { Edit, Edited } from './edit.ts';
import { isStillHead } from './head.ts';
import { stands, storeImmutable } from './immutable.ts';
import type { Known } from './known.ts';
import { checkDocuments, type NextDocument, nextDocuments } from './next-documents.ts';
import { beginSigning, type NextHead, nextHead, storeRing } from './next-head.ts';
import type { Stage } from './stage.ts';
import type { Trial } from './trial.ts';

export interface PreparedCommit<Outcome> {
  readonly outcome: Outcome;
  /** What the head replaces: `becoming` by now, where the root was not signed before. */
  readonly base: Base;
  readonly next: NextHead;
  /** By the machine's clock: whether all that the head newly names stands was not asked before. */
  readonly looked: Date;
}

/**
 * What is looked at is named by nothing yet, and younger than 24 h. It is noted at 48 h and reaped after the grace time,
 * so for a day nothing of it goes; but a run can stand still for longer, as on a machine that sleeps.
 */
const lookLimit = 60 * 60 * 1000;

/** The look was too long ago for the head to be sent now. */
export function isOutdated({ clock }: Pick<Ports, 'clock'>, looked: Date): boolean {
  return clock.now().getTime() - looked.getTime() > lookLimit;
}

/**
 * Stores the image files that the documents newly name, which may take long: the head may be another one by then.
 * @throws FindingError, before a byte is stored, when the documents cannot be published
 */
export async function storeFiles(
  base: Base,
  stage: Stage,
  { changed, files }: Edited<unknown>,
): Promise<void> {
  checkDocuments(base.documents, changed);
  await stage.store(files, base.named);
}

/**
 * Stores everything else the next head names, then looks whether all of it stands.
 * @returns `undefined` when it does not, or another publisher was quicker: to be tried again from the start
 */
export async function prepare<Outcome>(
  ports: Ports,
  base: Base,
  stage: Stage,
  trial: Trial,
  known: Known,
  edit: Edit<Outcome>,
): Promise<PreparedCommit<Outcome> | undefined> {
  // Once more, for the paths under which the files came to lie.
  const edited = edit(base.documents, stage, base.head);
  const { outcome, files } = edited;
  const documents = await nextDocuments(ports, base, edited);
  for (const { bytes, sha256, text, plain } of documents) known.add({ bytes, sha256, text, plain });
  if (base.head !== undefined && !(await isStillHead(ports, base.head))) return undefined;
  const stored = await storeDocuments(ports, base, documents);
  const ring = await storeRing(ports, base, edited.ring);
  const begun = stored ? await beginSigning(ports, trial, base) : undefined;
  if (begun === undefined) return undefined;
  const entries = new Map(
    documents.map(({ contentId, entry }): [string, IndexEntry] => [contentId, entry]),
  );
  const next = await nextHead(ports, trial, begun, {
    entries,
    removed: edited.removed,
    keyring: ring,
  });
  const named = [
    ...documents.flatMap(({ objects }) => [...objects.keys()]),
    ...(ring === undefined ? [] : [ring]),
  ];
  const looked = ports.clock.now();
  const standing = (await stage.look(files, base.named)) && (await allStand(ports, base, named));
  return standing ? { outcome, base: begun, next, looked } : undefined;
}

async function storeDocuments(
  ports: Ports,
  base: Base,
  documents: readonly NextDocument[],
): Promise<boolean> {
  const objects = documents.flatMap((document) => [...document.objects]);
  const stored = await Promise.all(
    objects.map(([path, bytes]) => storeImmutable(ports, path, bytes, base.named)),
  );
  return stored.every(Boolean);
}

async function allStand(
  ports: Ports,
  base: Base,
  paths: readonly RelativePath[],
): Promise<boolean> {
  const unnamed = paths.filter(
    (path) => !base.named.has(path) && path !== base.head?.index.keyring,
  );
  return (await Promise.all(unnamed.map((path) => stands(ports, path)))).every(Boolean);
}
