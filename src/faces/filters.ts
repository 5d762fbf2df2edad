import { type Filter, parseFilter } from '../core/filter.ts';
import type { Reading } from './reading.ts';

/** The input `filter`. */
export function readFilters(reading: Reading): readonly Filter[] {
  return reading.list('filter', (text, wrong) => {
    const filter = parseFilter(text);
    return typeof filter === 'string' ? wrong(filter) : filter;
  });
}
