/** One rule that a document breaks. */
export interface Problem {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  /** The rule: `type`, `required`, `pattern`, … */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Says whether a value is a T; if not, `errors` holds every problem until the next call. */
export interface Check<T> {
  (value: unknown): value is T;
  readonly errors?: readonly Problem[] | null;
}
