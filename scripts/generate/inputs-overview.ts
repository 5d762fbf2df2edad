import { commandSummaries, commands } from '../../src/faces/input.ts';
import { type InputName, inputs } from '../../src/faces/inputs.ts';
import { inputsPage, tableRow } from './inputs-page.ts';

/** What most runs are given. */
const essential: readonly InputName[] = [
  'command',
  'root',
  'for',
  'files',
  'images',
  'serial',
  'keep',
  'public-url',
  'signing-key',
  'signing-key-passphrase',
  'trusted-keys',
  'dry-run',
];

/** The commands and the inputs that most runs are given; all of them have a page of their own. */
export function inputsOverview(): string {
  return [commandsTable(), essentialTable()].join('\n\n');
}

function commandsTable(): string {
  const rows = commands.map((command) =>
    tableRow([`[\`${command}\`](${inputsPage.path}#${command})`, commandSummaries[command]]),
  );
  return ['| Command | What it does |', '| --- | --- |', ...rows].join('\n');
}

function essentialTable(): string {
  const rows = inputs
    .filter(({ name }) => essential.some((other) => other === name))
    .map(({ name, kind, description }) =>
      tableRow([`\`${name}\`${kind === 'list' ? ' (list)' : ''}`, description]),
    );
  return ['| Input | What it is |', '| --- | --- |', ...rows].join('\n');
}
