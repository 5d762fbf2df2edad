import type { Figure, Skipped } from '../figure.ts';
import type { Scene } from '../support/scene.ts';

export interface Findings {
  readonly figures: readonly Figure[];
  readonly skipped?: readonly Skipped[];
}

export interface Suite {
  readonly name: string;
  /** Short, and of ratios that hold on any machine: what `--check` runs. */
  readonly inCheck: boolean;
  run(scene: Scene): Promise<Findings>;
}
