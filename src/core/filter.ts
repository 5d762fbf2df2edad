import type { Item, Product, Products, Version } from './document.ts';

/** One condition on what is listed, as `sstream-mirror` takes it (simplestreams filters.py). */
export interface Filter {
  readonly key: string;
  readonly operator: '=' | '!=' | '~' | '!~';
  readonly value: string;
  matches(found: string): boolean;
}

/**
 * `arch=amd64`, `release!=noble`, `release~(noble|jammy)`, `ftype!~^lxd`: equal or not, found or not by a regular
 * expression, which is not anchored. A key that is missing counts as empty.
 * @returns what is wrong with `text`, in words, when it is none
 */
export function parseFilter(text: string): Filter | string {
  const [, key, operator, value] = /^([A-Za-z0-9_|-]+)\s*(!?[=~])\s*(.*)$/s.exec(text) ?? [];
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
  const product = placed.document.products[placed.product];
  const version = product?.versions?.[placed.serial];
  const items = Object.entries(version?.items ?? {});
  const levels = [placed.document, product, version];
  const names = { product_name: placed.product, version_name: placed.serial };
  if (items.length === 0) return satisfies(filters, levels, names);
  return items.some(([name, item]) =>
    satisfies(filters, [...levels, item], { ...names, item_name: name }),
  );
}

type Level = Products | Product | Version | Item | undefined;

function satisfies(
  filters: readonly Filter[],
  levels: readonly Level[],
  names: Readonly<Record<string, string>>,
): boolean {
  return filters.every(({ key, matches }) => matches(names[key] ?? inherited(levels, key)));
}

/** The tag of the innermost level that has it; only strings, numbers and booleans are handed down (util.py, `stringitems`). */
function inherited(levels: readonly Level[], key: string): string {
  for (const level of [...levels].reverse()) {
    const value = level?.[key];
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    // As Python writes them: the expressions are those of sstream-mirror.
    if (typeof value === 'boolean') return value ? 'True' : 'False';
  }
  return '';
}
