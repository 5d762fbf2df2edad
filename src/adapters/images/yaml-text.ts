import type { CST, LineCounter, Pair, Parser } from 'yaml';

/** Nested no deeper than any image's metadata; thousands of levels end the whole process within the library. */
export const mostLevels = 50;
/** Far above what templates need, far below what makes a small file large. */
const mostAliases = 100;
/** Words, signs, blanks and line ends: the library makes a kilobyte of each, so that 1 MiB of commas would take a gigabyte. */
const mostTokens = 100_000;

/**
 * One YAML document, all of its scalars as the text that stands there: `3.20` is no number here.
 * @throws Error with a message of one line
 */
export async function parseYaml(text: string): Promise<unknown> {
  const { Composer, Lexer, LineCounter, Parser, isMap, visit } = await import('yaml');
  const lineCounter = new LineCounter();
  lineCounter.addNewLine(0);
  const tokens = parse(new Lexer().lex(text), new Parser(lineCounter.addNewLine));
  if (isNestedDeeper(tokens, mostLevels)) {
    throw new Error(`it is nested more than ${mostLevels} levels deep`);
  }
  const composer = new Composer({
    // The place of every error is looked for slowly; one is enough, below.
    prettyErrors: false,
    schema: 'failsafe',
    resolveKnownTags: false,
    stringKeys: true,
    // The library compares every key with every other one: minutes for a file of 1 MiB.
    uniqueKeys: false,
  });
  const [document, second] = composer.compose(tokens, true, text.length);
  if (document === undefined) throw new Error('it holds no document');
  const [error] = document.errors;
  if (error !== undefined) throw wrongAt(error.pos[0], error.message, lineCounter, error);
  if (second !== undefined) throw wrongAt(second.range[0], 'a second document begins', lineCounter);
  let aliases = 0;
  visit(document, {
    Map(_, map) {
      if (isMap(map)) assertUnique(map.items);
    },
    Alias() {
      aliases += 1;
      // Each is looked for in the whole document: hours for a file of 1 MiB.
      if (aliases > mostAliases) throw new Error(`it has more than ${mostAliases} aliases`);
    },
  });
  return document.toJS({ maxAliasCount: mostAliases });
}

/** Word by word, so that they are counted before there is too much. */
function parse(words: Iterable<string>, parser: Parser): readonly CST.Token[] {
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const word of words) {
    count += 1;
    if (count > mostTokens) {
      throw new Error(`it has more than ${mostTokens} words, signs and line ends`);
    }
    tokens.push(...parser.next(word));
  }
  return [...tokens, ...parser.end()];
}

function wrongAt(offset: number, what: string, lineCounter: LineCounter, cause?: Error): Error {
  const { line, col } = lineCounter.linePos(offset);
  return new Error(`${what} at line ${line}, column ${col}`, { cause });
}

/** Level by level: a recursion would overflow on what it is to find. */
export function isNestedDeeper(tokens: readonly CST.Token[], most: number): boolean {
  let level = tokens;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap(childrenOf);
  }
  return false;
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((child) => child != null));
}

function assertUnique(pairs: readonly Pair[]): void {
  const seen = new Set<string>();
  for (const { key } of pairs) {
    const name = String(key);
    if (seen.has(name))
      throw new Error(`the key ${JSON.stringify(name)} is there twice in one map`);
    seen.add(name);
  }
}
