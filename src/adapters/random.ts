import { randomBytes } from 'node:crypto';
import type { Random } from '../ports.ts';

/** Ids that nobody can foresee; fractions that only spread waiting times. */
export function systemRandom(): Random {
  return {
    id: () => randomBytes(16).toString('hex'),
    fraction: () => Math.random(),
  };
}
