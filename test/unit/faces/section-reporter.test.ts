import { expect, test } from 'vitest';
import { sectionReporter } from '../../../src/faces/cli/section-reporter.ts';

function reporting(quiet: boolean) {
  const written: string[] = [];
  const output = { write: (text: string) => written.push(text), columns: undefined, now: () => 0 };
  let seconds = 1000;
  const reporter = sectionReporter(output, { quiet }, () => {
    seconds += 0.7;
    return seconds;
  });
  return { reporter, text: () => written.join('') };
}

test('a group is a section, which ends where the next one begins', () => {
  const { reporter, text } = reporting(false);
  reporter.group('Images');
  reporter.info('two');
  reporter.group('Root');
  reporter.end();
  reporter.end();
  expect(text()).toBe(
    [
      '\u001b[0Ksection_start:1000:simplestreams_images\r\u001b[0KImages\n',
      '  two\n',
      '\u001b[0Ksection_end:1001:simplestreams_images\r\u001b[0K\n',
      '\u001b[0Ksection_start:1002:simplestreams_root\r\u001b[0KRoot\n',
      '\u001b[0Ksection_end:1002:simplestreams_root\r\u001b[0K\n',
    ].join(''),
  );
});

test('quiet has no sections', () => {
  const { reporter, text } = reporting(true);
  reporter.group('Images');
  reporter.warning('careful');
  reporter.end();
  expect(text()).toBe('warning: careful\n');
});
