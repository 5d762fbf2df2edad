/** A name of others as code. */
export function code(text: string): string {
  return `<code>${escaped(text)}</code>`;
}

/** For a cell of a table too: a bar would end it. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"'|`*_[\]\\]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** As {@link escaped}, on one line: for a cell of a table, and for a heading. */
export function escapedLine(text: string): string {
  return escaped(text.replaceAll(/\s+/g, ' '));
}
