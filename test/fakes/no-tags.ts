import type { GivenTags } from '../../src/core/consumers/given-tags.ts';

/** Tags of which none is given. */
export const noTags: GivenTags = {
  os: undefined,
  release: undefined,
  releaseTitle: undefined,
  osVersion: undefined,
  arch: undefined,
  variant: undefined,
  label: undefined,
  subarch: undefined,
  aliases: [],
  requirements: {},
  further: {},
};
