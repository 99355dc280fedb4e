import { useQuery } from '@tanstack/react-query';
import { act, cleanup, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { indicatorsQuery, useIndicatorSaves } from '#renderer/features/indicators/queries.ts';
import { fieldsOf } from '#renderer/features/indicators/summary.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import type { Basis, Bridge, Result } from '#shared/bridge.ts';
import type { IndicatorFields, IndicatorRow } from '#shared/features/indicators/schema.ts';
import { show } from './support/show.tsx';

/* The grid saves a row at each cell that is left: one save is not a conflict of the next, and each of them may be one. */

const set = (seq: number): Basis => ({ id: `set-${seq}`, seq });
type Asked = { basedOn: string | undefined; actual: string | null; answer: () => Promise<void> };

let stored: IndicatorRow;
let newest: number;
let changed: number;
let asked: Asked[];

beforeEach(() => {
  stored = {
    ...{ id: 'i', name: 'Diện tích cây mì', unit: 'ha', direction: 'up', period: '2021', listOrder: 1 },
    ...{ planSource: 'assigned', plan: '150', actual: '160', percent: '106.7', result: 'exceeded' },
  };
  [newest, changed, asked] = [1, 1, []];
  globalThis.bridge = {
    invoke: (method, input) => answer(method, input as unknown as IndicatorFields & { basedOn?: string }),
    subscribe: () => () => undefined,
  } as Bridge;
});
afterEach(() => {
  cleanup();
  queryClient.clear();
});

async function answer(method: string, input: IndicatorFields & { basedOn?: string }): Promise<never> {
  return (await resultOf(method, input)) as never;
}

function resultOf(method: string, { basedOn, ...fields }: IndicatorFields & { basedOn?: string }) {
  if (method === 'indicators.list') return { ok: true, value: [{ ...stored }], asOf: set(newest) };
  if (method !== 'indicators.save') return { ok: true, value: {} };
  const { promise, resolve } = Promise.withResolvers<Result<unknown>>();
  asked.push({
    basedOn,
    actual: fields.actual,
    answer: async () => {
      resolve(saved(basedOn, fields));
      await act(async () => {
        await promise;
      });
    },
  });
  return promise;
}

function saved(basedOn: string | undefined, fields: Partial<IndicatorRow>): Result<unknown> {
  if (basedOn !== undefined && Number(basedOn.slice(4)) < changed) {
    const params = { name: 'An', time: '', day: '', at: '', actor: '', seq: changed };
    return { ok: false, error: { code: 'CONFLICT', detail: { reason: 'changedElsewhere', params } } };
  }
  saveElsewhere(fields);
  return { ok: true, value: {}, change: { ...set(newest), command: 'indicators.save', undoable: true } };
}

function saveElsewhere(fields: Partial<IndicatorRow>): void {
  newest += 1;
  changed = newest;
  stored = { ...stored, ...fields };
}

async function grid() {
  let saves: ReturnType<typeof useIndicatorSaves> | undefined;
  let rows: IndicatorRow[] | undefined;
  function Grid() {
    saves = useIndicatorSaves('2021');
    rows = useQuery(indicatorsQuery('2021')).data;
    return null;
  }
  show(<Grid />);
  await waitFor(() => expect(rows).toHaveLength(1));
  const row = () => rows?.[0] ?? expect.fail();
  return {
    row,
    /** Leaves a cell of the row as it is shown. */
    leave: async (change: Partial<IndicatorFields>): Promise<{ done: boolean | null }> => {
      const result: { done: boolean | null } = { done: null };
      await act(async () => {
        const fields = { ...fieldsOf(row()), ...change };
        void saves?.saveRow('i', fields, row()).then((done) => {
          result.done = done;
        });
      });
      return result;
    },
  };
}

test('cells that are left one after the other are no conflict of each other', async () => {
  const { leave, row } = await grid();
  await leave({ actual: '165' });
  await leave({ plan: '155' });
  expect(row()).toMatchObject({ actual: '165', plan: '155' });
  // The second waits for what the first comes to.
  expect(asked.map(({ basedOn }) => basedOn)).toEqual(['set-1']);
  await asked[0]?.answer();
  expect(asked.map(({ basedOn }) => basedOn)).toEqual(['set-1', 'set-2']);
  await asked[1]?.answer();
  expect(stored).toMatchObject({ actual: '165', plan: '155' });
});

test('what somebody else saved meanwhile is not written over, nor by what was typed on top of it', async () => {
  const { leave, row } = await grid();
  saveElsewhere({ plan: '170' });
  const first = await leave({ plan: '155' });
  const second = await leave({ actual: '165' });
  await asked[0]?.answer();
  await asked[1]?.answer();
  expect([first.done, second.done, stored.plan, stored.actual]).toEqual([false, false, '170', '160']);
  // Read again, the row is as it is saved, and goes on from there.
  await waitFor(() => expect(row().plan).toBe('170'));
  await leave({ actual: '165' });
  expect(asked[2]?.basedOn).toBe('set-2');
  await asked[2]?.answer();
  expect(stored).toMatchObject({ plan: '170', actual: '165' });
});
