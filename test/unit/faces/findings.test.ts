import { describe, expect, test } from 'vitest';
import { renderFindings } from '../../../src/faces/findings/text.ts';
import { exitCodeOf, failOnWords } from '../../../src/faces/findings/verdict.ts';
import { ignored, reportOf, undeployable, unsigned } from './support/findings.ts';

describe('the text of a check', () => {
  test('has a block for each finding, the worst first, and ends with their number', () => {
    expect(renderFindings(reportOf([ignored, unsigned]))).toBe(`Errors

  MAAS-001  bases · com.example:ubuntu-bases:22.04:amd64
    os is ubuntu, and the name has no :v3:
    MAAS: the product is passed over, saying "Ignoring unsupported product"
    fix: give the input \`product\` a name with :v3: in it
    see docs/rules.md#maas-001

Notes

  MAAS-052  index
    the root is not signed
    MAAS: it works, with a catch
    fix: sign the root
    see docs/rules.md#maas-052

Found 1 error, 1 note in /srv/images, for MAAS 2.9 to 3.8
`);
  });

  test('of a root with which everybody is content is one line', () => {
    expect(renderFindings(reportOf([]))).toBe(
      'Found nothing in /srv/images, for MAAS 2.9 to 3.8\n',
    );
  });

  test('names what was allowed, apart', () => {
    const text = renderFindings(reportOf([ignored, unsigned], { allow: ['MAAS-001'] }));
    expect(text).toMatch(/Notes\n[\s\S]*Allowed, not counted\n\n {2}MAAS-001/);
    expect(text).toContain('Found 1 note, 1 allowed in');
  });

  test('says what has to be known about how it was found', () => {
    const report = { ...reportOf([]), remarks: ['the signatures were not verified'] };
    expect(renderFindings(report)).toMatch(/\nNote: the signatures were not verified\n$/);
  });

  test('lets no control sequence of a document reach the terminal', () => {
    const place = { document: 'bases', product: '\u001b[31mred\nnext' };
    expect(renderFindings(reportOf([{ ...ignored, place }]))).toContain(
      '\\u001b[31mred\\u000anext',
    );
  });
});

describe('the exit code', () => {
  const cases = [
    [[], [0, 0, 0, 0]],
    [[unsigned], [0, 0, 7, 0]],
    [[undeployable], [0, 7, 7, 0]],
    [[ignored], [7, 7, 7, 0]],
  ] as const;

  test.each(cases)('for %j by fail-on is %j', (findings, codes) => {
    expect(failOnWords.map((word) => exitCodeOf(reportOf(findings), word))).toEqual(codes);
  });

  test('does not count what is allowed', () => {
    const report = reportOf([ignored, undeployable], { allow: ['MAAS-001'] });
    expect([exitCodeOf(report, 'error'), exitCodeOf(report, 'warning')]).toEqual([0, 7]);
  });
});
