import {
  defaultKeys,
  imageKeys,
  type Key,
  rootKeys,
  type Shape,
  topKeys,
} from '../../src/faces/images-file/keys.ts';
import { plain } from '../../src/faces/plain.ts';
import type { Generator } from './generator.ts';
import type { Schema } from './schema.ts';

/** An editor takes 3.20 for a number; the file is read as text, in which it stays 3.20. */
const scalar = { type: ['string', 'number', 'boolean'] };

const shapes: Readonly<Record<Shape, Schema>> = {
  text: scalar,
  list: { type: [...scalar.type, 'array'], items: scalar },
  pairs: { type: 'object', additionalProperties: scalar },
  lists: {
    type: 'object',
    additionalProperties: { type: 'array', minItems: 1, items: scalar },
  },
  boolean: { type: ['boolean', 'string'], pattern: '^(true|True|TRUE|false|False|FALSE)$' },
};

/** The JSON Schema of the images file, for editors and for the validator. */
export const imagesFileSchema: Schema & { readonly $id: string } = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:simplestreams-action:schema:images-file:1',
  title: 'The images file of simplestreams-action',
  description: 'Which images there are, and which roots they are published into.',
  type: 'object',
  additionalProperties: false,
  required: ['images'],
  properties: {
    roots: list(topKeys.roots, { $ref: '#/$defs/root' }),
    variables: list(topKeys.variables, { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_]*$' }),
    defaults: { $ref: '#/$defs/defaults' },
    images: list(topKeys.images, { $ref: '#/$defs/image' }),
  },
  $defs: {
    root: map('A root.', rootKeys),
    defaults: map(topKeys.defaults, defaultKeys),
    image: map('An image, or one for each combination of its matrix.', imageKeys),
  },
};

/** The schema as it is published. */
export const imagesFileSchemaFile: Generator = {
  path: 'src/core/schema/images-file.schema.json',
  content: () =>
    `${JSON.stringify(imagesFileSchema, undefined, 2).replaceAll(shortArray, oneLine)}\n`,
};

/** As the formatter of the project wants them. */
const shortArray = /\[\s+([^[\]{}]*?)\s+\]/g;

function oneLine(_: string, members: string): string {
  return `[${members.replaceAll(/\n\s+/g, ' ')}]`;
}

function list(description: string, items: Schema): Schema {
  return { description: plain(description), type: 'array', minItems: 1, items };
}

function map(description: string, keys: readonly Key[]): Schema {
  const required = keys.filter((key) => key.required).map(({ key }) => key);
  return {
    description: plain(description),
    type: 'object',
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
    properties: Object.fromEntries(keys.map((key) => [key.key, property(key)])),
  };
}

function property({ key, shape, description, format, otherwise }: Key): Schema {
  const form = format === undefined ? '' : ` Format: ${format}.`;
  const without = otherwise === undefined ? '' : ` Without it: ${otherwise}.`;
  return {
    title: key,
    description: plain(`${description}${form}${without}`),
    ...shapes[shape],
  };
}
