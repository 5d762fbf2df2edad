/** RFC 2822 in UTC as every writer of simplestreams has it: `Fri, 20 Nov 2026 15:04:05 +0000`, never `GMT`. */
export function formatUpdated(date: Date): string {
  return date.toUTCString().replace(/GMT$/, '+0000');
}
