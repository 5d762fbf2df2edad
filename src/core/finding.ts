/** What a consumer would ignore or refuse, and what to do about it. */
export interface Finding {
  /** Stable, `LXD-006`: the numbers of the producer's rules. */
  readonly code: string;
  /** Document, product, version, item: as far as it goes. */
  readonly place: readonly string[];
  readonly message: string;
  readonly fix: string;
}

export function describeFinding(finding: Finding): string {
  return `${finding.code} ${finding.place.join(' · ')}: ${finding.message}; ${finding.fix}`;
}
