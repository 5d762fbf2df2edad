import { defaultKeys, imageKeys, type Key, rootKeys } from '../../src/faces/images-file/keys.ts';
import type { Generator } from './generator.ts';
import { withSection } from './section.ts';

/** The tables of keys in the page about the images file. */
export const imagesFilePage: Generator = {
  path: 'docs/images-file.md',
  content: (existing) =>
    withSection(withSection(existing, 'root-keys', tableOf(rootKeys)), 'image-keys', imageTable()),
};

function imageTable(): string {
  const own = imageKeys.filter((key) => !defaultKeys.includes(key));
  return [
    tableOf(own),
    'And the inputs about an image, which can also stand under `defaults`:',
    tableOf(defaultKeys),
  ].join('\n\n');
}

function tableOf(keys: readonly Key[]): string {
  return [
    '| Key | What it is | Form | Default |',
    '| --- | --- | --- | --- |',
    ...keys.map(row),
  ].join('\n');
}

function row({ key, shape, description, format, otherwise, required }: Key): string {
  const form = [forms[shape], ...(format === undefined ? [] : [format])].filter(
    (part) => part !== '',
  );
  const cells = [`\`${key}\``, description, form.join(': '), required ? '*required*' : otherwise];
  return `| ${cells.map((cell = '') => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

const forms: Readonly<Record<Key['shape'], string>> = {
  text: '',
  list: 'a list, or one text',
  pairs: 'a map',
  lists: 'a map of lists',
  boolean: '`true` or `false`',
};
