const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** A number of seconds for people: `12 min`, `36 h`, `3 d`; in days from two on. */
export function formatAge(seconds: number): string {
  if (seconds < hour) return `${Math.floor(seconds / minute)} min`;
  if (seconds < 2 * day) return `${Math.floor(seconds / hour)} h`;
  return `${Math.floor(seconds / day)} d`;
}
