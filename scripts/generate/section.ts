/**
 * A text with what stands between the two markers of a section replaced.
 * @throws Error when the markers are not there, once each and in order
 */
export function withSection(existing: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const [before, rest, ...more] = existing.split(begin);
  const [, after, ...evenMore] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined || more.length + evenMore.length > 0) {
    throw new Error(`there must be ${begin} and ${end}, once each, in this order`);
  }
  return `${before}${begin}\n\n${content}\n\n${end}${after}`;
}
