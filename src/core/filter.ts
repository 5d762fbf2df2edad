import { type Json, objectsIn } from './consumers/json.ts';
import type { Products } from './document.ts';

/** One condition on what is listed, as `sstream-mirror` takes it (simplestreams filters.py). */
export interface Filter {
  readonly key: string;
  readonly operator: '=' | '!=' | '~' | '!~';
  readonly value: string;
  matches(found: string): boolean;
}

const grammar = /^([A-Za-z0-9_|-]+)\s*(!?[=~])\s*(.*)$/s;

/** True for what begins as a filter does, whether or not the rest is one. */
export function looksLikeFilter(text: string): boolean {
  return grammar.test(text);
}

/**
 * `arch=amd64`, `release!=noble`, `release~(noble|jammy)`, `ftype!~^lxd`: equal or not, found or not by a regular
 * expression, which is not anchored. A key that is missing counts as empty.
 * @returns what is wrong with `text`, in words, when it is none
 */
export function parseFilter(text: string): Filter | string {
  const [, key, operator, value] = grammar.exec(text) ?? [];
  if (key === undefined || value === undefined)
    return 'expected key=value, key!=value, key~regex or key!~regex';
  switch (operator) {
    case '=':
      return { key, operator, value, matches: (found) => found === value };
    case '!=':
      return { key, operator, value, matches: (found) => found !== value };
    case '~':
    case '!~': {
      const regex = parseRegex(value);
      if (regex === undefined) return `${value} is no regular expression`;
      const wanted = operator === '~';
      return { key, operator, value, matches: (found) => regex.test(found) === wanted };
    }
    default:
      throw new Error(`no operator: ${operator}`);
  }
}

/** The text that {@link parseFilter} takes. */
export function formatFilter({ key, operator, value }: Filter): string {
  return `${key}${operator}${value}`;
}

function parseRegex(text: string): RegExp | undefined {
  try {
    return new RegExp(text, 'u');
  } catch {
    return undefined;
  }
}

/** A version in its place. */
export interface Placed {
  readonly document: Products;
  readonly product: string;
  readonly serial: string;
}

/** True when one of the version's items, with all it inherits, satisfies every filter; without items, the version itself. */
export function isSelected(filters: readonly Filter[], placed: Placed): boolean {
  const { document, serial } = placed;
  const product = document.products[placed.product] ?? {};
  const version = product.versions?.[serial] ?? {};
  return selects(filters, { document, product, version, productName: placed.product, serial });
}

/** A version of a document of any shape, with the levels above it. */
export interface Levels {
  readonly document: Json;
  readonly product: Json;
  readonly version: Json;
  readonly productName: string;
  readonly serial: string;
}

/** As {@link isSelected}, where nothing is known of the document's shape. */
export function selects(filters: readonly Filter[], of: Levels): boolean {
  if (filters.length === 0) return true;
  const items = objectsIn(of.version.items);
  const outer = [of.version, of.product, of.document];
  const names = { product_name: of.productName, version_name: of.serial };
  if (items.length === 0) return satisfies(filters, outer, names);
  return items.some(([name, item]) =>
    satisfies(filters, [item, ...outer], { ...names, item_name: name }),
  );
}

/** @param levels innermost first */
function satisfies(
  filters: readonly Filter[],
  levels: readonly Json[],
  names: Readonly<Record<string, string>>,
): boolean {
  return filters.every(({ key, matches }) =>
    matches(Object.hasOwn(names, key) ? (names[key] ?? '') : inherited(levels, key)),
  );
}

/** The tag of the innermost level that has it; only strings, numbers and booleans are handed down (util.py, `stringitems`). */
function inherited(levels: readonly Json[], key: string): string {
  for (const level of levels) {
    const value = Object.hasOwn(level, key) ? level[key] : undefined;
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    // As Python writes them: the expressions are those of sstream-mirror.
    if (typeof value === 'boolean') return value ? 'True' : 'False';
  }
  return '';
}
