import { architectures, parseArch } from '../arch.ts';
import { InputError } from '../error.ts';
import type { GivenTags } from './given-tags.ts';

/** The tags that no file tells, where there is no metadata tarball. */
export interface RequiredTags {
  readonly os: string;
  readonly release: string;
  readonly version: string;
  readonly arch: string;
}

/** A tag is also a directory of the image's path, and file systems end at 255 bytes. */
const longestTag = 100;

/** What is wrong with the length of tags, one problem each. */
export function overlongTags(
  tags: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return Object.entries(tags).flatMap(([tag, value = '']) =>
    value.length > longestTag
      ? [
          `${tag} has ${value.length} characters (${value.slice(0, 20)}…), and ${longestTag} are the most; give the input ${tag}`,
        ]
      : [],
  );
}

/**
 * @param consumer whose documents lack something without them
 * @param problems what is wrong already
 * @throws InputError INPUT_INVALID naming every one that is missing
 */
export function requireTags(
  given: GivenTags,
  consumer: string,
  problems: readonly string[],
): RequiredTags {
  const { os, release, osVersion: version } = given;
  const arch = given.arch === undefined ? undefined : parseArch(given.arch);
  const missing = Object.entries({ os, release, 'os-version': version, arch })
    .filter(([, value]) => value === undefined)
    .map(([tag]) => {
      const form = tag === 'arch' ? `: one of ${architectures.join(', ')}` : '';
      return `the input ${tag} is required for ${consumer}: no file of the image tells it${form}`;
    });
  const all = [...problems, ...missing, ...overlongTags({ os, release, 'os-version': version })];
  if (
    all.length > 0 ||
    os === undefined ||
    release === undefined ||
    version === undefined ||
    arch === undefined
  ) {
    throw new InputError('INPUT_INVALID', all);
  }
  return { os, release, version, arch };
}
