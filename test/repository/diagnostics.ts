import type { ActionMetadata } from '@actions/languageservice/action';
import { registerLogger } from '@actions/languageservice/log';
import { validate } from '@actions/languageservice/validate';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { fileText } from './pages.ts';

/** What the pages call us: the owner is to be filled in. */
export const ourName = 'simplestreams-action';

const bugs: string[] = [];
// What goes wrong inside is only logged there, and would look like a workflow in order.
registerLogger({
  error: (message) => void bugs.push(message),
  warn: () => undefined,
  info: () => undefined,
  log: () => undefined,
});

let count = 0;

/**
 * What GitHub's own language service finds wrong in a workflow, or in `action.yml`: `line 3: Invalid action input 'buket'`.
 * What is given to our action is compared with our `action.yml`; of other actions nothing is known.
 */
export async function diagnosticsOf(text: string, kind: 'workflow' | 'action'): Promise<string[]> {
  const ours: ActionMetadata = parse(await fileText('action.yml'));
  // It remembers what it has parsed by the name of the file.
  const folder = `file:///${++count}`;
  const uri =
    kind === 'action' ? `${folder}/action.yml` : `${folder}/.github/workflows/workflow.yml`;
  const found = await validate(TextDocument.create(uri, 'yaml', 0, text), {
    actionsMetadataProvider: {
      fetchActionMetadata: async ({ name }) =>
        name === ourName ? ours : { name, description: 'of somebody else' },
    },
  });
  const diagnostics = found.map(({ range, message }) => `line ${range.start.line + 1}: ${message}`);
  return [...diagnostics, ...bugs.splice(0)];
}
