import { imageInputs } from '../image-inputs.ts';
import type { Input } from '../input.ts';
import { type InputName, inputOf } from '../inputs.ts';
import { retentionInputs } from '../retention-inputs.ts';

/**
 * What a key of the images file holds. `list`: texts, or one text in the place of a list of one. `pairs`: a map of texts.
 * `lists`: a map of lists.
 */
export type Shape = 'text' | 'list' | 'pairs' | 'lists' | 'boolean';

export interface Key {
  readonly key: string;
  readonly shape: Shape;
  readonly description: string;
  /** The form of one value, as it follows "expected". */
  readonly format?: string;
  readonly otherwise?: string;
  readonly required?: true;
  /** The input it is. */
  readonly input?: InputName;
}

const roots = {
  key: 'roots',
  shape: 'list',
  description: 'The names of the roots that the image goes to.',
  otherwise: 'all of them',
} as const;

/** The keys of a member of `roots`. */
export const rootKeys: readonly Key[] = [
  {
    key: 'name',
    shape: 'text',
    description: 'What images and messages call the root.',
    otherwise: 'its `url`',
  },
  { ...keyOf('root'), key: 'url', otherwise: 'the input `root`' },
  { ...keyOf('for'), otherwise: 'the input `for`' },
  keyOf('public-url'),
  keyOf('content-id'),
  keyOf('stream-name'),
  keyOf('endpoint'),
  keyOf('region'),
  keyOf('expected-bucket-owner'),
  keyOf('single-writer'),
];

/** The keys of `defaults`: what holds for every image that says nothing else. */
export const defaultKeys: readonly Key[] = [...imageInputs, ...retentionInputs].map(({ name }) =>
  keyOf(name),
);

/** The keys of a member of `images`. */
export const imageKeys: readonly Key[] = [
  {
    key: 'name',
    shape: 'text',
    description: 'What messages call the image.',
    otherwise: 'its place in the file',
  },
  { ...keyOf('files'), required: true },
  roots,
  {
    key: 'matrix',
    shape: 'lists',
    description:
      // biome-ignore lint/suspicious/noTemplateCurlyInString: as it is written in the file
      'Lists of values: there is one image for each combination. A key that is an input gives it its value; `${key}` stands for the value in all texts of the image.',
    otherwise: 'there is one image',
  },
  {
    key: 'allow-missing',
    shape: 'boolean',
    description:
      'Whether the image may be left out when none of its files is there. The summary names it.',
    otherwise: '`false`',
  },
  ...defaultKeys,
];

/** The keys of the whole file, in words. */
export const topKeys = {
  roots:
    'The roots that are published into, one after the other, each by one commit. Without it, one: the inputs `root` and `for`.',
  variables:
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as it is written in the file
    'The environment variables that `${NAME}` may stand for in the texts of this file. No other one is looked at.',
  defaults: 'What holds for every image that says nothing else.',
  images: 'The images, each with all of its files.',
} as const;

function keyOf(name: InputName): Key {
  const { description, format, otherwise, kind }: Input = inputOf(name);
  return {
    key: name,
    shape: shapeOf(name, kind),
    description,
    ...(format === undefined ? {} : { format }),
    ...(otherwise === undefined ? {} : { otherwise }),
    input: name,
  };
}

function shapeOf(name: InputName, kind: Input['kind']): Shape {
  if (kind === 'boolean') return 'boolean';
  if (kind !== 'list') return 'text';
  return name === 'requirement' || name === 'tag' ? 'pairs' : 'list';
}
