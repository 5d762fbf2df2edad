import type { Environment } from '../environment.ts';
import { shown } from '../shown.ts';
import { expansion, variablesScope } from './expand.ts';
import { placeIn } from './file-values.ts';
import { type ImageEntry, readImageEntries } from './image-entries.ts';
import { type At, textsOf, under } from './located.ts';
import { type RootEntry, readRootEntries } from './root-entries.ts';
import { checkSchema } from './schema-problems.ts';
import { parseTree } from './yaml-tree.ts';

/** Which images there are, and which roots they go to; the values are as they were written. */
export interface ImagesFile {
  readonly roots: readonly RootEntry[];
  readonly images: readonly ImageEntry[];
}

/**
 * Reads an images file: YAML by `images-file.schema.json`, its matrices and variables resolved.
 * @param path as the user wrote it; problems begin with it: `simplestreams.yaml:12:5 …`
 * @param environment only the variables that the file lists are looked at
 * @param problem is told everything that is wrong; what could be understood is returned all the same
 */
export async function parseImagesFile(
  text: string,
  path: string,
  environment: Environment,
  problem: (message: string) => void,
): Promise<ImagesFile> {
  const wrong = (at: At, why: string) => void problem(`${placeIn(path, at)} ${why}`);
  const file = await parseTree(text, wrong);
  if (file === undefined) return { roots: [], images: [] };
  checkSchema(file, wrong);
  const variables = variablesScope(textsOf(under(file, 'variables')), environment, wrong);
  const source = { path, wrong, expand: expansion(variables, wrong) };
  const roots = readRootEntries(under(file, 'roots'), source);
  const defaults = under(file, 'defaults');
  const images = readImageEntries(under(file, 'images'), { source, variables, defaults, roots });
  for (const root of roots) {
    if (images.length > 0 && !images.some((image) => image.roots.includes(root))) {
      problem(`${root.place} no image goes to the root ${shown(root.name)}`);
    }
  }
  return { roots, images };
}
