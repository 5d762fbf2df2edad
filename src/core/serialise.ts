/**
 * The one way documents are written: keys sorted by UTF-16 code unit, 1-space indent, ASCII only, final newline. For
 * ASCII keys this is byte for byte Python's `json.dumps(indent=1, sort_keys=True)` and a newline.
 */
export function serialise(document: object): string {
  return `${write(document, '\n')}\n`;
}

/** gpgv 2.2 refuses a signed line of 20,000 bytes, and `gpg --clearsign` splits one over 19,993. */
const lineLimit = 19_993;

/** The number and length of the first line that no signed form may hold; `undefined` when there is none. */
export function overlongLine(
  text: string,
): { line: number; length: number; start: string } | undefined {
  let line = 1;
  for (let from = 0; from < text.length; line++) {
    const newline = text.indexOf('\n', from);
    const to = newline === -1 ? text.length : newline;
    if (to - from >= lineLimit) {
      return { line, length: to - from, start: text.slice(from, from + 60).trim() };
    }
    from = to + 1;
  }
  return undefined;
}

function write(value: unknown, newline: string): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return writeList(value, newline);
  if (typeof value === 'object' && value !== null) return writeMap(value, newline);
  return JSON.stringify(value);
}

function writeList(list: readonly unknown[], newline: string): string {
  if (list.length === 0) return '[]';
  const inner = `${newline} `;
  return `[${list.map((value) => inner + write(value, inner)).join(',')}${newline}]`;
}

// Written by hand: JSON.stringify would put keys that look like integers, such as the serial 20261120, first.
function writeMap(map: object, newline: string): string {
  const inner = `${newline} `;
  const members: string[] = [];
  const entries = new Map<string, unknown>(Object.entries(map));
  for (const key of [...entries.keys()].sort()) {
    const value = entries.get(key);
    if (value !== undefined) members.push(`${inner}${quote(key)}: ${write(value, inner)}`);
  }
  return members.length === 0 ? '{}' : `{${members.join(',')}${newline}}`;
}

function quote(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
