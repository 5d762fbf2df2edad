// Reads a report of vitest's JSON reporter. Prints `passed failed skipped`; names what failed and what was skipped on stderr.
import { readFileSync } from 'node:fs';

const { testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const count = { passed: 0, failed: 0, skipped: 0 };

for (const file of testResults) {
  for (const test of file.assertionResults) {
    const outcome = test.status === 'passed' || test.status === 'failed' ? test.status : 'skipped';
    count[outcome] += 1;
    const reason = test.meta.skipped ?? 'the test skips itself';
    if (outcome === 'skipped')
      process.stderr.write(`skipped: ${test.fullName.trim()}: ${reason}\n`);
    if (outcome === 'failed') process.stderr.write(`failed: ${test.fullName.trim()}\n`);
  }
  // A file that could not be loaded, or whose hook failed, has no test to show for it.
  if (
    file.status === 'failed' &&
    file.assertionResults.every(({ status }) => status !== 'failed')
  ) {
    count.failed += 1;
    process.stderr.write(`failed: ${file.name}: ${file.message}\n`);
  }
}

process.stdout.write(`${count.passed} ${count.failed} ${count.skipped}\n`);
