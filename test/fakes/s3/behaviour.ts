/** In what S3 servers differ. What the real ones do was measured; see the names of the presets. */
export interface Behaviour {
  /**
   * `refused`: 501 NotImplemented for the header (Swift, Backblaze B2); `invalid`: 400 InvalidArgument;
   * `ignored`: the object is overwritten, 200 (Google's S3 dialect).
   */
  readonly conditions: 'enforced' | 'ignored' | 'ignores If-Match' | 'refused' | 'invalid';
  /** Whether CompleteMultipartUpload looks at its conditions. */
  readonly completeConditions: 'enforced' | 'ignored';
  /** Whether DeleteObject looks at its condition. */
  readonly deleteConditions: 'enforced' | 'ignored';
  /** `unquoted`: the quoted ETag that the server sent itself never matches. */
  readonly ifMatch: 'quoted or not' | 'unquoted';
  /** The status of If-Match where there is no object. */
  readonly ifMatchOnAbsent: 404 | 412;
  /** What GetBucketVersioning says. */
  readonly versioning?: 'Enabled' | 'Suspended';
  /** The status for a writer whom another one overtook while its request was under way. */
  readonly loser: 409 | 500;
}

export const aws: Behaviour = {
  conditions: 'enforced',
  completeConditions: 'enforced',
  deleteConditions: 'enforced',
  ifMatch: 'quoted or not',
  ifMatchOnAbsent: 404,
  loser: 409,
};

/** Ceph before Tentacle (20). */
export const oldCeph: Behaviour = {
  conditions: 'enforced',
  completeConditions: 'ignored',
  deleteConditions: 'ignored',
  ifMatch: 'unquoted',
  ifMatchOnAbsent: 412,
  loser: 500,
};
