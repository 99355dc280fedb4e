import { describe, expect, test } from 'vitest';
import { checkRules } from '#shared/features/documents/checks/schema.ts';
import { checkClean, checkFields, checkPlanted, cleanNames, mended, planted } from '../../support/checks.ts';

/*
 * Measured on a set of documents of our own words (tests/fixtures/checks): a clean one raises no alarm, and each planted
 * fault is found. What is missed or raised for nothing is listed as a table.
 */
describe('the second pair of eyes', () => {
  test('raises no alarm on clean documents', () => {
    const alarms = cleanNames.flatMap((document) =>
      checkClean(document).map(({ rule, words, place }) => ({ document, rule, field: place.field, words })),
    );
    expect(cleanNames.length).toBeGreaterThanOrEqual(12);
    expect(alarms, asTable(alarms)).toEqual([]);
  });

  test('finds every planted fault', () => {
    const missed = planted.flatMap((fault, index) => {
      const found = checkPlanted(fault).findings.map(({ rule }) => rule);
      return found.includes(fault.rule)
        ? []
        : [{ index, rule: fault.rule, base: fault.base, found: found.join(' ') }];
    });
    expect(planted.length).toBeGreaterThanOrEqual(40);
    expect(missed, asTable(missed)).toEqual([]);
  });

  test('has a planted fault for every rule', () => {
    const tried = new Set(planted.map(({ rule }) => rule));
    expect(checkRules.filter((rule) => !tried.has(rule))).toEqual([]);
  });

  test('raises little beside the planted fault', () => {
    const others = planted.flatMap((fault) =>
      checkPlanted(fault)
        .findings.filter(({ rule }) => rule !== fault.rule)
        .map(({ rule, words }) => ({ planted: fault.rule, rule, words })),
    );
    expect(others.length, asTable(others)).toBeLessThanOrEqual(12);
  });
});

test('a fix mends what it was proposed for', () => {
  let tried = 0;
  for (const fault of planted) {
    const { document, conference, findings } = checkPlanted(fault);
    for (const finding of findings.filter(({ fix }) => fix !== null)) {
      tried += 1;
      const left = checkFields(mended(document, finding), conference);
      const here = ({ rule }: { rule: string }) => rule === finding.rule;
      expect(left.filter(here).length, `${finding.rule} ${finding.words}`).toBeLessThan(
        findings.filter(here).length,
      );
    }
  }
  expect(tried).toBeGreaterThan(30);
});

test('names every sign that nobody sees', () => {
  const fault = planted.find(({ rule }) => rule === 'hiddenSign');
  const signs = [
    ...'\u00ad\u061c\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u{e0041}',
  ];
  expect(fault).toBeDefined();
  for (const sign of signs) {
    const replace = ['phân công', `phân${sign} công`] as const;
    const found = fault ? checkPlanted({ ...fault, replace: [...replace] }).findings : [];
    expect(found.map(({ rule, params }) => [rule, params.code])).toContainEqual(['hiddenSign', codeOf(sign)]);
  }
});

function codeOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function asTable(rows: readonly Record<string, string | number>[]): string {
  return rows.map((row) => Object.values(row).join(' | ')).join('\n');
}
