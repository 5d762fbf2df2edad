import { nearest } from '../../core/nearest.ts';
import type { Problem } from '../../core/schema/check.ts';
import { isImagesFile } from '../../core/schema/generated/is-images-file.js';
import { shown } from '../shown.ts';
import { defaultKeys, imageKeys, type Key, rootKeys, topKeys } from './keys.ts';
import { entriesOf, type Located, plainValue, type WrongAt } from './located.ts';

/** Tells `wrong` every rule of `images-file.schema.json` that the file breaks. */
export function checkSchema(file: Located, wrong: WrongAt): void {
  if (isImagesFile(plainValue(file))) return;
  for (const problem of isImagesFile.errors ?? []) tell(problem, file, wrong);
}

function tell(problem: Problem, file: Located, wrong: WrongAt): void {
  const tokens = problem.instancePath
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  const value = tokens.reduce(stepInto, file);
  const path = tokens.map((token) => (/^\d+$/.test(token) ? `[${token}]` : `.${token}`)).join('');
  const name = path === '' ? '' : `${path.replace(/^\./, '')}: `;
  if (problem.keyword === 'additionalProperties') {
    const key = String(problem.params.additionalProperty);
    const at = entriesOf(value).find(([each]) => each === key)?.[1].at ?? value.at;
    wrong(at, `${name}${unknownKey(key, tokens)}`);
  } else wrong(value.at, `${name}${rule(problem, value)}`);
}

function stepInto(value: Located, token: string): Located {
  if (value.kind === 'list') return value.members[Number(token)] ?? value;
  return entriesOf(value).find(([key]) => key === token)?.[1].value ?? value;
}

function unknownKey(key: string, [top]: readonly string[]): string {
  const known = keysOf(top);
  const guess = nearest(key, known);
  return `there is no key ${shown(key)} here: ${guess === undefined ? `expected ${known.join(', ')}` : `did you mean ${guess}?`}`;
}

function keysOf(top: string | undefined): readonly string[] {
  const tables: Readonly<Record<string, readonly Key[]>> = {
    roots: rootKeys,
    defaults: defaultKeys,
    images: imageKeys,
  };
  const table = top === undefined ? undefined : tables[top];
  return table === undefined ? Object.keys(topKeys) : table.map(({ key }) => key);
}

function rule({ keyword, params }: Problem, value: Located): string {
  switch (keyword) {
    case 'required':
      return `${params.missingProperty} is missing`;
    case 'minItems':
      return 'the list is empty';
    case 'pattern':
      return `${found(value)}: expected ${String(params.pattern).includes('true') ? 'true or false' : 'the name of an environment variable'}`;
    default:
      return `expected ${[params.type].flat().map(kindName).filter(unique).join(' or ')}, found ${found(value)}`;
  }
}

function unique(name: string, at: number, names: readonly string[]): boolean {
  return names.indexOf(name) === at;
}

/** The words of YAML; every scalar is read as text. */
function kindName(type: unknown): string {
  if (type === 'array') return 'a list';
  return type === 'object' ? 'a map' : 'text';
}

function found(value: Located): string {
  if (value.kind === 'text') return shown(value.text);
  return value.kind === 'list' ? 'a list' : 'a map';
}
