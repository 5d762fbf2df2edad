import type { LineCounter, YAMLParseError } from 'yaml';
import { isNestedDeeper, mostLevels } from '../../adapters/images/yaml-text.ts';
import { locate } from './locate.ts';
import type { At, Located, WrongAt } from './located.ts';

/** Errors of a file that is no YAML at all; one often leads to the next. */
const mostErrors = 5;

// biome-ignore lint/suspicious/noTemplateCurlyInString: as it is written in the file
const quoting = 'between [ ] and { } a text with ${…} needs quotes';

const start: At = { line: 1, column: 1 };

/**
 * One YAML document, every value with the place it was written at. Anchors, aliases and merge keys are resolved.
 * @param wrong is told everything that is wrong; then there is no value
 */
export async function parseTree(text: string, wrong: WrongAt): Promise<Located | undefined> {
  // By name, so that the rest of the library is left out of the bundle.
  const { LineCounter, Parser, parseDocument, isAlias, isMap, isNode, isScalar, isSeq } =
    await import('yaml');
  if (isNestedDeeper([...new Parser().parse(text)], mostLevels)) {
    return wrong(start, `it is nested more than ${mostLevels} levels deep`);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    // All scalars are text: a release 3.20 is no number.
    schema: 'failsafe',
    resolveKnownTags: false,
    stringKeys: true,
    // The library compares every key with every other one: minutes for a file of 1 MiB.
    uniqueKeys: false,
  });
  if (document.errors.length > 0) {
    tellErrors(document.errors, text, lines, wrong);
    return undefined;
  }
  const { contents } = document;
  const isEmpty = contents === null || (isScalar(contents) && contents.value === '');
  if (isEmpty) return wrong(start, 'it is empty');
  const kinds = { isAlias, isMap, isNode, isScalar, isSeq };
  return locate(contents, kinds, (offset) => placeOf(offset, lines), wrong);
}

/** The first of each line: one error often leads to the next. */
function tellErrors(
  errors: readonly YAMLParseError[],
  text: string,
  lines: LineCounter,
  wrong: WrongAt,
): void {
  const seen = new Set<number>();
  for (const { pos, code, message } of errors) {
    const at = placeOf(pos[0], lines);
    if (seen.has(at.line) || seen.size === mostErrors) continue;
    seen.add(at.line);
    // The library's own words for this are about its interface.
    const why = code === 'MULTIPLE_DOCS' ? 'a second document begins' : message;
    const line = text.split('\n', at.line)[at.line - 1] ?? '';
    const quotes = /[[{,]\s*[^'"\s]*\$\{/.test(line) ? `; ${quoting}` : '';
    wrong(at, `it is no YAML: ${firstLine(why)}${quotes}`);
  }
}

function placeOf(offset: number, lines: LineCounter): At {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
