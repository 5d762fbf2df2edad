/** What a segment of a name becomes. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** `candidate=stable`: a segment of the names of products and documents, and what takes its place. */
export function parseRename(text: string): Rename | undefined {
  const [, from, to] = /^([A-Za-z0-9_~-]{1,64})=([A-Za-z0-9_~-]{1,64})$/.exec(text) ?? [];
  return from === undefined || to === undefined || from === to ? undefined : { from, to };
}

/** The text that {@link parseRename} takes. */
export function formatRename({ from, to }: Rename): string {
  return `${from}=${to}`;
}

/**
 * A name with its segments renamed: what stands between `:` and `.`, whole. All at once, so that two names can be
 * exchanged: `com.ubuntu.maas.candidate:v3:boot` becomes `com.ubuntu.maas.stable:v3:boot`.
 */
export function renamed(name: string, renames: readonly Rename[]): string {
  return name
    .split(/([:.])/)
    .map((segment) => renames.find(({ from }) => from === segment)?.to ?? segment)
    .join('');
}
