import { expect, test } from 'vitest';
import { checkSummary } from '../../../src/faces/github/check-summary.ts';
import { ignored, reportOf, unsigned } from './support/findings.ts';

const project = 'https://github.com/example/simplestreams-action/blob/v1';

test('the summary has a row for each finding, with a link where the project is known', () => {
  const text = checkSummary(reportOf([ignored, unsigned]), project);
  expect(text).toMatch(/^### Found 1 error, 1 note in <code>\/srv\/images<\/code>\n/);
  expect(text).toContain('For MAAS 2.9 to 3.8');
  const rows = text.split('\n').filter((line) => line.startsWith('| [MAAS-'));
  expect(rows).toHaveLength(2);
  expect(rows[0]).toContain(`| [MAAS-001](${project}/docs/rules.md#maas-001) | error |`);
  for (const row of rows) expect(row.split('|')).toHaveLength(7);
});

test('nothing of a document is Markdown or HTML in the summary', () => {
  const place = { document: 'bases', product: '<img src=x>|`*\n# heading' };
  const message = 'a|b <script> [link](x)\n| row |';
  const text = checkSummary(reportOf([{ ...ignored, place, message }]), undefined);
  expect(text).not.toMatch(/<img|<script|\[link\]|^# |^\| row/m);
  expect(text.split('\n').filter((line) => line.startsWith('| MAAS-001'))).toHaveLength(1);
});

test('a great many findings do not burst the summary', () => {
  const findings = Array.from({ length: 5000 }, (_, n) => ({
    ...ignored,
    place: { document: 'bases', product: `product ${n}` },
  }));
  const text = checkSummary(reportOf(findings), undefined);
  expect(text.length).toBeLessThan(1024 * 1024);
  expect(text).toContain('… and 4800 more, in the output `report`');
});

test('a root in order has no table', () => {
  const text = checkSummary(reportOf([]), undefined);
  expect(text).toMatch(/^### Found nothing in /);
  expect(text).not.toContain('| --- |');
});
