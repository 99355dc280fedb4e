import { classify } from '#shared/features/indicators/rules.ts';
import type { IndicatorFields, IndicatorRow, ResultClass } from '#shared/features/indicators/schema.ts';
import { percentOf } from '#shared/text/quantities.ts';

export type Summary = Record<ResultClass, number> & { judged: number; all: number };

/** What offices report: "đạt và vượt 22/24 chỉ tiêu, vượt 9". Rows without plan or result are not judged. */
export function summaryOf(rows: readonly IndicatorRow[]): Summary {
  const summary: Summary = { exceeded: 0, met: 0, nearly_met: 0, not_met: 0, judged: 0, all: rows.length };
  for (const { result } of rows) {
    if (!result) continue;
    summary[result] += 1;
    summary.judged += 1;
  }
  return summary;
}

/** A row with what follows from its figures, before the store has said so. */
export function withFigures<T extends IndicatorFields>(row: T): T & Pick<IndicatorRow, 'percent' | 'result'> {
  return {
    ...row,
    percent: percentOf(row.actual, row.plan),
    result: classify(row.direction, row.plan, row.actual),
  };
}

export function fieldsOf(row: IndicatorFields): IndicatorFields {
  const { name, unit, direction, period, planSource, plan, actual } = row;
  return { name, unit, direction, period, planSource, plan, actual };
}
