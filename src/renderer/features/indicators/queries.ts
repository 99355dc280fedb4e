import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { IndicatorFields, IndicatorRow } from '#shared/features/indicators/schema.ts';
import { withFigures } from './summary.ts';

export function indicatorsQuery(period: string) {
  return methodQuery('indicators.list', { period });
}

export function useIndicators(period: string) {
  return useQuery(indicatorsQuery(period));
}

/** Years that have figures, newest first. */
export function usePeriods() {
  return useQuery(methodQuery('indicators.periods', {}));
}

/** Saves rows of one period; what was typed is shown at once, the store confirms it. */
export function useIndicatorSaves(period: string) {
  const cache = useQueryClient();
  const save = useCommand('indicators.save');
  const create = useCommand('indicators.create');
  const remove = useCommand('indicators.remove');
  const { queryKey } = indicatorsQuery(period);

  const show = useCallback(
    (change: (rows: IndicatorRow[]) => IndicatorRow[]) => {
      // An answer that is under way does not know of this change yet.
      void cache.cancelQueries({ queryKey });
      cache.setQueryData<IndicatorRow[]>(queryKey, (rows) => rows && change(rows));
    },
    [cache, queryKey],
  );

  async function saveRow(id: string, fields: IndicatorFields): Promise<boolean> {
    show((rows) => rows.map((row) => (row.id === id ? withFigures({ ...row, ...fields }) : row)));
    if ((await save.run({ id, ...fields })) !== null) return true;
    await cache.invalidateQueries({ queryKey });
    return false;
  }

  /** @returns the id of the new row */
  async function createRow(fields: IndicatorFields): Promise<string | null> {
    const made = await create.run(fields);
    if (!made) return null;
    show((rows) =>
      rows.some(({ id }) => id === made.id)
        ? rows
        : [
            ...rows,
            withFigures({
              ...fields,
              id: made.id,
              listOrder: Number.MAX_SAFE_INTEGER,
              percent: null,
              result: null,
            }),
          ],
    );
    return made.id;
  }

  return { saveRow, createRow, removeRow: (id: string) => remove.run({ id }) };
}
