import { actionMetadata } from './action-metadata.ts';
import type { Generator } from './generator.ts';
import { readme } from './readme.ts';
import { rulesPage } from './rules-page.ts';
import { validators } from './validators.ts';

/** Every generated file of the project. */
export const generators: readonly Generator[] = [...validators, actionMetadata, readme, rulesPage];
