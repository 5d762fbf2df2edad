/** Names come from documents and folders of others: no control sequence of theirs reaches a terminal or a log. */
export function withoutControls(text: string): string {
  return text.replaceAll(/(?!\n)\p{Cc}/gu, '\u{fffd}');
}
