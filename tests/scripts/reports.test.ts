import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { add, countsOf, playwrightCounts, totalLine, vitestCounts } from '../../scripts/check/reports.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('totalLine', () => {
  it('names skipped tests only where there are some', () => {
    expect(totalLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(totalLine({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped');
  });
});

describe('add', () => {
  it('adds each kind', () => {
    const counts = { passed: 1, failed: 2, skipped: 3 };
    expect(add(counts, counts)).toEqual({ passed: 2, failed: 4, skipped: 6 });
  });
});

describe('vitestCounts', () => {
  it('counts tests, and a file that did not load as one failure', () => {
    const report = {
      testResults: [
        {
          status: 'passed',
          assertionResults: [{ status: 'passed' }, { status: 'pending' }, { status: 'todo' }],
        },
        { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(vitestCounts(report)).toEqual({ passed: 2, failed: 2, skipped: 2 });
  });
});

describe('playwrightCounts', () => {
  it('takes a test that fails now and then, and a fault outside the tests, as failures', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(playwrightCounts({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });
});

describe('countsOf', () => {
  const read = (counts: { passed: number; failed: number; skipped: number }) => counts;

  it('believes the exit status of a tool that left no report', () => {
    expect(countsOf(path.join(folder, 'absent.json'), 1, read)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('believes the exit status against a report without failures', () => {
    const file = path.join(folder, 'good.json');
    writeFileSync(file, '{"passed":3,"failed":0,"skipped":0}');
    expect(countsOf(file, 0, read)).toEqual({ passed: 3, failed: 0, skipped: 0 });
    expect(countsOf(file, 1, read)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });
});
