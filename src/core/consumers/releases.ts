/** An inclusive range of releases, each as `major * 1000 + minor`: the third number never decides a rule. */
export interface Releases {
  readonly from: number;
  readonly to: number;
}

export const anyRelease: Releases = { from: 0, to: Number.POSITIVE_INFINITY };

const lastMinor = 999;

/**
 * `<=3.7`, `>=3.4`, `<3.8`, `>3.3`, `@3.4`, `>=3.4<=3.7`; `''` is any. A major alone stands for all of its
 * minors: `@6` is 6.0 to 6.999, and a third number is not looked at: `@5.0.2` is 5.0.
 * @returns undefined when `text` is no range
 */
export function parseReleases(text: string): Releases | undefined {
  const bounds = text.match(/(?:[<>]=?|@)\d{1,3}(?:\.\d{1,3}){0,2}/g) ?? [];
  if (bounds.join('') !== text || bounds.length > 2) return undefined;
  const ranges = bounds.map(parseBound);
  const from = Math.max(0, ...ranges.map((range) => range.from));
  const to = Math.min(Number.POSITIVE_INFINITY, ...ranges.map((range) => range.to));
  return from <= to ? { from, to } : undefined;
}

export function overlap(a: Releases, b: Releases): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Whether every release of `inner` is one of `outer`. */
export function contains(outer: Releases, inner: Releases): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** `up to 3.7`, `from 3.8 on`, `3.4 to 3.7`, `3.4`, `all`; a last minor is left out: `6`. */
export function describeReleases({ from, to }: Releases): string {
  if (from === 0) return to === Number.POSITIVE_INFINITY ? 'all' : `up to ${nameOf(to)}`;
  if (to === Number.POSITIVE_INFINITY) return `from ${nameOf(from)} on`;
  return nameOf(from) === nameOf(to) ? nameOf(from) : `${nameOf(from)} to ${nameOf(to)}`;
}

/** The text that {@link parseReleases} takes. */
export function formatReleases({ from, to }: Releases): string {
  const first = from === 0 ? '' : `>=${nameOf(from)}`;
  return to === Number.POSITIVE_INFINITY ? first : `${first}<=${nameOf(to)}`;
}

function parseBound(text: string): Releases {
  const [, operator, major, minor] = /^(\D+)(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  const first = Number(major) * 1000 + Number(minor ?? 0);
  const last = Number(major) * 1000 + Number(minor ?? lastMinor);
  switch (operator) {
    case '<=':
      return { ...anyRelease, to: last };
    case '<':
      return { ...anyRelease, to: first - 1 };
    case '>=':
      return { ...anyRelease, from: first };
    case '>':
      return { ...anyRelease, from: last + 1 };
    default:
      return { from: first, to: last };
  }
}

function nameOf(release: number): string {
  const minor = release % 1000;
  const major = Math.floor(release / 1000);
  return minor === lastMinor ? String(major) : `${major}.${minor}`;
}
