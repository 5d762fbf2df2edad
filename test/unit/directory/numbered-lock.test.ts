import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hold, withNumberedLock } from '../../../src/adapters/directory/numbered-lock.ts';
import { formatOwner, type Owner } from '../../../src/adapters/directory/owner.ts';
import { lockPlace } from './temporary-folder.ts';

const seen = existsSync('/proc/self/stat');

/** A process that sleeps, and its start as /proc tells it. */
function sleeper(): { readonly pid: number; readonly start: number; end(): Promise<unknown> } {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 30000)'], { stdio: 'ignore' });
  const { pid = 0 } = child;
  const end = async () => child.kill('SIGKILL') && (await once(child, 'exit'));
  onTestFinished(async () => void (child.exitCode ?? child.signalCode ?? (await end())));
  const start = seen ? Number(readFileSync(`/proc/${pid}/stat`, 'latin1').split(' ')[21]) : 0;
  return { pid, start, end };
}

function put(locks: string, number: number, content: Owner | string): void {
  writeFileSync(
    join(locks, `lock.${number}`),
    typeof content === 'string' ? content : formatOwner(content),
  );
}

describe('a numbered lock', () => {
  test('is free for the next one after each action, and leaves no temporary file', async () => {
    const place = lockPlace();
    expect(await withNumberedLock(place, () => readdirSync(place.locks))).toEqual(['lock.1']);
    expect(readFileSync(join(place.locks, 'lock.1'), 'latin1')).toBe('free');
    expect(await withNumberedLock(place, () => 'again')).toBe('again');
    expect(readdirSync(place.temporary)).toEqual([]);
  });

  test('tells its owner while it is held', async () => {
    const place = lockPlace();
    const text = await withNumberedLock(place, () =>
      readFileSync(join(place.locks, 'lock.1'), 'latin1'),
    );
    expect(text).toBe(formatOwner(place.owner));
  });

  test('is freed when the action fails, and passes the failure on', async () => {
    const place = lockPlace();
    const failure = new Error('no');
    const failing = withNumberedLock(place, () => {
      throw failure;
    });
    await expect(failing).rejects.toBe(failure);
    expect(await withNumberedLock(place, () => 'again', { patience: 0 })).toBe('again');
  });

  test('clears old numbers away and keeps the last ones', async () => {
    const place = lockPlace();
    for (let count = 0; count < 40; count += 1) await withNumberedLock(place, () => undefined);
    const numbers = readdirSync(place.locks).map((name) => Number(name.slice(5)));
    expect(Math.max(...numbers)).toBe(40);
    expect(numbers.length).toBe(16);
  });

  test('is not had by who made a number that was passed and cleared away', () => {
    const place = lockPlace();
    put(place.locks, 20, 'free');
    const mine = join(place.temporary, 'mine');
    writeFileSync(mine, formatOwner(place.owner));
    let ran = false;
    const held = hold(place.locks, 2, { mine, free: mine }, () => {
      ran = true;
    });
    expect({ held, ran }).toEqual({ held: undefined, ran: false });
    expect(readdirSync(place.locks)).toEqual(['lock.20']);
  });

  test.skipIf(!seen)('is waited for while its owner lives, and had when it is killed', async () => {
    const place = lockPlace();
    const other = sleeper();
    put(place.locks, 3, { ...place.owner, pid: other.pid, start: other.start });
    const impatient = withNumberedLock(place, () => 'mine', { patience: 200, abandoned: 0 });
    await expect(impatient).rejects.toMatchObject({
      code: 'STORE_FAILED',
      message: expect.stringContaining(`process ${other.pid} holds it`),
    });
    const waiting = withNumberedLock(place, () => 'mine');
    await other.end();
    expect(await waiting).toBe('mine');
    expect(readdirSync(place.locks).sort()).toEqual(['lock.3', 'lock.4']);
  });

  test('of an owner that cannot be seen is waited for, and had when it is old', async () => {
    const place = lockPlace();
    const boot = '00000000-0000-4000-8000-000000000000';
    const begun = Date.now();
    put(place.locks, 3, { ...place.owner, boot, pid: 12 });
    const impatient = withNumberedLock(place, () => 'mine', { patience: 200 });
    await expect(impatient).rejects.toThrow('process 12 of another machine or container');
    expect(await withNumberedLock(place, () => 'mine', { abandoned: 700 })).toBe('mine');
    expect(Date.now() - begun).toBeGreaterThan(690);
  });

  test('that cannot be read as one is waited for like that of an owner that cannot be seen', async () => {
    const place = lockPlace();
    put(place.locks, 1, '');
    await expect(withNumberedLock(place, () => 'mine', { patience: 100 })).rejects.toThrow(
      'waited',
    );
    expect(await withNumberedLock(place, () => 'mine', { abandoned: 100 })).toBe('mine');
  });

  test('is not waited for any more when the run is ended', async () => {
    const place = lockPlace();
    put(place.locks, 1, 'somebody');
    const ending = new AbortController();
    const reason = new Error('SIGTERM');
    const waiting = withNumberedLock(place, () => 'mine', { signal: ending.signal });
    setTimeout(() => ending.abort(reason), 100);
    await expect(waiting).rejects.toBe(reason);
    expect(readdirSync(place.temporary)).toEqual([]);
  });
});
