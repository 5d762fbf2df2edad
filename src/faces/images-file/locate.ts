import type { Node, Pair } from 'yaml';
import { shown } from '../shown.ts';
import { openExtents } from './extent.ts';
import { type At, entriesOf, type Located, type LocatedEntry, type WrongAt } from './located.ts';

/** The parts of the package `yaml` that tell its nodes apart; it is loaded only when there is a file. */
type Kinds = Pick<typeof import('yaml'), 'isAlias' | 'isMap' | 'isNode' | 'isScalar' | 'isSeq'>;

type Entries = Map<string, LocatedEntry>;

/**
 * A parsed YAML node as a located value, aliases and merge keys resolved. An alias is the very value it names, so that
 * a file that multiplies itself takes no room before it is refused.
 */
export function locate(
  root: Node,
  kinds: Kinds,
  placeOf: (offset: number) => At,
  wrong: WrongAt,
): Located | undefined {
  const anchors = new Map<string, Located>();
  const extents = openExtents();
  let refused = false;

  function refuse(at: At, why: string): void {
    if (!refused) wrong(at, why);
    refused = true;
  }

  function measured(located: Located, inner: Iterable<Located>): Located {
    const limit = extents.add(located, inner);
    if (limit !== undefined) refuse(located.at, `its aliases make more than ${limit} of it`);
    return located;
  }

  function locatedOf(node: unknown, otherwise: At): Located {
    if (kinds.isAlias(node)) return named(node.source, placeAt(node, otherwise));
    if (kinds.isSeq(node)) return anchored(node, list(node.items, placeAt(node, otherwise)));
    if (kinds.isMap(node)) return anchored(node, map(node.items, placeAt(node, otherwise)));
    const text = kinds.isScalar(node) && typeof node.value === 'string' ? node.value : '';
    const located = measured({ kind: 'text', at: placeAt(node, otherwise), text }, []);
    return kinds.isScalar(node) ? anchored(node, located) : located;
  }

  function placeAt(node: unknown, otherwise: At): At {
    const range = kinds.isNode(node) ? node.range : undefined;
    return range == null ? otherwise : placeOf(range[0]);
  }

  function anchored({ anchor }: { readonly anchor?: string }, located: Located): Located {
    if (anchor !== undefined) anchors.set(anchor, located);
    return located;
  }

  function named(anchor: string, at: At): Located {
    const located = anchors.get(anchor);
    if (located !== undefined) return located;
    refuse(at, `there is no anchor &${anchor} before *${anchor}`);
    return measured({ kind: 'text', at, text: '' }, []);
  }

  function list(items: readonly unknown[], at: At): Located {
    const members = items.map((item) => locatedOf(item, at));
    return measured({ kind: 'list', at, members }, members);
  }

  function map(pairs: readonly Pair[], at: At): Located {
    const own: Entries = new Map();
    const merged: Entries = new Map();
    for (const { key, value } of pairs) {
      const keyAt = placeAt(key, at);
      const name = kinds.isScalar(key) ? String(key.value) : '';
      const entry = { at: keyAt, value: locatedOf(value, keyAt) };
      if (name === '<<') merge(entry, merged);
      else if (own.has(name)) refuse(keyAt, `the key ${shown(name)} is there twice in one map`);
      else own.set(name, entry);
    }
    const entries = new Map([...merged, ...own]);
    return measured(
      { kind: 'map', at, entries },
      [...entries.values()].map(({ value }) => value),
    );
  }

  /** Keys of the map itself win, and of several maps the first (https://yaml.org/type/merge.html). */
  function merge({ at, value }: LocatedEntry, into: Entries): void {
    const maps = value.kind === 'list' ? value.members : [value];
    for (const each of maps) {
      if (each.kind !== 'map') refuse(at, 'what << merges must be a map, or a list of maps');
      for (const [name, entry] of entriesOf(each)) if (!into.has(name)) into.set(name, entry);
    }
  }

  const located = locatedOf(root, { line: 1, column: 1 });
  return refused ? undefined : located;
}
