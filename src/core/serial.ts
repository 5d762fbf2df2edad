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
  const wellFormed = /^\d{8}[A-Za-z0-9._-]{0,56}$/.test(text);
  return wellFormed && startOfDay(text) !== undefined ? (text as Serial) : undefined;
}

/** Of the real date that `text` begins with. */
function startOfDay(text: string): number | undefined {
  const [, years, months, days] = /^(\d{4})(\d{2})(\d{2})/.exec(text) ?? [];
  const [year, month, day] = [Number(years), Number(months), Number(days)];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1000 ? date.getTime() : undefined;
}

/**
 * The last moment that a serial may stand for, in UTC: the minute that follows its date, `20261120_1504`, or the end of
 * the day. `undefined` when it does not begin with a date: serials of other tools are any text.
 */
export function timeOfSerial(serial: string): Date | undefined {
  const day = startOfDay(serial);
  if (day === undefined) return undefined;
  const [, hours, minutes] = /^\d{8}_([01]\d|2[0-3])([0-5]\d)(?!\d)/.exec(serial) ?? [];
  const passed = hours === undefined ? 24 * 60 : Number(hours) * 60 + Number(minutes);
  return new Date(day + passed * 60 * 1000);
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
