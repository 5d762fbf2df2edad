import { describe, expect, test } from 'vitest';
import { lineReporter } from '../../../src/faces/line-reporter.ts';

function recording(columns: number | undefined, quiet = false) {
  let [written, time] = ['', 0];
  const output = {
    write: (text: string) => {
      written += text;
    },
    columns,
    now: () => time,
  };
  return {
    reporter: lineReporter(output, { quiet }),
    written: () => written,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

const mebibyte = 1024 * 1024;

test('the story is told in groups', () => {
  const { reporter, written } = recording(undefined);
  reporter.group('Images');
  reporter.info('one');
  reporter.warning('two');
  reporter.error('three');
  expect(written()).toBe('Images\n  one\nwarning: two\nerror: three\n');
});

test('quiet leaves warnings and errors', () => {
  const { reporter, written } = recording(80, true);
  reporter.group('Images');
  reporter.info('one');
  reporter.transfer('image', 10)(10);
  reporter.warning('two');
  reporter.error('three');
  expect(written()).toBe('warning: two\nerror: three\n');
});

test('a warning is given once, though the plan and the report have it', () => {
  const { reporter, written } = recording(undefined);
  for (const text of ['one', 'two', 'one']) reporter.warning(text);
  expect(written()).toBe('warning: one\nwarning: two\n');
});

test('control characters of others do not reach the terminal', () => {
  const { reporter, written } = recording(80);
  reporter.info('a\u001b[2Jb\rc\u009b');
  expect(written()).toBe('  a\ufffd[2Jb\ufffdc\ufffd\n');
});

describe('a transfer', () => {
  test('that takes an instant has no rate', () => {
    const { reporter, written, pass } = recording(undefined);
    const passed = reporter.transfer('image', mebibyte);
    pass(2);
    passed(mebibyte);
    expect(written()).toBe('  image: 1.0 MiB\n');
  });

  test('says something every five seconds in a log, and at its end', () => {
    const { reporter, written, pass } = recording(undefined);
    const passed = reporter.transfer('image', 12 * mebibyte);
    for (let second = 1; second <= 12; second++) {
      pass(1000);
      passed(mebibyte);
    }
    expect(written()).toBe(
      [
        '  image: 5.0 MiB of 12.0 MiB (41 %), 1.0 MiB/s',
        '  image: 10.0 MiB of 12.0 MiB (83 %), 1.0 MiB/s',
        '  image: 12.0 MiB, 1.0 MiB/s',
        '',
      ].join('\n'),
    );
  });

  test('writes one line over and over on a terminal, ten times a second at most', () => {
    const { reporter, written, pass } = recording(30);
    const passed = reporter.transfer('image', 4000);
    for (let step = 0; step < 4; step++) {
      pass(60);
      passed(1000);
    }
    expect(written()).toBe(
      '\r\u001b[K  image: 2.0 KiB of 3.9 KiB (\r\u001b[K  image: 3.9 KiB, 16.3 KiB/s\n',
    );
  });

  test('makes way for what else is said', () => {
    const { reporter, written, pass } = recording(80);
    pass(1);
    const passed = reporter.transfer('image', 4000);
    pass(200);
    passed(1);
    reporter.warning('look');
    const clear = '\r\u001b[K';
    const progress = '  image: 1 B of 3.9 KiB (0 %), 5 B/s';
    expect(written()).toBe(`${clear}${progress}${clear}warning: look\n`);
  });

  test('of nothing ends at once', () => {
    const { reporter, written } = recording(undefined);
    reporter.transfer('empty', 0)(0);
    expect(written()).toBe('  empty: 0 B\n');
  });
});
