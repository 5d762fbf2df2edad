/** A JSON Schema, or a part of one. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

const annotations = new Set(['$comment', '$defs', 'description', 'examples', 'title']);
const schemasByName = new Set(['dependentSchemas', 'patternProperties', 'properties']);

/**
 * `schema` without annotations and with every `$ref` to its own `$defs` put in place. ajv makes one flat function of
 * it; of references it would make functions that copy all errors found so far at every call, quadratic in their number.
 */
export function flatten(schema: Schema): Schema {
  const definitions = asSchema(schema.$defs ?? {});
  return flattenPart(schema, definitions);
}

/** The titles of the definitions that have a pattern, by pattern: its words for people. */
export function patternWords(schema: Schema): Record<string, string> {
  const words: Record<string, string> = {};
  for (const definition of Object.values(asSchema(schema.$defs ?? {})).map(asSchema)) {
    const { pattern, title } = definition;
    if (typeof pattern === 'string' && typeof title === 'string') words[pattern] = title;
  }
  return words;
}

function flattenPart(part: unknown, definitions: Schema): Schema {
  const rules = Object.entries(asSchema(part)).filter(([keyword]) => !annotations.has(keyword));
  const reference = rules.find(([keyword]) => keyword === '$ref')?.[1];
  if (reference !== undefined) {
    if (rules.length > 1)
      throw new Error(`${reference} stands beside other rules: ${rules.join('; ')}`);
    return flattenPart(definitions[String(reference).replace('#/$defs/', '')], definitions);
  }
  return Object.fromEntries(
    rules.map(([keyword, value]) => [keyword, flattenRule(keyword, value, definitions)]),
  );
}

function flattenRule(keyword: string, value: unknown, definitions: Schema): unknown {
  if (schemasByName.has(keyword)) {
    const schemas = Object.entries(asSchema(value));
    return Object.fromEntries(
      schemas.map(([name, part]) => [name, flattenPart(part, definitions)]),
    );
  }
  return isSchema(value) ? flattenPart(value, definitions) : value;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asSchema(value: unknown): Schema {
  if (!isSchema(value)) throw new Error(`not a schema: ${JSON.stringify(value)}`);
  return value;
}
