import { describe, expect, test } from 'vitest';
import { parseIndex, parseProducts } from '../../../src/core/schema/validate.ts';
import { incusIndex, incusProducts } from './documents.ts';
import { failureOf, problemsOf } from './problems.ts';

test('the text of a valid document is parsed', () => {
  expect(parseIndex(JSON.stringify(incusIndex), 'x')).toEqual(incusIndex);
  expect(parseProducts(JSON.stringify(incusProducts), 'x')).toEqual(incusProducts);
});

describe('text that is not JSON', () => {
  test.each([
    ['cut off', '{"format": "index:1.0",\n "ind', 'at line 2, column 6'],
    ['empty', '', 'at line 1, column 1'],
    ['with a comma too many', '{\n "a": 1\n "b": 2}', 'at line 3, column 2'],
    ['an error page', '<html>\n</html>', 'Unexpected token'],
  ])('%s is refused with its place', (_, text, where) => {
    const error = failureOf(() => parseIndex(text, 'streams/v1/index.json'));
    expect(error.message).toMatch(/^streams\/v1\/index\.json is not JSON/);
    expect(error.message).toContain(where);
    expect(error.message).not.toContain('\n');
    expect(error.cause).toBeInstanceOf(SyntaxError);
  });
});

describe('the message', () => {
  test('names the document and its kind', () => {
    const { message, exitCode } = failureOf(() => parseIndex('{}', 'streams/v1/index.json'));
    expect(message).toMatch(/^streams\/v1\/index\.json is not an index:1\.0 document/);
    expect(exitCode).toBe(7);
  });

  test('lists ten problems, and counts the others', () => {
    const index = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`entry${i}`, {}]));
    const problems = problemsOf(() =>
      parseIndex(JSON.stringify({ format: 'index:1.0', index }), 'x'),
    );
    expect(problems).toHaveLength(11);
    expect(problems[9]).toBe('/index/entry9/path: is required, but missing');
    expect(problems[10]).toBe('and 90 more');
  });

  test('counts no problem that only says where another one lies', () => {
    const products = { a: { supported: 'yes' } };
    const text = JSON.stringify({ format: 'products:1.0', content_id: 'x', products });
    expect(problemsOf(() => parseProducts(text, 'x'))).toHaveLength(1);
  });

  test('keeps control characters of the document out of the log', () => {
    const index = { 'a\n::error::b': { path: `\u001b[31m\u2028${'c'.repeat(1000)}` } };
    const { message } = failureOf(() =>
      parseIndex(JSON.stringify({ format: 'index:1.0', index }), 'x'),
    );
    const [, problem = '', ...others] = message.split('\n');
    expect(others).toEqual([]);
    expect(problem).toContain('/index/a\\u000a::error::b/path');
    expect(problem).not.toMatch(/[\p{Cc}\u2028]/u);
    expect(message.length).toBeLessThan(500);
  });
});
