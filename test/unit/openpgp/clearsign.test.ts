import { describe, expect, test } from 'vitest';
import { buildClearsigned, parseClearsigned, signableText } from '../../../src/core/clearsign.ts';
import { TrustError } from '../../../src/core/error.ts';
import { bytes } from './keys.ts';

const signature = `-----BEGIN PGP SIGNATURE-----

iIYEARYIAC4WIQRnapZaLNJRNUgercvLMRYvImCaAgUCaVcKgBAcb25lQGV4YW1w
bGUub3JnAAoJEMsxFi8iYJoCC6cA
=ct3d
-----END PGP SIGNATURE-----
`;
const text = '{\n "format": "index:1.0"\n}\n';
const document = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n${text}${signature}`;

describe('buildClearsigned', () => {
  test('puts one Hash line and an empty line before the text, and the signature after it', () => {
    expect(buildClearsigned(bytes(text), 'SHA512', signature)).toEqual(bytes(document));
  });

  test('refuses a signature without its checksum, which gpgv before 2.4.9 needs', () => {
    const bare = signature.replace('=ct3d\n', '');
    expect(() => buildClearsigned(bytes(text), 'SHA512', bare)).toThrow('checksum');
  });
});

describe('signableText', () => {
  test.each([
    ['no newline at the end', '{}'],
    ['two newlines at the end', '{}\n\n'],
    ['nothing but a newline', '\n'],
    ['a carriage return', '{\r\n}\n'],
    ['a tab', '{\t}\n'],
    ['a letter beyond ASCII', '"é"\n'],
    ['a NUL', '"\0"\n'],
    ['a line with a dash in front', '{\n-1\n}\n'],
    ['a dash in front', '-1\n'],
    ['a blank at the end of a line', '{ \n}\n'],
    ['a line of 19,993 bytes', `${'a'.repeat(19_993)}\n`],
  ])('refuses a text with %s', (_, bad) => {
    expect(() => signableText(bad)).toThrow(/^a text to be signed /);
  });

  test('takes a line of 19,992 bytes', () => {
    const long = `${'a'.repeat(19_992)}\n`;
    expect(signableText(long)).toEqual(bytes(long));
  });
});

describe('parseClearsigned', () => {
  test('takes apart what was built', () => {
    expect(parseClearsigned(bytes(document), 'index.sjson')).toEqual({
      text,
      plain: bytes(text),
      digest: 'SHA512',
      signature,
    });
  });

  test('counts bytes, not characters, beyond ASCII', () => {
    const parsed = parseClearsigned(bytes(document.replace('index', 'é€🙂')), 'x');
    expect(parsed.plain).toEqual(bytes(text.replace('index', 'é€🙂')));
  });

  test.each([
    ['nothing', '', 'not signed'],
    ['plain JSON', text, 'not signed'],
    ['a byte order mark in front', `\ufeff${document}`, 'not signed'],
    ['a line in front', `x\n${document}`, 'not signed'],
    ['a line after it', `${document}x\n`, 'nothing else'],
    ['an empty line after it', `${document}\n`, 'nothing else'],
    ['a second signature', document + signature, 'nothing else'],
    ['a second message', document + document, 'nothing else'],
    ['a message in its text', document.replace(text, document), 'begins with a dash'],
    ['carriage returns', document.replaceAll('\n', '\r\n'), 'carriage returns'],
    ['one carriage return', document.replace('{', '{\r'), 'carriage returns'],
    ['a NUL', document.replace('{', '{\0'), 'NUL'],
    ['a blank at the end of a line', document.replace('{', '{ '), 'blanks'],
    ['a tab at the end of a line', document.replace('{', '{\t'), 'blanks'],
    ['no Hash line', document.replace('Hash: SHA512\n', ''), 'exactly one line'],
    [
      'two Hash lines',
      document.replace('Hash: SHA512', 'Hash: SHA512\nHash: SHA256'),
      'exactly one line',
    ],
    [
      'a Comment line before the text',
      document.replace('Hash: SHA512', 'Hash: SHA512\nComment: x'),
      'exactly one line',
    ],
    ['two digests', document.replace('SHA512', 'SHA512,SHA256'), 'exactly one line'],
    ['a dash-escaped line', document.replace('{', '- -1\n{'), 'dash-escaped'],
    ['a dash-escaped line later', document.replace('}', '- -1\n}'), 'dash-escaped'],
    ['a line with a bare dash', document.replace('}', '-1\n}'), 'begins with a dash'],
    ['a bare dash in front', document.replace('{', '-1\n{'), 'begins with a dash'],
    ['no text', document.replace(text, ''), 'begins with a dash'],
    ['no signature', document.replace(signature, ''), 'cut off'],
    ['half a signature', document.slice(0, -60), 'cut off'],
    ['no newline at the end', document.slice(0, -1), 'cut off'],
    ['junk in the signature', document.replace('=ct3d', '"ct3d"'), 'one armored signature'],
    [
      'a signature of megabytes',
      document.replace('=ct3d\n', `${'AAAA\n'.repeat(1e6)}=ct3d\n`),
      'one armored signature',
    ],
  ])('refuses %s', (_, bad, problem) => {
    const parse = () => parseClearsigned(bytes(bad), 'streams/v1/index.sjson');
    expect(parse).toThrow(TrustError);
    expect(parse).toThrow(/^streams\/v1\/index\.sjson cannot be trusted: /);
    expect(parse).toThrow(problem);
  });

  test('refuses bytes that are not UTF-8', () => {
    const latin1 = bytes(document);
    latin1[latin1.indexOf(0x7b)] = 0xe9;
    expect(() => parseClearsigned(latin1, 'x')).toThrow('not UTF-8');
  });
});
