const minute = 60 * 1000;
const units = [
  ['d', 24 * 60 * minute],
  ['h', 60 * minute],
  ['m', minute],
] as const;

/** `90m`, `36h`, `8d` in milliseconds; `undefined` for any other text. */
export function parseDuration(text: string): number | undefined {
  const [, digits = '', unit] = /^([1-9]\d{0,5})([mhd])$/.exec(text) ?? [];
  const known = units.find(([name]) => name === unit);
  return known === undefined ? undefined : Number(digits) * known[1];
}

/** As {@link parseDuration} takes it, in the largest unit of which there is a whole number. */
export function formatDuration(milliseconds: number): string {
  const [name, length] = units.find(([, each]) => milliseconds % each === 0) ?? ['m', minute];
  return `${Math.round(milliseconds / length)}${name}`;
}
