import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'rolldown';

/** Of the folder that the program is built in, as `src/` is: the bench and the proofs build it by a bundle of this file. */
const inModules = (path: string) => resolve('node_modules', path);

const openpgp = inModules('openpgp/dist/lightweight/openpgp.mjs');

/**
 * Builds that their packages offer to browsers, taken for Node because they start in half the time.
 *
 * - openpgp/lightweight is the same code, but leaves what few keys need (curves, old ciphers, argon2) in files that are
 *   loaded when a key needs them. All that makes it one for browsers is that it asks for no module of Node: that is
 *   undone here, so that digests and ciphers are Node's own.
 *   A table for AES in JavaScript, for which Node's own is nearly always taken, is made when it is first looked into.
 * - yaml/browser is the same code in ES modules, of which what is not used can be left out.
 */
export const browserBuilds: Plugin = {
  name: 'browser-builds',
  resolveId: {
    filter: { id: /^(openpgp|yaml)$/ },
    handler: (id) => (id === 'openpgp' ? openpgp : inModules('yaml/browser/dist/index.js')),
  },
  load: {
    filter: { id: openpgp },
    handler: async () => adapted(await readFile(openpgp, 'utf8')),
  },
};

/** What is replaced, and by what. */
const changes = [
  [
    'const createRequire = () => () => {}; // Must be stripped in browser built\n',
    "import { createRequire } from 'node:module';\n",
  ],
  ['nodeRequire: createRequire(),', 'nodeRequire: createRequire(import.meta.url),'],
  [
    'function genTtable(sbox, fn) {\n',
    `function genTtable(sbox, fn) {
    let tables;
    return new Proxy({}, { get: (_, name) => (tables ??= tablesOf(sbox, fn))[name] });
}
function tablesOf(sbox, fn) {
`,
  ],
] as const;

/** @throws Error when a newer version of the package is not as this expects it */
function adapted(code: string): string {
  return changes.reduce((text, [from, to]) => {
    const [before, after, ...more] = text.split(from);
    if (before === undefined || after === undefined || more.length > 0) {
      throw new Error(`${openpgp} does not hold once: ${from}`);
    }
    return `${before}${to}${after}`;
  }, code);
}
