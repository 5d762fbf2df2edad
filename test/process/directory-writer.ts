import { directoryStore } from '../../src/adapters/directory-store.ts';
import { joinPath } from '../../src/core/path.ts';

/**
 * A publisher as a process: adds words to one object of a folder, each again after a conflict, and says each once it
 * is stored. Arguments: the folder, a name, and when to stop (milliseconds since 1970).
 */
const [folder = '', name = '', deadline = '0'] = process.argv.slice(2);
const store = directoryStore({ folder, singleWriter: false });
const path = joinPath('words.txt');
const headers = { contentType: 'text/plain', cacheControl: 'no-cache' };

for (let count = 0; Date.now() < Number(deadline); ) {
  const found = await store.read(path, 16 * 1024 * 1024);
  const text = found === undefined ? '' : new TextDecoder().decode(found.bytes);
  const word = `${name}-${count}\n`;
  const bytes = new TextEncoder().encode(text + word);
  const { outcome } = await store.replace(path, bytes, found?.revision, headers);
  if (outcome === 'unknown') throw new Error('the outcome is unknown');
  if (outcome === 'conflict') continue;
  process.stdout.write(word);
  count += 1;
}
