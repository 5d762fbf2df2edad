import type { Consequence, Severity } from './finding.ts';

/** What can be wrong before any consumer's rule is asked: with the files themselves, not with what they say. */
export interface ReadingRule {
  /** Stable, as the codes of the consumers' rules are. */
  readonly code: string;
  /** What must hold, in a few words. */
  readonly title: string;
  readonly consequence: Consequence;
  readonly severity: Severity;
  /** What the consumers do, for people. */
  readonly why: string;
  readonly fix: string;
}

export type ReadingCode = (typeof readingRules)[number]['code'];

/** Every reading rule, sorted by code. */
export const readingRules = [
  {
    code: 'AGE-001',
    title: 'the index is no older than the input `max-age` says',
    consequence: 'old-version-served',
    severity: 'error',
    why: 'A nightly build that fails, or publishes elsewhere, leaves a root that looks well and grows old. An index is written when something in the root changes, and not by a run that finds everything published already. Checked only where `max-age` is given.',
    fix: 'find out why nothing was published, and publish; or give a longer `max-age`',
  },
  {
    code: 'DOC-001',
    title: 'there is an index',
    consequence: 'stream-hidden',
    severity: 'error',
    why: 'LXD and Incus read streams/v1/index.json. MAAS, Glance and sstream-mirror read streams/v1/index.sjson, and index.json only where the URL they are given names it.',
    fix: 'give the folder or the URL that holds streams/v1, or publish into it',
  },
  {
    code: 'DOC-002',
    title: 'every document is a JSON object',
    consequence: 'stream-hidden',
    severity: 'error',
    why: 'One document that cannot be parsed hides the whole root from LXD and Incus, and stops the run of every other consumer. What an index.json names must be plain JSON, not clearsigned.',
    fix: 'write the document again with the tool that wrote it',
  },
  {
    code: 'DOC-003',
    title: 'every document keeps to the JSON Schema',
    consequence: 'advice',
    severity: 'warning',
    why: 'The other findings say what each consumer makes of it. This action does not edit a root in which a document breaks the schema.',
    fix: 'correct the document with the tool that wrote it',
  },
  {
    code: 'DOC-004',
    title: 'what a signed index names is signed, by a key that is trusted',
    consequence: 'import-aborted',
    severity: 'error',
    why: 'MAAS, Glance and sstream-mirror verify the index and every document that they read from it, each by itself, and stop at the first signature that is missing or not good.',
    fix: 'sign the document again, or give the input `trusted-keys` the key that signs it',
  },
  {
    code: 'DOC-005',
    title: 'the path of a document is plain',
    consequence: 'stream-hidden',
    severity: 'error',
    why: 'Clients, stores and web servers do not agree on what characters beyond [A-Za-z0-9._~:/-] mean in a path, and sstream-mirror refuses .. and absolute paths. The document was not read.',
    fix: 'store the document at a plain path relative to the root, and name that in the index',
  },
  {
    code: 'DOC-006',
    title: 'what is absent is answered with 404',
    consequence: 'advice',
    severity: 'note',
    why: 'S3 answers 403 for what is absent where the reader may not list the bucket. MAAS up to 3.7, Glance and sstream-mirror take the body of a 403 for the index, and fail with "No signature found" instead of looking elsewhere.',
    fix: 'let the web server or the bucket answer 404 (s3:ListBucket for readers), or give people the full URL of the index',
  },
  {
    code: 'DOC-007',
    title: 'every document can be read',
    consequence: 'stream-hidden',
    severity: 'error',
    why: 'One document that cannot be read fails the whole listing in LXD and Incus, and stops the run of every other consumer.',
    fix: 'let everybody read the document who may read the index',
  },
  {
    code: 'DOC-008',
    title: 'a document is the one that the index names',
    consequence: 'advice',
    severity: 'note',
    why: 'The index of this action pins the size and the sha256 of each document. Consumers do not look at them; this action refuses to publish into a root where they differ, because somebody changed the document.',
    fix: 'restore the document, or find out who changed it',
  },
  {
    code: 'DOC-009',
    title: 'the index.json of a root of this action follows its index.sjson',
    consequence: 'old-version-served',
    severity: 'error',
    why: 'LXD and Incus read index.json; MAAS, Glance and sstream-mirror read index.sjson where they are not given the other one. In a root of this action index.json is made from index.sjson, and says so by its key `head`. One that does not was written by another tool: its readers get another root than those of index.sjson, and every command that edits the root refuses to (SECOND_HEAD, exit code 4).',
    fix: 'remove the one of the two that is wrong; when it was index.json, the next run writes it again',
  },
  {
    code: 'DOC-010',
    title: 'one index of a root is the one to edit',
    consequence: 'advice',
    severity: 'note',
    why: 'Other tools write index.json and index.sjson side by side, and readers take no harm. This action does not publish into such a root (SECOND_HEAD, exit code 4), since nothing tells which of the two counts.',
    fix: 'nothing needs to be done; to publish into the root with this action, remove one of the two',
  },
  {
    code: 'KEY-001',
    title: 'the key that signs the root is good for 30 days or more',
    consequence: 'advice',
    severity: 'warning',
    why: 'With a key that has expired nothing can be published any more. What it has signed stays good for gpgv, which MAAS, Glance and sstream-mirror verify with. Told is the end of the key, or of the subkey that signs, as it is known from `trusted-keys`, or else from the ring that the index names. A change of the key takes time: readers need the new one before it is used.',
    fix: 'extend the key (gpg --quick-set-expire), or change it with rotate-key: docs/recipes/rotate-key.md',
  },
  {
    code: 'KEY-002',
    title: 'the key that signs the root is good for 7 days or more',
    consequence: 'old-version-served',
    severity: 'error',
    why: 'As KEY-001, and there is hardly any time left. From the end of the key on, a nightly build fails and the root grows old.',
    fix: 'extend the key (gpg --quick-set-expire), or change it with rotate-key: docs/recipes/rotate-key.md',
  },
] as const satisfies readonly ReadingRule[];

export function readingRule(code: ReadingCode): ReadingRule {
  const rule = readingRules.find((candidate) => candidate.code === code);
  if (rule === undefined) throw new Error(`no rule ${code}`);
  return rule;
}
