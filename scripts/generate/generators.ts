import type { Generator } from './generator.ts';
import { validators } from './validators.ts';

/** Every generated file of the project. */
export const generators: readonly Generator[] = [...validators];
