import { expect, test } from 'vitest';
import { canonicalText } from '../../../src/adapters/openpgp/canonical-text.ts';

test.each([
  ['', ''],
  ['one', 'one'],
  ['one\n', 'one\r\n'],
  ['\n\none\ntwo', '\r\n\r\none\r\ntwo'],
  ['é\n\u2028', 'é\r\n\u2028'],
])('ends the lines of %j as a signature covers them', (text, canonical) => {
  const given = new TextEncoder().encode(text);
  expect(new TextDecoder().decode(canonicalText(given))).toBe(canonical);
});
