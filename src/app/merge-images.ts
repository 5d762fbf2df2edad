import type { GivenTags } from '../core/consumers/given-tags.ts';
import { InputError } from '../core/error.ts';
import { serialOf } from '../core/serial.ts';
import type { StagedFile, StagedImage } from '../core/staging-record.ts';
import { planOf } from './image.ts';
import type { PublishRequest } from './publication.ts';

/**
 * Joins what different jobs staged for one version: a container from one, a virtual machine from another.
 * @throws InputError naming what two jobs say differently
 */
export function mergeImages(
  request: PublishRequest,
  staged: readonly StagedImage[],
  now: Date,
): readonly StagedImage[] {
  const groups = new Map<string, StagedImage>();
  const problems: string[] = [];
  for (const image of staged) {
    const plan = planOf(image, request, image.files);
    const serial = image.serial ?? serialOf(plan.created ?? now);
    const key = JSON.stringify([plan.contentId, plan.product, serial]);
    const first = groups.get(key);
    groups.set(key, first === undefined ? image : join(first, image, problems));
  }
  if (problems.length > 0) throw new InputError('INPUT_INVALID', problems);
  return [...groups.values()];
}

function join(a: StagedImage, b: StagedImage, problems: string[]): StagedImage {
  const differ = (what: string, first: unknown, second: unknown) => {
    problems.push(
      `${a.name} and ${b.name} stage one version, and say ${what} ${JSON.stringify(first)} and ${JSON.stringify(second)}; give both the same`,
    );
  };
  return {
    ...a,
    name: `${a.name} and ${b.name}`,
    serial: a.serial ?? b.serial,
    tags: joinTags(a.tags, b.tags, differ),
    files: [...a.files, ...b.files.filter((file) => !a.files.some((other) => isSame(file, other)))],
  };
}

function isSame(a: StagedFile, b: StagedFile): boolean {
  return a.sha256 === b.sha256;
}

type Differ = (what: string, first: unknown, second: unknown) => void;

function joinTags(a: GivenTags, b: GivenTags, differ: Differ): GivenTags {
  const one = (tag: Exclude<keyof GivenTags, 'aliases' | 'requirements' | 'further'>) => {
    if (a[tag] !== undefined && b[tag] !== undefined && a[tag] !== b[tag])
      differ(tag, a[tag], b[tag]);
    return a[tag] ?? b[tag];
  };
  return {
    os: one('os'),
    release: one('release'),
    releaseTitle: one('releaseTitle'),
    osVersion: one('osVersion'),
    arch: one('arch'),
    variant: one('variant'),
    label: one('label'),
    subarch: one('subarch'),
    aliases: [...new Set([...a.aliases, ...b.aliases])],
    requirements: joinTexts(a.requirements, b.requirements, differ),
    further: joinTexts(a.further, b.further, differ),
  };
}

type Texts = Readonly<Record<string, string>>;

function joinTexts(a: Texts, b: Texts, differ: Differ): Texts {
  for (const [key, value] of Object.entries(a)) {
    if (b[key] !== undefined && b[key] !== value) differ(key, value, b[key]);
  }
  return { ...b, ...a };
}
