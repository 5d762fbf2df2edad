import type { ImageMetadata } from './facts.ts';

/** 31 December 9999: a serial has four digits for the year. */
const lastSecond = 253_402_300_799;

const mostCharacters = 255;
const mostOfDescription = 4096;

/** The keys looked at, of the file and of its `properties`. */
interface Mapping {
  readonly architecture?: unknown;
  readonly creation_date?: unknown;
  readonly properties?: unknown;
  readonly os?: unknown;
  readonly release?: unknown;
  readonly variant?: unknown;
  readonly description?: unknown;
}

/**
 * Parses `metadata.yaml`. Scalars are expected as the text that stands in the file, so that a release of `3.20` does
 * not become 3.2; integers are taken too.
 * Rules: LXD and Incus image format document, "Metadata": `architecture` and `creation_date` are mandatory. Both
 * programs refuse a creation date of 0 (`getImageMetadata`).
 */
export function parseImageMetadata(
  value: unknown,
): { readonly metadata: ImageMetadata } | { readonly problems: readonly string[] } {
  if (!isMapping(value)) return { problems: ['is not a mapping of keys to values'] };
  const problems: string[] = [];
  const report = (problem: string) => void problems.push(problem);
  const properties = parseProperties(value.properties, report);
  const { os, release, variant, description } = properties;
  const architecture = mandatoryLine(value.architecture, 'architecture', report);
  const creationDate = parseCreationDate(value.creation_date, report);
  const metadata = {
    os: optionalLine(os, 'properties.os', mostCharacters, report),
    release: optionalLine(release, 'properties.release', mostCharacters, report),
    variant: optionalLine(variant, 'properties.variant', mostCharacters, report),
    description: optionalLine(
      foldBlanks(description),
      'properties.description',
      mostOfDescription,
      report,
    ),
  };
  if (architecture === undefined || creationDate === undefined || problems.length > 0) {
    return { problems };
  }
  return { metadata: { architecture, creationDate, ...metadata } };
}

type Report = (problem: string) => void;

function parseProperties(value: unknown, report: Report): Mapping {
  if (value === undefined || value === null || value === '') return {};
  if (!isMapping(value)) {
    report('properties is not a mapping of names to texts');
    return {};
  }
  for (const [name, content] of Object.entries(value)) {
    if (textOf(content) === undefined) report(`properties.${name} is not a text`);
  }
  return value;
}

function parseCreationDate(value: unknown, report: Report): number | undefined {
  const text = textOf(value)?.trim();
  if (text === undefined || text === '') {
    report('creation_date is missing; expected seconds since 1970 (`date +%s`)');
    return undefined;
  }
  const seconds = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (seconds >= 1 && seconds <= lastSecond) return seconds;
  const hint = seconds > lastSecond ? '; is it in milliseconds?' : '';
  report(
    `creation_date is ${quote(text)}; expected whole seconds since 1970 (\`date +%s\`)${hint}`,
  );
  return undefined;
}

function mandatoryLine(value: unknown, name: string, report: Report): string | undefined {
  if (value === undefined || textOf(value)?.trim() === '') {
    report(`${name} is missing; expected the kernel's name for it, such as x86_64 or aarch64`);
    return undefined;
  }
  if (textOf(value) === undefined) report(`${name} is not a text`);
  return optionalLine(value, name, mostCharacters, report);
}

/** One line of text without blanks around it; `undefined` when it is absent, empty, or reported. */
function optionalLine(
  value: unknown,
  name: string,
  most: number,
  report: Report,
): string | undefined {
  const text = textOf(value)?.trim();
  if (text === undefined || text === '') return undefined;
  if (text.length > most) report(`${name} has ${text.length} characters; expected ${most} at most`);
  else if (/\p{Cc}/u.test(text)) report(`${name} is ${quote(text)}; expected one line of text`);
  else return text;
  return undefined;
}

function foldBlanks(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll(/\s+/g, ' ') : value;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
