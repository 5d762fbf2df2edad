import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { glob } from 'tinyglobby';
import { type Snippet, snippetsIn } from './snippets.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** The text of a file of the project. */
export function fileText(path: string): Promise<string> {
  return readFile(new URL(path, new URL('../../', import.meta.url)), 'utf8');
}

/** Paths below the project. */
export async function filesLike(pattern: string): Promise<readonly string[]> {
  return (await glob(pattern, { cwd: project, dot: true })).sort();
}

/** The YAML of the README and of all pages. */
export async function documentedSnippets(): Promise<readonly Snippet[]> {
  const pages = ['README.md', 'CONTRIBUTING.md', ...(await filesLike('docs/**/*.md'))];
  const read = await Promise.all(pages.map(async (page) => snippetsIn(page, await fileText(page))));
  return read.flat();
}

/** A workflow, and where it stands. */
export interface Workflow {
  readonly place: string;
  readonly text: string;
}

/** A list of steps, as a workflow: nothing is added but what a list of steps lacks. */
export function withSteps({ place, text }: Snippet): Workflow {
  const steps = text.replaceAll(/^(?=.)/gm, '      ');
  return {
    place,
    text: `on: push\npermissions: {}\njobs:\n  job:\n    runs-on: ubuntu-24.04\n    steps:\n${steps}`,
  };
}

export async function documentedWorkflows(): Promise<readonly Workflow[]> {
  return (await documentedSnippets()).flatMap((snippet): Workflow[] => {
    if (snippet.kind === 'workflow') return [snippet];
    return snippet.kind === 'steps' ? [withSteps(snippet)] : [];
  });
}

export async function workflowFiles(folder: string): Promise<readonly Workflow[]> {
  const paths = await filesLike(`${folder}/*.{yml,yaml}`);
  return Promise.all(paths.map(async (path) => ({ place: path, text: await fileText(path) })));
}
