import { InputError } from '../../core/error.ts';

/** Runs `work` on the file at `path`; problems it finds are clauses without a subject, which the path becomes. */
export async function naming<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const problems = error.problems.map((problem) => `${path} ${problem}`);
    throw new InputError(error.code, problems, { cause: error.cause ?? error });
  }
}
