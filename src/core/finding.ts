import type { ConsumerName } from './consumers/consumer.ts';

/** What a consumer does with what breaks a rule: how bad it is, and in which words. */
export const consequences = {
  'stream-hidden': { severity: 'error', words: 'nothing of the root is listed' },
  'source-rejected': { severity: 'error', words: 'the whole source is rejected' },
  'import-aborted': { severity: 'error', words: 'the whole import or mirror run stops' },
  'product-ignored': { severity: 'error', words: 'the product is passed over' },
  'image-invisible': { severity: 'error', words: 'the image is not listed' },
  'old-version-served': { severity: 'error', words: 'an old or another image is handed out' },
  'download-fails': { severity: 'error', words: 'it is listed, and its download fails' },
  'not-deployable': { severity: 'warning', words: 'it is accepted, and cannot be used' },
  'listed-wrong': { severity: 'warning', words: 'it is listed with wrong or missing words' },
  advice: { severity: 'note', words: 'it works, with a catch' },
} as const satisfies Readonly<
  Record<string, { readonly severity: Severity; readonly words: string }>
>;

export type Consequence = keyof typeof consequences;

/** `error`: something is ignored, refused or wrong. `warning`: accepted, of no or less use. `note`: good to know. */
export type Severity = 'error' | 'warning' | 'note';

export const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** Where in a root, as far as it goes. */
export interface Place {
  /** The content id, or `index` for the index itself and for the URL of the root. */
  readonly document: string;
  readonly product?: string;
  readonly serial?: string;
  readonly item?: string;
  readonly field?: string;
}

/** What a consumer would ignore or refuse, and what to do about it. */
export interface Finding {
  /** Stable, `MAAS-012`: explained in docs/rules.md. */
  readonly code: string;
  readonly severity: Severity;
  readonly consequence: Consequence;
  /** Those of the consumers asked for that the rule holds for. */
  readonly consumers: readonly ConsumerName[];
  readonly place: Place;
  /** What is wrong, in words that need neither the code nor the place. */
  readonly message: string;
  /** The consumer's own words in its log or on the terminal, where it has any. */
  readonly says?: string;
  readonly fix: string;
}

/** `images · alpine:3.22:amd64:default · 20261120_1504 · squashfs · size` */
export function describePlace({ document, product, serial, item, field }: Place): string {
  return [document, product, serial, item, field].filter((part) => part !== undefined).join(' · ');
}

/** A finding in one line. */
export function describeFinding({ code, place, message, says, fix }: Finding): string {
  const quoted = says === undefined ? '' : ` ("${says}")`;
  return `${code} ${describePlace(place)}: ${message}${quoted}; ${fix}`;
}
