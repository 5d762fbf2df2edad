import { type Figure, median } from '../figure.ts';
import { measure } from '../support/process.ts';
import { benchBucket } from '../support/s3.ts';
import type { Findings, Suite } from './suite.ts';

interface Told {
  readonly seconds: number;
  readonly committed: number;
  readonly behind: number;
  readonly writes: number;
  readonly reads: number;
}

/** Publishers that all want to replace the same head. */
export const contention: Suite = {
  name: 'contention',
  inCheck: false,
  async run({ folder: cwd, child, keyFile, env: base, runs, quick }): Promise<Findings> {
    const s3 = benchBucket();
    if (s3 === undefined) {
      const why = 'no server: set S3_ENDPOINT, S3_BUCKET, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY';
      return { figures: [], skipped: [{ name: 'contention', why }] };
    }
    const env = { ...base, ...s3.variables };
    const prefix = `bench-${process.pid}-contention`;
    const at = async (count: number): Promise<Told> => {
      await s3.empty(prefix);
      const words = [child('contention'), prefix, keyFile, String(count)];
      const { stdout } = await measure([process.execPath, ...words], { cwd, env });
      const told: Told = JSON.parse(stdout);
      if (told.committed !== count || told.behind > 0) {
        throw new Error(`${count} publishers: ${stdout}`);
      }
      return told;
    };
    const figures: Figure[] = [];
    let alone = 0;
    for (const count of quick ? [1, 4, 16] : [1, 4, 16, 64]) {
      const told: Told[] = [];
      for (let n = 0; n < (count > 16 ? 3 : runs); n++) told.push(await at(count));
      const seconds = median(told.map((each) => each.seconds));
      const perCommit = (what: 'writes' | 'reads') =>
        median(told.map((each) => each[what])) / count;
      if (count === 1) alone = seconds;
      const figure = {
        name: `contention ${count}`,
        what: `all commit; ${perCommit('writes').toFixed(1)} writes and ${perCommit('reads').toFixed(1)} reads a commit`,
        ours: `${seconds.toFixed(2)} s`,
      };
      if (count === 1) figures.push({ ...figure, unit: 's', value: seconds });
      else {
        const yardstick = `${count} × the time of one`;
        const theirs = `${(count * alone).toFixed(2)} s`;
        const value = seconds / (count * alone);
        figures.push({ ...figure, yardstick, theirs, unit: '×', value, bound: 2, limit: 3 });
      }
    }
    await s3.empty(prefix);
    return { figures };
  },
};
