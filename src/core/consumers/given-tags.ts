/** Tags the user gave; what is missing comes from the image's own metadata, or has a default. */
export interface GivenTags {
  readonly os: string | undefined;
  readonly release: string | undefined;
  readonly releaseTitle: string | undefined;
  /** The product tag `version`. */
  readonly osVersion: string | undefined;
  readonly arch: string | undefined;
  readonly variant: string | undefined;
  readonly label: string | undefined;
  /** The kernel an Ubuntu image boots with, for MAAS: `ga-24.04`. */
  readonly subarch: string | undefined;
  readonly aliases: readonly string[];
  readonly requirements: Readonly<Record<string, string>>;
  /** Further product tags, strings only. */
  readonly further: Readonly<Record<string, string>>;
}
