const longest = 200;

/**
 * A value in a message: quoted, on one line, not endless. A private key or a password in a URL that got into the
 * wrong input is not repeated.
 */
export function shown(text: string): string {
  if (text.includes('PRIVATE KEY')) return '(a private key, not shown)';
  const safe = text.replaceAll(/\/\/[^/\s]*@/g, '//***@');
  return JSON.stringify(safe.length > longest ? `${safe.slice(0, longest)}…` : safe);
}
