/** A run id or the name of a stage: a segment of the path of a staging record. */
export function parseStageWord(text: string): string | undefined {
  return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/.test(text) ? text : undefined;
}
