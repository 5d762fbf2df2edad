// Loaded by `node --import` before the program: ends it at its nth call to the file system below a folder, without any
// hook in the product. KILL_ROOT: the folder. KILL_AT: n, from 1; 0 counts only. KILL_SIGNAL. The calls are counted in
// KILL_COUNT, a file elsewhere.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const {
  KILL_ROOT: root = '',
  KILL_AT: at = '0',
  KILL_SIGNAL: signal,
  KILL_COUNT: file,
} = process.env;
const { writeFileSync } = fs;
const handles = new WeakSet();
let calls = 0;

/** Before the call takes effect; that the call before it has, makes it "after" for that one. */
function count() {
  calls += 1;
  if (calls !== Number(at)) return;
  process.kill(process.pid, signal);
  // Nothing more must happen, not even until the signal arrives.
  if (signal === 'SIGKILL') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

function isBelow(path) {
  return typeof path === 'string' && (path === root || path.startsWith(`${root}/`));
}

function wrapAll(target, names) {
  for (const name of names) {
    const original = target[name];
    target[name] = function (...given) {
      if (given.slice(0, 2).some(isBelow)) count();
      const result = original.apply(this, given);
      if (name === 'open' && isBelow(given[0])) return result.then(remember);
      return result;
    };
  }
}

function remember(handle) {
  handles.add(handle);
  return handle;
}

const names = (target, pattern) =>
  Object.keys(target).filter((name) => typeof target[name] === 'function' && pattern.test(name));

const probe = await fs.promises.open(join(tmpdir(), `.kill-at-${process.pid}`), 'w');
const prototype = Object.getPrototypeOf(probe);
await probe.close();
fs.rmSync(join(tmpdir(), `.kill-at-${process.pid}`));

const calling =
  /^(?:access|chmod|copyFile|link|lstat|mkdir|open|readdir|readFile|rename|rm|rmdir|stat|symlink|unlink|utimes|writeFile)(?:Sync)?$/;
wrapAll(
  fs,
  names(fs, /Sync$/).filter((name) => calling.test(name)),
);
wrapAll(fs.promises, names(fs.promises, calling));
for (const name of [
  'read',
  'readFile',
  'stat',
  'sync',
  'datasync',
  'write',
  'writeFile',
  'close',
]) {
  const original = prototype[name];
  prototype[name] = function (...given) {
    if (handles.has(this)) count();
    return original.apply(this, given);
  };
}
syncBuiltinESMExports();

if (file !== undefined) process.on('exit', () => writeFileSync(file, String(calls)));
