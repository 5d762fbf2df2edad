import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../environment.ts';
import type { Wrong } from '../reading.ts';

/** File names and what is in them. */
export type Texts = Readonly<Record<string, string>>;

/** The characters that GitHub refuses in the name of an artifact. */
const refused = /["*/:<>?\\|\p{Cc}]/u;

/** The name of an artifact. */
export function parseArtifactName(text: string, wrong: Wrong): string | undefined {
  return text.length <= 128 && !refused.test(text) ? text : wrong();
}

/**
 * Uploads the texts as one artifact of the workflow run. The client is 3 MB of code, and loaded only where there is
 * a service for it.
 * @throws Error where there is none, or it refuses
 */
export async function uploadTexts(
  name: string,
  texts: Texts,
  environment: Environment,
): Promise<void> {
  const missing = whyNoService(environment);
  if (missing !== undefined) throw new Error(missing);
  const folder = await mkdtemp(join(environment.RUNNER_TEMP || tmpdir(), 'simplestreams-'));
  try {
    const files = Object.keys(texts).map((file) => join(folder, file));
    for (const [file, text] of Object.entries(texts)) await writeFile(join(folder, file), text);
    const { DefaultArtifactClient } = await import('@actions/artifact');
    await new DefaultArtifactClient().uploadArtifact(name, files, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What `@actions/artifact` would find out too, and then tell as an outage of GitHub. */
function whyNoService(environment: Environment): string | undefined {
  const { GITHUB_SERVER_URL: server = 'https://github.com' } = environment;
  const { hostname } = new URL(URL.canParse(server) ? server : 'https://github.com');
  if (!/(^github\.com|\.ghe\.com|\.localhost)$/i.test(hostname)) {
    return `${server} has no service for artifacts of this kind; write the report to a file with the input report, and upload that with the action that there is for it`;
  }
  const unset = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'].filter(
    (variable) => (environment[variable] ?? '') === '',
  );
  return unset.length === 0
    ? undefined
    : `this runner has no service for artifacts: ${unset.join(' and ')} not set`;
}
