import { rules } from '../core/consumers/rules/table.ts';
import { nearest } from '../core/nearest.ts';
import { readingRules } from '../core/reading-rules.ts';
import type { Reading } from './reading.ts';

/** The input `allow`: codes of rules that there are, each once. */
export function readAllow(reading: Reading): readonly string[] {
  const codes = [...rules, ...readingRules].map(({ code }) => code);
  const allowed = reading.list('allow', (text, wrong) => {
    const code = text.toUpperCase();
    if (codes.includes(code)) return code;
    const guess = nearest(code, codes);
    const meant = guess === undefined ? '' : `; did you mean ${guess}?`;
    return wrong(`there is no such rule: expected a code of docs/rules.md${meant}`);
  });
  return [...new Set(allowed)];
}
