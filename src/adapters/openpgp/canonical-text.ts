const [CR, LF] = [0x0d, 0x0a];

/**
 * A text as its signature covers it: every line ends with CR LF (RFC 9580, section 5.2.1.2). The library leaves alone
 * what is so already; by itself it makes an array of every line.
 * @param text with LF alone
 */
export function canonicalText(text: Uint8Array): Uint8Array {
  // Room for a text of nothing but line ends: pages that are not written to cost nothing, counting the lines does.
  const canonical = new Uint8Array(text.length * 2);
  let to = 0;
  for (let at = 0; at < text.length; at++) {
    const byte = text[at] ?? 0;
    if (byte === LF) canonical[to++] = CR;
    canonical[to++] = byte;
  }
  return canonical.subarray(0, to);
}
