import type { Environment } from '../../../src/faces/environment.ts';
import { type ImagesFile, parseImagesFile } from '../../../src/faces/images-file/images-file.ts';

export interface Parsed extends ImagesFile {
  readonly problems: readonly string[];
}

/** What `streams.yaml` with this text says, and what is wrong with it. */
export async function parsed(text: string, environment: Environment = {}): Promise<Parsed> {
  const problems: string[] = [];
  const file = await parseImagesFile(text, 'streams.yaml', environment, (problem) => {
    problems.push(problem);
  });
  return { ...file, problems };
}

/** The problems of a file that must have some. */
export async function problemsIn(
  text: string,
  environment: Environment = {},
): Promise<readonly string[]> {
  const { problems } = await parsed(text, environment);
  if (problems.length === 0) throw new Error('the file was accepted');
  return problems;
}

/** The images of a file without problems: the values of each by the names of the inputs, lists joined by blanks. */
export async function imagesIn(text: string, environment: Environment = {}) {
  const { images, problems } = await parsed(text, environment);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return images.map(({ name, values }) => ({
    name,
    ...Object.fromEntries([...values].map(([input, { texts }]) => [input, texts.join(' ')])),
  }));
}
