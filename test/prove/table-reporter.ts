import type { Reporter, TestCase, TestModule } from 'vitest/node';

interface Row {
  readonly scenario: string;
  readonly cases: string;
  readonly failures: string;
  readonly seconds: string;
  readonly note: string;
}

const heading: Row = {
  scenario: 'scenario',
  cases: 'cases',
  failures: 'failures',
  seconds: 'seconds',
  note: '',
};

/** Prints one line for each scenario at the end: cases tried, failures, seconds. */
export function tableReporter(): Reporter {
  return {
    onTestRunEnd: (modules) => {
      const rows = [...modules].flatMap(rowsOf);
      console.log(`\n${table([heading, ...rows])}\n`);
    },
  };
}

function rowsOf(module: TestModule): readonly Row[] {
  return [...module.children.allTests()].map(rowOf);
}

function rowOf(test: TestCase): Row {
  const { state } = test.result();
  const { proved, skipped } = test.meta();
  return {
    scenario: test.fullName,
    cases: state === 'skipped' ? '-' : String(proved?.cases ?? 1),
    failures: state === 'failed' ? '1' : '0',
    seconds: ((test.diagnostic()?.duration ?? 0) / 1000).toFixed(1),
    note: proved?.note ?? (state === 'skipped' ? `skipped: ${skipped ?? ''}` : ''),
  };
}

function table(rows: readonly Row[]): string {
  const width = (name: keyof Row) => Math.max(...rows.map((row) => row[name].length));
  const [scenario, cases, seconds] = [width('scenario'), width('cases'), width('seconds')];
  return rows
    .map((row) =>
      [
        row.scenario.padEnd(scenario),
        row.cases.padStart(cases),
        row.failures.padStart('failures'.length),
        row.seconds.padStart(seconds),
        row.note,
      ]
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
