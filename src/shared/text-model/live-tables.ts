import { z } from 'zod';
import type { Block, Body } from './body.ts';

const figure = z.string().nullable();
/** Plan and actual; null for an indicator that is gone. */
const figureList = z.array(z.tuple([figure, figure]).nullable());
type Figures = z.infer<typeof figureList>;
type Row = { id: string; plan: string | null; actual: string | null };

export type TableReference = Extract<Block, { type: 'indicatorTable' }>['attrs'];

export function tablesIn({ content }: Body): TableReference[] {
  return content.flatMap((block) => (block.type === 'indicatorTable' ? [block.attrs] : []));
}

/** Of which periods the tables of these texts speak. */
export function periodsIn(bodies: readonly Body[]): string[] {
  return [...new Set(bodies.flatMap(tablesIn).map(({ period }) => period))];
}

/** Plan and actual of each indicator in the order of the table, as short JSON; null for one that is gone. */
export function figuresOf(indicatorIds: readonly string[], rows: readonly Row[]): string {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const figures: Figures = indicatorIds.map((id) => {
    const row = byId.get(id);
    return row ? [row.plan, row.actual] : null;
  });
  return JSON.stringify(figures);
}

export type MovedFigure = {
  indicatorId: string;
  field: 'plan' | 'actual';
  before: string | null;
  now: string | null;
};

/** What differs between two such lists; nothing when one of them cannot be read. */
export function movedFigures(indicatorIds: readonly string[], before: string, now: string): MovedFigure[] {
  const old = readFigures(before);
  const current = readFigures(now);
  if (!old || !current) return [];
  return indicatorIds.flatMap((indicatorId, at) =>
    (['plan', 'actual'] as const).flatMap((field, part): MovedFigure[] => {
      const was = old[at]?.[part] ?? null;
      const is = current[at]?.[part] ?? null;
      return was === is ? [] : [{ indicatorId, field, before: was, now: is }];
    }),
  );
}

function readFigures(json: string): Figures | null {
  try {
    return figureList.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
