import { expect, test } from 'vitest';
import { InputError, StoreError } from '../../../src/core/error.ts';
import { nearest } from '../../../src/core/nearest.ts';
import { failureOf, traceOf, withoutSecrets } from '../../../src/faces/failure.ts';
import { shown } from '../../../src/faces/shown.ts';
import { formatSize } from '../../../src/faces/size.ts';

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KiB'],
  [1536 * 1024, '1.5 MiB'],
  [4 * 1024 ** 3, '4.0 GiB'],
  [5000 * 1024 ** 4, '5000.0 TiB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});

test.each([
  ['publsh', 'publish'],
  ['kyegen', 'keygen'],
  ['prune', undefined],
  ['x', undefined],
  ['', undefined],
])('%s is near %s', (name, known) => {
  expect(nearest(name, ['publish', 'keygen'])).toBe(known);
});

test.each([
  ['a "b"\n', '"a \\"b\\"\\n"'],
  ['x'.repeat(300), `"${'x'.repeat(200)}…"`],
  ['-----BEGIN PGP PRIVATE KEY BLOCK-----', '(a private key, not shown)'],
  ['https://user:pass@host/', '"https://***@host/"'],
  ['https://host/a@b', '"https://host/a@b"'],
])('%j is shown as %s', (text, safe) => {
  expect(shown(text)).toBe(safe);
});

test('a failure of the error tree has its code, what else is thrown is a bug', () => {
  expect(failureOf(new InputError('IMAGE_INVALID', ['a', 'b']))).toEqual({
    code: 'IMAGE_INVALID',
    exitCode: 2,
    message: 'a\nb',
  });
  expect(failureOf(new StoreError('STORE_FAILED', 'a'))).toMatchObject({ exitCode: 5 });
  expect(failureOf(new TypeError('a'))).toEqual({ code: 'BUG', exitCode: 1, message: 'a' });
  expect(failureOf('a')).toEqual({ code: 'BUG', exitCode: 1, message: 'a' });
});

test('a trace goes down to the first cause', () => {
  const trace = traceOf(new Error('one', { cause: new TypeError('two', { cause: 'three' }) }));
  expect(trace).toMatch(/^Error: one\n(.*\n)*caused by TypeError: two\n(.*\n)*caused by three$/);
});

test('every line of a secret is taken out of a text', () => {
  const text = 'key: abc\\nabcdef pass: p';
  expect(withoutSecrets(text, ['abc\nabcdef\r\n\n', 'p'])).toBe('key: ***\\n*** ***ass: ***');
});
