/** A JSON object of which nothing is known yet. */
export interface Json {
  readonly [key: string]: unknown;
}

/** `value` when it is a JSON object (an array is none). */
export function asObject(value: unknown): Json | undefined {
  return isObject(value) ? value : undefined;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `value` when it is a string that says something. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The members of `value` that are JSON objects; none when it is no object itself. */
export function objectsIn(value: unknown): readonly (readonly [string, Json])[] {
  return Object.entries(asObject(value) ?? {}).filter((member): member is [string, Json] =>
    isObject(member[1]),
  );
}
