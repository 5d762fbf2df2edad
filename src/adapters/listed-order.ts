/** Puts what is listed in the order of the paths' UTF-16 code units, whatever order a store has of its own. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}
