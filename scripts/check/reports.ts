import { existsSync, readFileSync } from 'node:fs';

export type Counts = { passed: number; failed: number; skipped: number };

export const none: Counts = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The last line of every run; other programs read it. */
export function totalLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

type VitestReport = {
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

export function vitestCounts(report: VitestReport): Counts {
  let counts = none;
  for (const file of report.testResults) {
    const passed = file.assertionResults.filter(({ status }) => status === 'passed').length;
    const failed = file.assertionResults.filter(({ status }) => status === 'failed').length;
    // A file that could not even be loaded has no tests to report.
    const broken = file.status === 'failed' && failed === 0 ? 1 : 0;
    const skipped = file.assertionResults.length - passed - failed;
    counts = add(counts, { passed, failed: failed + broken, skipped });
  }
  return counts;
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

export function playwrightCounts({ stats, errors }: PlaywrightReport): Counts {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** A tool that ended badly has failed, whatever its report says or does not say. */
export function countsOf<T>(file: string, status: number, read: (report: T) => Counts): Counts {
  const counts = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8')) as T) : none;
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
