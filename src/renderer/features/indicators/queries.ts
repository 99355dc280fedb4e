import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { basisOf, isNewer } from '#renderer/lib/basis.ts';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { Basis } from '#shared/bridge.ts';
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
  /** By which change set each row was saved from here last; null: it was refused, and so is what was typed on top of it. */
  const saved = useRef(new Map<string, Promise<Basis | null>>());

  const show = useCallback(
    (change: (rows: IndicatorRow[]) => IndicatorRow[]) => {
      // An answer that is under way does not know of this change yet.
      void cache.cancelQueries({ queryKey });
      cache.setQueryData<IndicatorRow[]>(queryKey, (rows) => rows && change(rows));
    },
    [cache, queryKey],
  );

  /** @param read the row that the fields were made from; undefined: it is not listed yet */
  async function saveRow(
    id: string,
    fields: IndicatorFields,
    read: IndicatorRow | undefined,
  ): Promise<boolean> {
    const readAsOf = basisOf(read);
    const before = saved.current.get(id);
    show((rows) => rows.map((row) => (row.id === id ? withFigures({ ...row, ...fields }) : row)));
    const { promise, resolve } = Promise.withResolvers<Basis | null>();
    saved.current.set(id, promise);
    const own = (await before) ?? null;
    let basis = isNewer(own, readAsOf) ? own : readAsOf;
    const savedAs = (as: Basis) => {
      basis = as;
    };
    const isDone = (await save.run({ id, ...fields }, { basedOn: basis?.id, savedAs })) !== null;
    resolve(isDone ? basis : null);
    if (!isDone) await cache.invalidateQueries({ queryKey });
    return isDone;
  }

  /** @returns the id of the new row */
  async function createRow(fields: IndicatorFields): Promise<string | null> {
    let basis: Basis | null = null;
    const savedAs = (as: Basis) => {
      basis = as;
    };
    const made = await create.run(fields, { basedOn: undefined, savedAs });
    if (!made) return null;
    saved.current.set(made.id, Promise.resolve(basis));
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
