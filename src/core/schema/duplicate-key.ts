import { printable } from './problem.ts';

/** The offset of the quotation mark that ends the string which begins at `start`. */
export function endOfString(text: string, start: number): number {
  for (let from = start + 1; ; ) {
    const end = text.indexOf('"', from);
    if (end === -1) return text.length;
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes += 1;
    if (backslashes % 2 === 0) return end;
    from = end + 1;
  }
}

/** As RFC 6901 has it, on one line. */
export function pointer(path: readonly (string | number)[]): string {
  const text = path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return printable(text.join(''));
}

/** An object or an array that has begun; `keys` of an object alone. */
interface Open {
  readonly keys: Set<string> | undefined;
  at: string | number;
}

/** The JSON pointer to the first key that its object has twice, in a text that is JSON. */
export function duplicateKey(text: string): string | undefined {
  const open: Open[] = [];
  const colon = /\s*:/y;
  for (let at = 0; at < text.length; at++) {
    const inner = open.at(-1);
    if (text[at] !== '"') {
      step(open, text[at]);
      continue;
    }
    const end = endOfString(text, at);
    colon.lastIndex = end + 1;
    if (inner?.keys !== undefined && colon.test(text)) {
      const key: string = JSON.parse(text.slice(at, end + 1));
      inner.at = key;
      if (inner.keys.has(key)) return pointer(open.map((each) => each.at));
      inner.keys.add(key);
    }
    at = end;
  }
  return undefined;
}

function step(open: Open[], char: string | undefined): void {
  const inner = open.at(-1);
  if (char === '{') open.push({ keys: new Set(), at: '' });
  if (char === '[') open.push({ keys: undefined, at: 0 });
  if (char === '}' || char === ']') open.pop();
  if (char === ',' && typeof inner?.at === 'number') inner.at += 1;
}
