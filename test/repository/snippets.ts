import { parseAllDocuments } from 'yaml';

/**
 * - `workflow`: a whole workflow of GitHub.
 * - `steps`: some steps of one, as a list.
 * - `gitlab`: see {@link isGitLab}.
 * - `images`: an images file of ours.
 */
export type SnippetKind = 'workflow' | 'steps' | 'gitlab' | 'images';

/** A block of YAML in a page. */
export interface Snippet {
  /** `docs/github.md:12`: the line that the text begins in. */
  readonly place: string;
  readonly text: string;
  /** `undefined` for what nobody recognises. */
  readonly kind: SnippetKind | undefined;
}

/** Every block of a page that is fenced as YAML. */
export function snippetsIn(page: string, markdown: string): readonly Snippet[] {
  return [...markdown.matchAll(/^```ya?ml\b[^\n]*\n(.*?)^```$/gms)].map((block) => {
    const line = markdown.slice(0, block.index).split('\n').length + 1;
    const text = block[1] ?? '';
    return { place: `${page}:${line}`, text, kind: kindOf(text) };
  });
}

export function kindOf(text: string): SnippetKind | undefined {
  const documents = parseAllDocuments(text);
  if (documents.some(({ errors }) => errors.length > 0)) return undefined;
  const [value]: unknown[] = documents.map((document) => document.toJS());
  if (Array.isArray(value)) return value.every(isStep) ? 'steps' : undefined;
  if (!isMap(value)) return undefined;
  if ('on' in value && 'jobs' in value) return 'workflow';
  if ('on' in value || 'jobs' in value) return undefined;
  if (Array.isArray(value.images)) return 'images';
  return isGitLab(value) ? 'gitlab' : undefined;
}

/** What may be in an entry of `include`, and what a job of GitLab has that nothing at the top of a workflow has. */
const includes = ['component', 'local', 'project', 'remote', 'template'];
const ofJobs = ['artifacts', 'environment', 'rules', 'script', 'stage'];

/**
 * GitLab's YAML is known by an `include` of the kinds it has, or by jobs at the top: maps with a `script`, `rules`,
 * `artifacts`, … in them. Whatever else is at the top must be `stages`, or be like that too.
 */
function isGitLab(value: Readonly<Record<string, unknown>>): boolean {
  const { include, stages, ...jobs } = value;
  const included = Array.isArray(include) && include.every((entry) => hasOne(entry, includes));
  const jobsOnly = Object.values(jobs).every((job) => hasOne(job, ofJobs));
  return jobsOnly && (include === undefined ? Object.keys(jobs).length > 0 : included);
}

function isStep(value: unknown): boolean {
  return isMap(value) && ('uses' in value || 'run' in value);
}

function hasOne(value: unknown, keys: readonly string[]): boolean {
  return isMap(value) && keys.some((key) => key in value);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
