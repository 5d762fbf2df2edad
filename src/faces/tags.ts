import { parseArch } from '../core/arch.ts';
import type { GivenTags } from '../core/consumers/given-tags.ts';
import type { NameOf } from './inputs.ts';
import type { Parse, Reading, Wrong } from './reading.ts';

/**
 * Product tags that `tag` must not set, and what to do instead. A reader gives up on the whole stream when one of
 * them has another type (Go structs of LXD and Incus), and simplestreams hands the tags of a product down to its
 * items (`products_exdata`), where they would stand for what an item lacks.
 */
const reserved: ReadonlyMap<string, string> = new Map([
  ...['os', 'release', 'arch', 'variant', 'label', 'subarch'].map(ownInput),
  ['release_title', 'use the input release-title'],
  ['version', 'use the input os-version'],
  ['aliases', 'use the input alias'],
  ['requirements', 'use the input requirement'],
  ['lxd_requirements', 'use the input requirement'],
  ['supported', 'readers want true or false there, and a tag is a string'],
  ...['versions', 'items', 'ftype', 'path', 'size', 'sha256', 'sha512', 'md5'].map(filled),
  ...['subarches', 'kflavor', 'krel', 'pubname'].map(filled),
  ...['format', 'datatype', 'updated', 'content_id', 'delta_base'].map(filled),
  ...['product_name', 'version_name', 'item_name'].map(filled),
]);

function ownInput(name: string): [string, string] {
  return [name, `use the input ${name}`];
}

function filled(name: string): [string, string] {
  return [name, 'it is filled in from the image'];
}

interface Pair {
  readonly key: string;
  readonly value: string;
}

/** The inputs that become tags of the product and its version. */
export function readTags(reading: Reading): GivenTags {
  return {
    os: reading.text('os', parseLine),
    release: reading.text('release', parseLine),
    releaseTitle: reading.text('release-title', parseLine),
    osVersion: reading.text('os-version', parseLine),
    arch: reading.text('arch', (text, wrong) => parseArch(text) ?? wrong()),
    variant: reading.text('variant', parseLine),
    label: reading.text('label', parseLine),
    subarch: reading.text('subarch', parseLine),
    aliases: [...new Set(reading.list('alias', parseAlias))],
    requirements: readPairs(reading, 'requirement', parsePair),
    further: readPairs(reading, 'tag', parseTag),
  };
}

function readPairs(
  reading: Reading,
  name: NameOf<'list'>,
  parse: Parse<Pair>,
): Readonly<Record<string, string>> {
  const pairs = new Map<string, string>();
  reading.list(name, (text, wrong) => {
    const pair = parse(text, wrong);
    if (pair === undefined) return undefined;
    if (pairs.has(pair.key)) return wrong(`${pair.key} is given twice`);
    return pairs.set(pair.key, pair.value);
  });
  return Object.fromEntries(pairs);
}

function parsePair(text: string, wrong: Wrong): Pair | undefined {
  const [, key, value] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (key === undefined || value === undefined) return wrong();
  if (!/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/.test(key)) {
    return wrong('a key is a letter, then at most 63 of [A-Za-z0-9_.-]');
  }
  return isLine(value, 1024)
    ? { key, value }
    : wrong('the value is one line of text, not empty, 1024 characters at most');
}

function parseTag(text: string, wrong: Wrong): Pair | undefined {
  const pair = parsePair(text, wrong);
  if (pair === undefined) return undefined;
  const instead =
    reserved.get(pair.key) ?? (pair.key.startsWith('combined_') ? filled('')[1] : undefined);
  return instead === undefined ? pair : wrong(`the tag ${pair.key} cannot be set so: ${instead}`);
}

/** Clients split the tag `aliases` at commas, and do not trim what is between them. */
function parseAlias(text: string, wrong: Wrong): string | undefined {
  const visible = /^[!-~]{1,128}$/.test(text);
  return visible && !/,|^\/|\/$/.test(text) ? text : wrong();
}

/** A text in the format of a `line` of the table of inputs. */
export function parseLine(text: string, wrong: Wrong): string | undefined {
  return isLine(text, 256) ? text : wrong();
}

function isLine(text: string, longest: number): boolean {
  return text !== '' && text.length <= longest && !/[\p{Cc}\u2028\u2029]/u.test(text);
}
