/** A text of the table where Markdown is not rendered. */
export function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}
