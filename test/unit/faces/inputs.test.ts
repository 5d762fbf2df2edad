import { describe, expect, test } from 'vitest';
import { helpOf } from '../../../src/faces/cli/help.ts';
import { commands, isFlag } from '../../../src/faces/input.ts';
import { inputs, inputsOf } from '../../../src/faces/inputs.ts';

describe('the table of inputs', () => {
  test('names each input once, in kebab-case', () => {
    const names = inputs.map((input) => input.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test.each(inputs.map((input) => [input.name, input] as const))(
    'says of %s what it is, how it is written, and what holds without it',
    (_, input) => {
      expect(input.description).toMatch(/\.$/);
      if (input.kind !== 'boolean') expect(input.format).toBeTruthy();
      const required = input.commands.every((command) => input.requiredBy?.includes(command));
      const without = input.default ?? input.otherwise;
      const isSwitch = input.flagOnly === true && input.kind === 'boolean';
      expect(without !== undefined).toBe(!required && !isSwitch);
    },
  );
});

describe.each(commands)('the help of %s', (command) => {
  const help = helpOf(command);

  test('has every flag of the command, and no other', () => {
    const shown = [...help.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name);
    expect(shown).toEqual(
      inputsOf(command)
        .filter(isFlag)
        .map((input) => input.name),
    );
  });

  test('fits a terminal of 80 columns where it is prose', () => {
    for (const line of help.split('\n').filter((text) => text.startsWith('      '))) {
      expect(line.length).toBeLessThanOrEqual(80);
    }
  });
});
