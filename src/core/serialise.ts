/**
 * The one way documents are written: keys sorted by UTF-16 code unit, 1-space indent, ASCII only, final newline. For
 * ASCII keys this is byte for byte Python's `json.dumps(indent=1, sort_keys=True)` and a newline.
 */
export function serialise(document: object): string {
  const text = write(document, '\n');
  const ascii = /[\u007f-\uffff]/.test(text) ? text.replaceAll(/[\u007f-\uffff]/g, escaped) : text;
  return `${ascii}\n`;
}

/** gpgv 2.2 refuses a signed line of 20,000 bytes, and `gpg --clearsign` splits one over 19,993. */
const lineLimit = 19_993;

/** The number and length of the first line that no signed form may hold; `undefined` when there is none. */
export function overlongLine(
  text: string,
): { line: number; length: number; start: string } | undefined {
  for (let from = 0; text.length - from >= lineLimit; ) {
    // The last newline near enough: what lies before it, in however many lines, is short.
    const newline = text.lastIndexOf('\n', from + lineLimit - 1);
    if (newline < from) return describeLine(text, from);
    from = newline + 1;
  }
  return undefined;
}

/** Told by the lengths of texts alone: when false, no line of {@link serialise} is too long. */
export function mayBeOverlong(value: unknown, key = ''): boolean {
  const length = key.length + (typeof value === 'string' ? value.length : 0);
  // Six for each that is escaped; and blanks, quotation marks, a number.
  if (length * 6 + 256 > lineLimit) return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(value).some((inner) => mayBeOverlong(Reflect.get(value, inner), inner));
}

function describeLine(text: string, from: number) {
  const newline = text.indexOf('\n', from);
  const length = (newline === -1 ? text.length : newline) - from;
  const line = text.slice(0, from).split('\n').length;
  return { line, length, start: text.slice(from, from + 60).trim() };
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** JSON.stringify does it, in a tenth of the time, unless somewhere in `value` it would put keys into its own order. */
function write(value: unknown, newline: string): string {
  const sorted = inOrder(value);
  if (sorted !== unordered) {
    const text = JSON.stringify(sorted, null, 1);
    return newline === '\n' ? text : text.replaceAll('\n', newline);
  }
  const inner = `${newline} `;
  if (Array.isArray(value)) {
    return `[${value.map((each) => inner + write(each, inner)).join(',')}${newline}]`;
  }
  const members = Object.entries(value ?? {})
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${inner}${JSON.stringify(key)}: ${write(member, inner)}`);
  return `{${members.join(',')}${newline}}`;
}

const unordered = Symbol('unordered');

/** As `value`, with sorted keys; {@link unordered} where an object would not keep them so. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || isInOrder(value)) return value;
  if (Array.isArray(value)) {
    const list = value.map(inOrder);
    return list.includes(unordered) ? unordered : list;
  }
  const sorted: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    if (isAwkward(key)) return unordered;
    const member = inOrder(Reflect.get(value, key));
    if (member === unordered) return unordered;
    sorted[key] = member;
  }
  return sorted;
}

/** Whether JSON.stringify would write the keys sorted. Of what was read that is mostly so, for it was written so. */
function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  const keys = Object.keys(value);
  return (
    keys.every((key, n) => n === 0 || (keys[n - 1] ?? '') < key) &&
    keys.every((key) => isInOrder(Reflect.get(value, key)))
  );
}

/** Keys that look like integers, such as the serial 20261120, come first in every object; one is no key at all. */
function isAwkward(key: string): boolean {
  const first = key.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39 && /^\d+$/.test(key)) || key === '__proto__';
}
