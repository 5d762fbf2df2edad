declare const brand: unique symbol;

/** The name of a version: `20261120_1504`. Clients compare serials as strings; the greatest is the newest. */
export type Serial = string & { readonly [brand]: 'Serial' };

/**
 * `text` as a {@link Serial}, or `undefined`.
 *
 * It begins with a real date, `YYYYMMDD`: LXD and Incus skip every other version without a word
 * (products.go, `time.Parse("20060102", name[0:8])`). The rest is safe in a path.
 */
export function parseSerial(text: string): Serial | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})[A-Za-z0-9._-]{0,56}$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1000 ? (text as Serial) : undefined;
}

/** `YYYYMMDD_HHMM` in UTC. */
export function serialOf(date: Date): Serial {
  const [day = '', time = ''] = date.toISOString().split('T');
  return `${day.replaceAll('-', '')}_${time.slice(0, 5).replace(':', '')}` as Serial;
}

/** Newest last, in code point order: the order of `LANG=C sort` (simplestreams README, "version_name"). */
export function compareSerials(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The `n`th serial of one minute: `20261120_1504`, `20261120_1504_02`, `20261120_1504_03`. */
export function nthSerial(base: Serial, n: number): Serial {
  return n === 1 ? base : (`${base}_${String(n).padStart(2, '0')}` as Serial);
}
