import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  currentOwner,
  formatOwner,
  type Owner,
  ownerState,
  parseOwner,
} from '../../../src/adapters/directory/owner.ts';
import { temporaryFolder } from './temporary-folder.ts';

const boot = '2c757c19-3189-40c3-aa81-b3b82801a099';

/** A /proc that tells one process, this one. */
function proc({ state = 'S', start = 7000, name = 'node' } = {}): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'self/ns'), { recursive: true });
  mkdirSync(join(folder, 'sys/kernel/random'), { recursive: true });
  mkdirSync(join(folder, String(process.pid)));
  symlinkSync('pid:[4026531836]', join(folder, 'self/ns/pid'));
  writeFileSync(join(folder, 'sys/kernel/random/boot_id'), `${boot}\n`);
  const fields = [state, ...Array(18).fill('0'), start, '99', '99'];
  writeFileSync(
    join(folder, `${process.pid}/stat`),
    `${process.pid} (${name}) ${fields.join(' ')}\n`,
  );
  return folder;
}

async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('an owner', () => {
  test('is told by boot, namespace, process and start', () => {
    expect(currentOwner(proc())).toEqual({
      boot,
      namespace: 4026531836,
      pid: process.pid,
      start: 7000,
    });
  });

  test('is told when the name of the process is a nasty one', () => {
    expect(currentOwner(proc({ name: 'a) S 1 (b' })).start).toBe(7000);
  });

  test('survives being written into a file name', () => {
    const owner = currentOwner(proc());
    expect(formatOwner(owner)).toMatch(/^[0-9a-f.-]+$/);
    expect(parseOwner(formatOwner(owner))).toEqual(owner);
  });

  test.each([
    '',
    'free',
    `${boot}.1.0.7`,
    `${boot}.1.2`,
    `${boot}.1.2.3.4`,
    `${boot}.1.-2.3`,
    `x.1.2.3`,
  ])('is not read from %j', (text) => expect(parseOwner(text)).toBeUndefined());

  test('is one of its own where the system tells no boot, so that nobody takes it for dead', () => {
    const nothing = temporaryFolder();
    const partly = proc();
    writeFileSync(join(partly, 'sys/kernel/random/boot_id'), 'unavailable\n');
    expect(currentOwner(partly).boot).not.toBe(currentOwner(partly).boot);
    expect(parseOwner(formatOwner(currentOwner(nothing)))).toMatchObject({
      pid: process.pid,
      start: 0,
    });
  });

  test('is one of its own where the system tells a boot and no namespace', () => {
    const other = temporaryFolder();
    mkdirSync(join(other, 'sys/kernel/random'), { recursive: true });
    writeFileSync(join(other, 'sys/kernel/random/boot_id'), `${boot}\n`);
    expect(currentOwner(other).boot).not.toBe(boot);
  });
});

describe('the state of an owner', () => {
  const self: Owner = { boot, namespace: 4026531836, pid: process.pid, start: 7000 };

  test.each([
    ['alive', 'it runs', {}, {}],
    ['dead', 'its number is another process now', {}, { start: 6999 }],
    ['dead', 'it is a zombie', { state: 'Z' }, {}],
    ['dead', 'it is about to vanish', { state: 'X' }, {}],
    ['unknown', 'it belongs to another boot or machine', {}, { boot: boot.replace('2', '3') }],
    ['unknown', 'it belongs to another container', {}, { namespace: 4026532000 }],
    ['unknown', 'its start was not told', {}, { start: 0 }],
  ] as const)('is %s when %s', (state, _reason, told, differing) => {
    expect(ownerState({ ...self, ...differing }, self, proc(told))).toBe(state);
  });

  test('is dead when there is no such process', async () => {
    expect(ownerState({ ...self, pid: await endedPid() }, self, proc())).toBe('dead');
  });

  test('is unknown when the process exists and /proc hides it', () => {
    expect(ownerState({ ...self, pid: process.ppid }, self, proc())).toBe('unknown');
  });

  test.skipIf(!existsSync('/proc/self/stat'))(
    'is alive for this process, by the real /proc',
    () => {
      expect(ownerState(currentOwner(), currentOwner())).toBe('alive');
      expect(ownerState({ ...currentOwner(), start: 1 }, currentOwner())).toBe('dead');
    },
  );
});
