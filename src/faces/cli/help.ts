import {
  type Command,
  commandSummaries,
  commands,
  fileVariableOf,
  flagOf,
  type Input,
  isFlag,
  isWord,
  variableOf,
} from '../input.ts';
import { inputsOf } from '../inputs.ts';
import { plain } from '../plain.ts';

const width = 78;
const longest = Math.max(...commands.map(({ length }) => length));

/** The text of `--help` for one command, made from the table of inputs. */
export function helpOf(command: Command): string {
  const inputs = inputsOf(command);
  const required = inputs.filter(
    ({ requiredBy, requiredWithout }) =>
      requiredBy?.includes(command) || requiredWithout?.command === command,
  );
  const words = inputs.filter(({ wordOf }) => wordOf?.includes(command));
  const usage = [
    ...words.map((input) => usageOfWord(input, required.includes(input))),
    ...required
      .filter((input) => !words.includes(input))
      .map((input) => `${flagOf(input)} ${input.placeholder}`),
  ];
  const secrets = inputs.filter((input) => input.kind === 'secret');
  const lines = [
    `Usage: ${['simplestreams', command, ...usage, '[FLAG]…'].join(' ')}`,
    '',
    ...commands.map((name) => `  ${name.padEnd(longest)} ${commandSummaries[name]}`),
    '',
    `Flags of ${command}:`,
    ...inputs.filter(isFlag).flatMap((input) => entry(flagWithValue(input), input, command)),
    '',
    'Variables that are no flags, for others on the machine can read the command line:',
    ...secrets.flatMap((input) =>
      entry(`${variableOf(input)}, ${fileVariableOf(input)}`, input, command),
    ),
    '',
    ...wrap(
      'A flag can also be given as a variable: --public-url as SIMPLESTREAMS_PUBLIC_URL, a list in lines. The flag wins. ' +
        'A variable that ends in _FILE holds the path of a file with the value.',
      '',
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function usageOfWord({ kind, placeholder }: Input, required: boolean): string {
  const word = `${placeholder}${kind === 'list' ? '…' : ''}`;
  return required ? word : `[${word}]`;
}

function flagWithValue(input: Input): string {
  const value = input.kind === 'boolean' ? '' : ` ${input.placeholder}`;
  return `${flagOf(input)}${value}${input.kind === 'list' ? ' …' : ''}`;
}

function entry(title: string, input: Input, command: Command): readonly string[] {
  const format = input.format === undefined ? '' : ` Format: ${input.format}.`;
  return [
    `  ${title}`,
    ...wrap(plain(`${input.description}${format}${otherwise(input, command)}`), '      '),
  ];
}

function otherwise(input: Input, command: Command): string {
  if (input.requiredBy?.includes(command)) return ' Required.';
  if (input.requiredWithout?.command === command) {
    return ` Required, unless --${input.requiredWithout.input} is given.`;
  }
  if (isWord(input) || input.kind === 'boolean') return '';
  return ` Default: ${input.default ?? input.otherwise}.`;
}

function wrap(text: string, indent: string): readonly string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && indent.length + longer.length > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => `${indent}${line}`);
}
