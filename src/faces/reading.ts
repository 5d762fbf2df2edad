import type { Command, Input } from './input.ts';
import { type InputName, inputOf, inputs, type NameOf } from './inputs.ts';
import { plain } from './plain.ts';
import { shown } from './shown.ts';
import type { Gathered, Given, Values } from './values.ts';

/** Notes what is wrong with the value at hand; without `why`, that it has not the format of the table. */
export type Wrong = (why?: string) => undefined;

/** A text as a `T`, or `undefined` after a word to `wrong`. */
export type Parse<T> = (text: string, wrong: Wrong) => T | undefined;

/** Turns texts into values, and collects everything that is wrong on the way instead of stopping at it. */
export interface Reading {
  readonly problems: readonly string[];
  /** As they were given, without defaults. */
  readonly given: Values;
  /** Reads these values instead; what is wrong with them is among the problems of this reading. */
  of(values: Values): Reading;
  /** What was given, else the default; `undefined` when there is neither, or it is wrong. */
  text<T>(name: NameOf<'text'>, parse: Parse<T>): T | undefined;
  /** The members that are right, in order. */
  list<T>(name: NameOf<'list'>, parse: Parse<T>): readonly T[];
  boolean(name: NameOf<'boolean'>): boolean;
  secret(name: NameOf<'secret'>): string | undefined;
  /** For what shows only when inputs are seen together, or later. */
  wrong(name: InputName, text: string | undefined, why: string): undefined;
  /** For what is no input of the table. */
  problem(message: string): undefined;
}

/**
 * Reads the inputs of one command; of an unknown one, `undefined`, nothing is required.
 * @param spell how the user would write an input that is missing: `--root`
 */
export function readingOf(
  { values, problems: found }: Gathered,
  command: Command | undefined,
  spell: (input: Input) => string,
): Reading {
  const missing = inputs
    .filter((input) => isMissing(input, command, values))
    .map((input) => `${spell(input)} is required: expected ${plain(input.format ?? '')}`);
  return readingInto([...found, ...missing], values, spell);
}

function isMissing(
  { name, requiredBy, requiredWithout }: Input,
  command: Command | undefined,
  values: Values,
): boolean {
  const given = [...values.keys()].map(String);
  if (command === undefined || given.includes(name)) return false;
  const { command: only, input = '' } = requiredWithout ?? {};
  return requiredBy?.includes(command) === true || (only === command && !given.includes(input));
}

function readingInto(problems: string[], values: Values, spell: (input: Input) => string): Reading {
  /** Once: an input may be read for several purposes. */
  function note(problem: string): void {
    if (!problems.includes(problem)) problems.push(problem);
  }

  function givenOf(name: InputName): Given {
    const input = inputOf(name);
    const texts = input.default === undefined ? [] : [input.default];
    return values.get(name) ?? { as: spell(input), texts };
  }

  function parseAll<T>(name: InputName, parse: Parse<T>): readonly T[] {
    const { as, texts, members } = givenOf(name);
    return texts.flatMap((text, at) => {
      const wrong: Wrong = (why = `expected ${plain(inputOf(name).format ?? '')}`) => {
        note(`${members?.[at] ?? as} ${shown(text)}: ${why}`);
      };
      const value = parse(text, wrong);
      return value === undefined ? [] : [value];
    });
  }

  return {
    problems,
    given: values,
    of: (others) => readingInto(problems, others, spell),
    text: (name, parse) => parseAll(name, parse)[0],
    list: parseAll,
    boolean: (name) => parseAll(name, parseBoolean)[0] ?? false,
    secret: (name) => values.get(name)?.texts[0],
    wrong: (name, text, why) => {
      const { as, texts, members } = givenOf(name);
      const member = text === undefined ? undefined : members?.[texts.indexOf(text)];
      const value = text === undefined ? '' : ` ${shown(text)}`;
      note(`${member ?? as}${value}: ${why}`);
    },
    problem: (message) => {
      note(message);
    },
  };
}

/** The words of the YAML 1.2 core schema, and no others: `yes` and `1` mean different things to different tools. */
function parseBoolean(text: string, wrong: Wrong): boolean | undefined {
  if (/^(true|True|TRUE)$/.test(text)) return true;
  return /^(false|False|FALSE)$/.test(text) ? false : wrong('expected true or false');
}

/** A reader that has no more to say of a wrong text than its format. */
export function orWrong<T>(parse: (text: string) => T | undefined): Parse<T> {
  return (text, wrong) => parse(text) ?? wrong();
}
