import { readersOfDocuments } from '../core/consumers/readers.ts';
import { formatDuration } from '../core/duration.ts';
import { ConflictError, InputError, TrustError } from '../core/error.ts';
import type { Ports, Reporter, RingKey } from '../ports.ts';
import { askWith, type Base, type HeadToEdit } from './base.ts';
import { commit } from './commit.ts';
import type { Edit } from './edit.ts';
import { bringUpFollowers } from './followers.ts';
import { requireSigning } from './head.ts';
import { describeKey } from './key-expiry.ts';
import { aloneFrom } from './key-use.ts';
import { type RotateKeyReport, rotateKeyReport } from './rotate-key-report.ts';
import { type Rotation, type RotationRequest, ringBytes, rotationOf } from './rotation.ts';
import { openTrial } from './trial.ts';

export interface RotateKeyRequest extends RotationRequest {
  /** Milliseconds for which a key must not have signed before it is dropped. */
  readonly grace: number;
  readonly acceptRollback: boolean;
  readonly dryRun: boolean;
}

/** MAAS takes no other index while an import runs, and that may take long. */
const maasGrace = 4 * 60 * 60 * 1000;

/**
 * Takes the next step of a change of keys (design: *Keys*): gives readers a new key, lets it take over, or drops an old
 * one. One commit, whatever else is published meanwhile; no file ever has two signatures.
 * @throws ConflictError KEY_IN_USE when a key is to be dropped too early
 * @throws InputError INPUT_INVALID · TrustError
 */
export async function rotateKey(request: RotateKeyRequest, ports: Ports): Promise<RotateKeyReport> {
  const { reporter, store } = ports;
  const { signer } = requireSigning(ports);
  const { acceptRollback, dryRun, keyLost } = request;
  reporter.group('Root');
  reporter.info(`${store.url}, signing with ${signer.fingerprint}`);
  const edit: Edit<Rotation> = (_, __, head) => {
    const rotation = rotationOf(request, signedHead(ports, head), signer);
    return {
      outcome: rotation,
      changed: new Map(),
      files: [],
      ...(changesRing(rotation) && { ring: ringBytes(rotation.ring) }),
      signAnew: rotation.takesOver,
    };
  };
  const committed = await commit(
    ports,
    {
      adopt: false,
      acceptRollback,
      ringChange: keyLost ? 'lost' : 'planned',
      dryRun,
      admit: (base) => admit(request, base, ports),
      onPlan: ({ outcome }) => reportPlan(reporter, outcome, signer, dryRun),
    },
    edit,
  );
  reporter.group('Result');
  return rotateKeyReport(request, ports, committed);
}

function changesRing({ added, renewed, dropped }: Rotation): boolean {
  return added.length + renewed.length + dropped.length > 0;
}

function signedHead({ store }: Ports, head: HeadToEdit | undefined): HeadToEdit {
  if (head?.form === 'sjson') return head;
  throw new InputError(
    'INPUT_INVALID',
    `${store.url} is not a signed root yet, so it has no key to be changed: publish into it with the signing key that it shall have`,
  );
}

/** Refuses what would leave a reader with something that the keys of the new ring did not sign. */
async function admit(request: RotateKeyRequest, base: Base, ports: Ports): Promise<void> {
  const { signer, ring } = requireSigning(ports);
  const head = signedHead(ports, base.head);
  const rotation = rotationOf(request, head, signer);
  if (!changesRing(rotation)) return;
  const keys = ringBytes(rotation.ring);
  // The others are signed anew.
  const kept = rotation.takesOver ? [] : base.stored;
  const signed = [
    { what: 'what is signed from now on', bytes: signer.sample },
    ...kept.map(({ entry, bytes }) => ({ what: entry.path, bytes })),
  ];
  for (const { what, bytes } of signed) {
    if (await ring.verifies(keys, bytes)) continue;
    throw new TrustError(
      'KEY_NOT_IN_RING',
      `with the new ring nobody could verify ${what} in ${ports.store.url}: it lacks the key, or the subkey, that signed it. Give the key with all the subkeys that have signed`,
    );
  }
  for (const key of rotation.dropped) await checkUnused(request, base, head, key, keys, ports);
  if (rotation.dropped.length > 0 && !request.dryRun) await signIndexAnew(base, head, ports);
}

/**
 * Somebody who publishes with the key to be dropped may have brought up the followers of this very head, and so have
 * signed `index.json`: who has the new ring alone could not verify it until the next one.
 */
async function signIndexAnew(base: Base, head: HeadToEdit, ports: Ports): Promise<void> {
  const { signer } = requireSigning(ports);
  if (head.ring.every(({ fingerprint }) => fingerprint !== signer.fingerprint)) return;
  await askWith(openTrial(ports), head, base.stored);
  await bringUpFollowers(ports, head.form, 'always');
}

async function checkUnused(
  { grace }: RotateKeyRequest,
  base: Base,
  head: HeadToEdit,
  key: RingKey,
  keys: Uint8Array,
  ports: Ports,
): Promise<void> {
  const { url } = ports.store;
  const forMaas = () => readersOfDocuments(base.documents).some(({ name }) => name === 'maas');
  if (grace < maasGrace && forMaas()) {
    throw new InputError(
      'INPUT_INVALID',
      `grace ${formatDuration(grace)} is too short for ${url}, which MAAS can read: give ${formatDuration(maasGrace)} or more`,
    );
  }
  if (head.signedBy === key.fingerprint) {
    throw new ConflictError(
      'KEY_IN_USE',
      `${describeKey(key)} still signs ${url}: let another key take over first, by publish or rotate-key without drop-key, and drop this one ${formatDuration(grace)} later`,
    );
  }
  if (base.rolledBack) {
    throw new ConflictError(
      'KEY_IN_USE',
      `an older head of ${url} was put back, so what ${describeKey(key)} has signed since is not known: go on from it first, by publish or rotate-key with accept-rollback and without drop-key`,
    );
  }
  const from = await aloneFrom(ports, head, keys, grace);
  if (from === undefined) return;
  throw new ConflictError(
    'KEY_IN_USE',
    `${describeKey(key)} may have signed what readers of ${url} are still at: it can be dropped from ${wholeSeconds(from)} on, ${formatDuration(grace)} after the others took over, as far as the copies of the heads tell`,
  );
}

/** Not before `time`, which has a fraction of a second. */
function wholeSeconds(time: Date): string {
  return new Date(Math.ceil(time.getTime() / 1000) * 1000).toISOString().replace('.000', '');
}

function reportPlan(
  reporter: Reporter,
  { ring, added, renewed, dropped, takesOver }: Rotation,
  signer: RingKey,
  dryRun: boolean,
): void {
  reporter.group('Plan');
  for (const key of added) reporter.info(`${describeKey(key)} is added to the ring`);
  for (const key of renewed) reporter.info(`${describeKey(key)} is renewed in the ring`);
  for (const key of dropped) reporter.info(`${describeKey(key)} is dropped from the ring`);
  if (takesOver) reporter.info(`${describeKey(signer)} signs the index and every document anew`);
  reporter.info(`readers need one of: ${ring.map(({ fingerprint }) => fingerprint).join(', ')}`);
  if (dryRun) reporter.info('dry run: nothing is written');
}
