/** One exact string of a source, and what takes its place. */
export interface Patch {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A clause of the design turned off, and the tests of which one must fail then. */
export interface Bug {
  readonly name: string;
  readonly patches: readonly Patch[];
  readonly tests: readonly string[];
}

const interleavings = ['test/app/interleavings.test.ts'];
const answers = ['test/app/answers.test.ts'];
const rollback = ['test/app/rollback.test.ts'];
const guarantees = ['test/app/guarantees.test.ts'];
const followers = ['test/app/followers.test.ts'];
const visits = [
  'test/app/visit.test.ts',
  'test/app/visit-answers.test.ts',
  'test/app/visit-foreign.test.ts',
  'test/app/visit-refusals.test.ts',
  'test/app/history.test.ts',
];

function bug(name: string, tests: readonly string[], ...patches: readonly Patch[]): Bug {
  return { name, patches, tests };
}

export const bugs: readonly Bug[] = [
  bug('no If-Match on the head', interleavings, {
    file: 'src/app/put-head.ts',
    from: 'ports.store.replace(path, next.bytes, revision, headers)',
    to: 'ports.store.replace(path, next.bytes, (await ports.store.read(path, 2 ** 30))?.revision ?? revision, headers)',
  }),
  bug('no If-Match in requests to S3', ['test/contract/s3-store.test.ts'], {
    file: 'src/adapters/s3/replace.ts',
    from: "return { IfMatch: unquoted ? revision.replaceAll('\"', '') : revision };",
    to: 'return {};',
  }),
  bug(
    'documents stored after the head',
    ['test/app/crash.test.ts'],
    {
      file: 'src/app/prepare.ts',
      from: 'const stored = await storeDocuments(ports, base, documents);',
      to: 'const stored = true;',
    },
    {
      file: 'src/app/prepare.ts',
      from: '(await allStand(ports, base, named));',
      to: 'true;',
    },
    {
      file: 'src/app/prepare.ts',
      from: 'return standing ? { outcome, base: begun, next, looked } : undefined;',
      to: 'return standing ? { outcome, base: begun, next, looked, late: () => storeDocuments(ports, base, documents) } : undefined;',
    },
    {
      file: 'src/app/commit.ts',
      from: 'if (committed !== undefined) return done(committed);',
      to: 'if (committed !== undefined) { await committed.late(); return done(committed); }',
    },
  ),
  bug('the signature of what is read is not checked', ['test/app/trust.test.ts'], {
    file: 'src/adapters/openpgp/verifier.ts',
    from: 'fingerprint: await verifySignature(given, trusted, now, place)',
    to: "fingerprint: await verifySignature(given, trusted, now, place).catch(() => '')",
  }),
  bug('no reading back over previous', answers, {
    file: 'src/app/fate.ts',
    from: 'index = await readCopy(ports, previous);',
    to: 'return undefined;',
  }),
  bug('no lock in a folder', ['test/process/directory-lock.test.ts'], {
    file: 'src/adapters/directory/replacing.ts',
    from: 'workspace.links ? withNumberedLock',
    to: 'false ? withNumberedLock',
  }),
  bug('a create that replaces, on S3', ['test/contract/s3-store.test.ts'], {
    file: 'src/adapters/s3/create.ts',
    from: "return await send({ IfNoneMatch: '*' });",
    to: 'return await send({});',
  }),
  bug('a create that replaces, in a folder', ['test/contract/directory-store.test.ts'], {
    file: 'src/adapters/directory/naming.ts',
    from: 'await link(copy, place);',
    to: 'renameSync(copy, place);',
  }),
  bug('no digest in the paths of images', ['test/app/publish.test.ts'], {
    file: 'src/core/root.ts',
    from: ', pathDigest(place.sha256)',
    to: '',
  }),
  bug('the head read before the follower', interleavings, {
    file: 'src/app/followers.ts',
    from: '  const present = await ports.store.read(path, documentLimit);\n  if (!(await stands(pass))) return false;',
    to: '  if (!(await stands(pass))) return false;\n  const present = await ports.store.read(path, documentLimit);',
  }),
  bug('a lower generation may begin a pass', rollback, {
    file: 'src/app/followers.ts',
    from: '    if (lead > 0) return;\n',
    to: '',
  }),
  bug('a lower generation may replace index.json', rollback, {
    file: 'src/app/followers.ts',
    from: 'isNewer(present.bytes, head)) return false;',
    to: 'isNewer(present.bytes, head)) void 0;',
  }),
  bug('adoption without the key head', interleavings, {
    file: 'src/app/next-head.ts',
    from: "    head: 'index.sjson',\n",
    to: '',
  }),
  bug('no look before the head', answers, {
    file: 'src/app/prepare.ts',
    from: 'return standing ?',
    to: 'return standing || true ?',
  }),
  bug('whatever its age, a file is used again', answers, {
    file: 'src/app/stage.ts',
    from: 'return now.getTime() - modified.getTime() < reuseLimit;',
    to: 'return now.getTime() - modified.getTime() < Number.POSITIVE_INFINITY;',
  }),
  bug('followers brought up for more than one head in a pass', interleavings, {
    file: 'src/app/followers.ts',
    from: '  if (!(await stands(pass))) return false;\n',
    to: '',
  }),
  bug('a follower written while the head moved is not looked at again', followers, {
    file: 'src/app/followers.ts',
    from: '    if (only?.has(path) === false) continue;',
    to: '    if (only !== undefined) continue;',
  }),
  bug('a follower whose PUT had no answer is passed over', interleavings, {
    file: 'src/app/followers.ts',
    from: "return put.outcome === 'replaced';",
    to: "return put.outcome !== 'conflict';",
  }),
  bug('index.json taken for a head although it follows one', followers, {
    file: 'src/app/followers.ts',
    from: 'if (head.index.head !== undefined) return;',
    to: '',
  }),
  bug('a PUT that landed after the look is not looked for', [...interleavings, ...answers], {
    file: 'src/app/put-head.ts',
    from: 'return found ?? base;',
    to: 'void found; return base;',
  }),
  bug('a refusal is told although a PUT may have landed', interleavings, {
    file: 'src/app/put-head.ts',
    from: ': !doubtful;',
    to: ': true;',
  }),
  bug('a store is not asked what it does', guarantees, {
    file: 'src/app/next-head.ts',
    from: '  await trial.ask(path, bytes);\n',
    to: '',
  }),
  bug('a rollback is not noticed', rollback, {
    file: 'src/app/rollback.ts',
    from: 'if (followed <= generation) return false;',
    to: 'return false;',
  }),
  bug('a single writer does not look after its PUT', guarantees, {
    file: 'src/app/put-head.ts',
    from: 'if (alone) await checkSingleWriter(ports, prepared);',
    to: '',
  }),
  bug('a single writer does not look before its PUT', guarantees, {
    file: 'src/app/put-head.ts',
    from: 'if (alone && !(await isStillBase(ports, base))) return undefined;',
    to: '',
  }),
  bug('what is young is noted', visits, {
    file: 'src/core/visit-plan.ts',
    from: 'export const noteLimit = 48 * 60 * 60 * 1000;',
    to: 'export const noteLimit = 0;',
  }),
  bug('no grace time', visits, {
    file: 'src/core/visit-plan.ts',
    from: 'now.getTime() - noted.getTime() > grace',
    to: 'now.getTime() >= noted.getTime()',
  }),
  bug('two visits remove at once', visits, {
    file: 'src/app/visit.ts',
    from: 'const reaps = plan.due.length > 0 && !isTaken;',
    to: 'const reaps = plan.due.length > 0;',
  }),
  bug('a visit removes while the request of another may take effect', visits, {
    file: 'src/app/visit.ts',
    from: 'reaping: isPending ? lease : undefined',
    to: 'reaping: undefined',
  }),
  bug('the turn of a visit ends before its last request does', visits, {
    file: 'src/app/visit.ts',
    from: 'const leaseTime = 35 * 60 * 1000;',
    to: 'const leaseTime = 5 * 60 * 1000;',
  }),
  bug('a note is taken for one of another object at the same path', visits, {
    file: 'src/core/visit-plan.ts',
    from: 'note !== undefined && isSameTime(note.modified, modified)',
    to: 'note !== undefined',
  }),
  bug('a visit does not look again before it removes', visits, {
    file: 'src/app/reap.ts',
    from: '  const found = await store.stat(path);\n',
    to: '  if (path !== undefined) return store.remove(path) as never;\n  const found = await store.stat(path);\n',
  }),
  bug('what a follower left behind still lists is removed', visits, {
    file: 'src/app/visit.ts',
    from: '...(await namedBeside(ports, listing, root.stored))',
    to: '',
  }),
  bug('a visit removes though it stood still since its look', visits, {
    file: 'src/app/reap.ts',
    from: "if (clock.now().getTime() - began > standLimit) return 'late';",
    to: '',
  }),
  bug('a head is sent however long ago the look was', visits, {
    file: 'src/app/put-head.ts',
    from: 'if (isOutdated(ports, prepared.looked)) return undefined;',
    to: '',
  }),
  bug('a list is good for ever', visits, {
    file: 'src/app/reap.ts',
    from: "if (found.now.getTime() - removal.listing.now.getTime() > listLimit) return 'late';",
    to: '',
  }),
  bug('what was stored since the list is removed too', visits, {
    file: 'src/app/reap.ts',
    from: "if (!isSameTime(found.modified, object.modified)) return 'changed';",
    to: '',
  }),
  bug('a follower that was replaced since is removed too', visits, {
    file: 'src/app/reap.ts',
    from: 'store.remove(path, follower?.revision)',
    to: 'store.remove(path)',
  }),
  bug('what others stored at a path like ours is removed', visits, {
    file: 'src/app/reap.ts',
    from: 'return stored.digest === pathDigest(sha256);',
    to: 'return true;',
  }),
  bug('what a follower still names is removed', visits, {
    file: 'src/app/named-paths.ts',
    from: 'if (rolledBack === undefined || !isCurrent) return',
    to: 'if (rolledBack === undefined) return',
  }),
  bug('index.json stays signed by a key that is dropped', ['test/app/dropped-key.test.ts'], {
    file: 'src/app/rotate-key.ts',
    from: "await bringUpFollowers(ports, head.form, 'always');",
    to: '',
  }),
  bug('whoever has signed index.json, it counts as current', ['test/app/dropped-key.test.ts'], {
    file: 'src/app/implied.ts',
    from: 'return by !== undefined && lasting.has(by);',
    to: 'return by !== undefined;',
  }),
  bug('a key that was dropped meanwhile signs index.json', ['test/app/dropped-key.test.ts'], {
    file: 'src/app/implied.ts',
    from: 'keys.every(({ fingerprint }) => fingerprint !== signer.fingerprint)',
    to: 'keys.length === 0',
  }),
  bug('a plan is applied to roots that have changed', ['test/app/promotion-plan.test.ts'], {
    file: 'src/app/plan-promotion.ts',
    from: 'if (isPlannedHead(planned, head)) return;',
    to: 'if (planned.url === url) return;',
  }),
  bug('a plan is not compared with what would be done', ['test/app/promotion-plan.test.ts'], {
    file: 'src/app/plan-promotion.ts',
    from: 'if (writePlan(now) === writePlan(plan)) return;',
    to: 'if (now.format === plan.format) return;',
  }),
  bug('what nobody has signed is signed on its way', ['test/app/promote.test.ts'], {
    file: 'src/app/verified-root.ts',
    from: 'if (signed || !target.signed || allowed) return;',
    to: 'if (signed || !target.signed || !allowed) return;',
  }),
  bug('bytes on their way are not compared', ['test/unit/adapters/scratch-file.test.ts'], {
    file: 'src/adapters/scratch-file.ts',
    from: 'if (sha256 !== content.sha256) throw',
    to: 'if (size !== content.size) throw',
  }),
];
