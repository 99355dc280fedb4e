import type { IndicatorRow, PlanSource } from '#shared/features/indicators/schema.ts';
import { superiorWords } from '#shared/features/organisation/rules.ts';
import type { PrintTable } from '#shared/paper/model.ts';
import { showQuantity } from '#shared/text/quantities.ts';
import type { TableReference } from '#shared/text-model/live-tables.ts';

/** The tables of a body, filled with these rows. `superiorLevel`: "huyện", "tỉnh", who assigns the plan. */
export function indicatorTables(
  rows: readonly IndicatorRow[],
  superiorLevel: string,
): (reference: TableReference) => PrintTable[] {
  return (reference) => indicatorTable(reference, rows, superiorLevel);
}

/** Rows in the order in which the clerk put the indicators; one that no longer exists is left out. */
function indicatorTable(
  reference: TableReference,
  all: readonly IndicatorRow[],
  superiorLevel: string,
): PrintTable[] {
  const byId = new Map(all.filter((row) => row.period === reference.period).map((row) => [row.id, row]));
  const rows = reference.indicatorIds.flatMap((id) => byId.get(id) ?? []);
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: reference.caption || null,
      columns: [
        { header: 'STT', align: 'center', flexible: false },
        { header: 'Chỉ tiêu', align: 'left', flexible: true },
        { header: 'Đơn vị\ntính', align: 'center', flexible: false },
        { header: planHeader(rows, superiorLevel), align: 'right', flexible: false },
        { header: `Thực hiện\nnăm ${reference.period}`, align: 'right', flexible: false },
        { header: '% so với\nkế hoạch', align: 'right', flexible: false },
      ],
      rows: rows.map((row, i) => [
        String(i + 1),
        row.name,
        row.unit,
        shown(row.plan),
        shown(row.actual),
        shown(row.percent),
      ]),
    },
  ];
}

function shown(quantity: string | null): string {
  return quantity === null ? '' : showQuantity(quantity);
}

/** "Kế hoạch huyện giao" (Quy định 294: since 01/7/2025 the province assigns); plans of several sources are just plans. */
function planHeader(rows: readonly IndicatorRow[], superiorLevel: string): string {
  const sources = new Set<PlanSource>(rows.map((row) => row.planSource));
  const [only] = sources;
  if (sources.size > 1 || only === undefined) return 'Kế hoạch';
  const headers: Record<PlanSource, string> = {
    assigned: `Kế hoạch\n${superiorWords({ superiorLevel }).state} giao`,
    resolution: 'Nghị quyết\nđề ra',
    own: 'Kế hoạch\nnăm',
  };
  return headers[only];
}
