import fc from 'fast-check';
import { isSimplestreamsError, TrustError } from '../../src/core/error.ts';
import { parseIndex, parseProducts } from '../../src/core/schema/validate.ts';
import { serialise } from '../../src/core/serialise.ts';
import { hmacSigning } from '../fakes/hmac-signing.ts';

const signing = hmacSigning('publisher');
const place = 'streams/v1/document.json';

/** Strings that some reader takes for more than text. */
const nasty = fc.constantFrom(
  ...['__proto__', 'constructor', 'toString', '', '.', '..', '...', 'a/../b', '../a', '/a', 'a//b'],
  ...['a/%2e%2e/b', '%2E%2e', 'a/..%2fb', 'a\\b', 'a\\..\\b', 'a\u0000b', '%00', 'https://h/a'],
  ...['a\nb', '\ud800', '\u2028', 'é', ' a', 'a?b', 'a#b', '//h/a', 'a:b', 'C:\\a', '~', 'a b'],
);
const name = fc.oneof(nasty, fc.string({ maxLength: 12 }), fc.constantFrom('a', 'b', 'c'));
const scalar = fc.oneof(
  name,
  fc.integer(),
  fc.double(),
  fc.constantFrom(null, true, 1e308, -0, 0.5, 2 ** 53, 2 ** 53 - 1),
);
const anything = fc.oneof({ weight: 4, arbitrary: scalar }, fc.jsonValue({ maxDepth: 3 }));

/** Mostly as it ought to be, so that what is wrong comes past the first look. */
function record(known: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<object> {
  const loose = Object.entries(known).map(([key, value]): [string, fc.Arbitrary<unknown>] => [
    key,
    fc.oneof({ weight: 20, arbitrary: value }, anything),
  ]);
  const usual = fc.record(Object.fromEntries(loose), { requiredKeys: [] });
  const extra = fc.dictionary(name, anything, { maxKeys: 1 });
  return fc.tuple(usual, extra).map(([first, second]) => ({ ...first, ...second }));
}

const some = (value: fc.Arbitrary<unknown>) => fc.dictionary(name, value, { maxKeys: 2 });
const path = fc.oneof(nasty, fc.constantFrom('a', 'a/b', 'streams/v1/a.json'));
const size = fc.oneof({ weight: 9, arbitrary: fc.nat() }, scalar);
const digest = fc.constant('a'.repeat(64));
const item = record({ ftype: name, path, size, sha256: digest });
const product = record({ arch: name, versions: some(record({ items: some(item) })) });

const index = fc
  .record({ index: some(record({ path, size, sha256: digest, format: name })), generation: size })
  .map((each) => ({ format: 'index:1.0', ...each }));
const products = fc
  .record({ content_id: name, products: some(product) })
  .map((each) => ({ format: 'products:1.0', ...each }));

/** Damage to a text: a piece left out, said twice, or replaced. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 20 }),
  put: fc.oneof(
    fc.constantFrom('', '{', '}', '[', ']', '"', ',', ':', '\\', '1e999', '-', '\0', '\r', '\n'),
    fc.constantFrom('"path":"../a",', '"__proto__":{"path":"a"},', '"\\u005f_proto__":1,', ' \n'),
    fc.constantFrom('[['.repeat(100), '9007199254740993', '1.5', '\n-----BEGIN PGP', '- '),
  ),
});
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(text: string, blows: readonly Damage[]): string {
  return blows.reduce((whole, { at, length, put }) => {
    const from = Math.floor(at * whole.length);
    return whole.slice(0, from) + put + whole.slice(from + length);
  }, text);
}

const blows = fc.array(damage, { maxLength: 2 });

/** Whatever it is given, a parser refuses it with the place, or returns what every reader takes alike. */
export const parsersHold = fc.property(index, products, blows, (anIndex, someProducts, given) => {
  for (const [document, parse] of [
    [anIndex, parseIndex],
    [someProducts, parseProducts],
  ] as const) {
    const text = damaged(JSON.stringify(document), given);
    const parsed = parsedOrRefused(() => parse(text, place));
    if (parsed === undefined) continue;
    if (serialise(parsed) !== serialise(parse(serialise(parsed), place))) throw new Error('lost');
    if (JSON.stringify(parsed).includes('"__proto__":')) throw new Error('has a key __proto__');
    for (const named of pathsIn(parsed)) {
      const { href } = new URL(`./${named}`, 'https://host/root/');
      if (!href.startsWith('https://host/root/')) throw new Error(`${named} leaves the root`);
    }
    if (Object.getOwnPropertyNames(Object.prototype).includes('path')) throw new Error('polluted');
  }
});

/** No damage to a signed document gets another text past the verifier. */
export const verifierHolds = fc.asyncProperty(index, blows, async (document, given) => {
  const text = serialise(document);
  // Its text is ASCII without lines that begin with a dash, as serialised documents are.
  const signed = await signing.signer.clearsign(text);
  const bytes = new TextEncoder().encode(damaged(new TextDecoder().decode(signed), given));
  try {
    const read = await signing.verifier.clearsigned(bytes, place);
    if (read.text !== text) throw new Error('another text was taken for the signed one');
  } catch (error) {
    if (!(error instanceof TrustError && error.message.includes(place))) throw error;
  }
});

function parsedOrRefused(parse: () => object): object | undefined {
  try {
    return parse();
  } catch (error) {
    if (!isSimplestreamsError(error) || !error.message.startsWith(place)) throw error;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    if (/[\0-\x09\x0b-\x1f\x7f]/.test(error.message)) throw new Error('control characters', error);
    return undefined;
  }
}

/** Every `path` of an entry of an index, or of an item. */
function pathsIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const isPath = key === 'path' && typeof inner === 'string' && [2, 6].includes(depth);
    return isPath ? [inner] : pathsIn(inner, depth + 1);
  });
}
