import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { sabotage } from './prove/sabotage.ts';

// Run as node_modules/.cache/scripts/prove.mjs.
const project = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const { values, positionals } = parseArgs({
  options: { sabotage: { type: 'boolean', default: false } },
  allowPositionals: true,
});

if (values.sabotage) {
  process.exitCode = (await sabotage(project, positionals)) ? 0 : 1;
} else {
  const vitest = join(project, 'node_modules/vitest/vitest.mjs');
  const words = ['run', '--config', 'test/prove/vitest.config.ts', ...positionals];
  const { status } = spawnSync(process.execPath, [vitest, ...words], {
    cwd: project,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
