import { useEffect, useRef, useState } from 'react';
import { redo, undo } from '#renderer/lib/undo.ts';
import type { IndicatorFields, IndicatorRow } from '#shared/features/indicators/schema.ts';
import { cellKinds, cellText, columnIds, missingOf, newRow, type Refusal, withCell } from './columns.ts';
import {
  type GridShape,
  type GridState,
  leave,
  type Place,
  press,
  type Step,
  startState,
  type,
  within,
} from './grid-state.ts';
import { useIndicatorSaves } from './queries.ts';
import { fieldsOf } from './summary.ts';

/** A row that is begun and cannot be added yet survives leaving the page. */
const begun = new Map<string, IndicatorFields>();

/** Keys, text and saving of the grid; the components only draw it. */
export function useGrid(period: string, rows: readonly IndicatorRow[]) {
  const [state, setState] = useState<GridState<Refusal>>(() => startState());
  const [draft, setDraft] = useState(() => begun.get(period) ?? newRow(period));
  const saves = useIndicatorSaves(period);

  const fieldsAt = (row: number): IndicatorFields => rows[row] ?? draft;
  const shape: GridShape<Refusal> = {
    rows: rows.length + 1,
    columns: columnIds.map((column) => cellKinds[column]),
    textAt: ({ row, column }) => cellText(fieldsAt(row), columnIds[column] ?? 'name'),
    refuse: ({ row, column }, text) => {
      const result = changed({ row, column }, text);
      return result && 'refusal' in result ? result.refusal : null;
    },
  };

  function changed({ row, column }: Place, text: string) {
    const id = columnIds[column];
    if (!id || id === 'percent' || id === 'result') return null;
    // A new row may still be empty.
    if (!rows[row] && text.trim() === '' && cellKinds[id] === 'text')
      return { fields: { ...draft, [id]: '' } };
    return withCell(fieldsOf(fieldsAt(row)), id, text);
  }

  function keepDraft(fields: IndicatorFields): void {
    begun.set(period, fields);
    setDraft(fields);
  }

  async function commit(place: Place, text: string): Promise<void> {
    const result = changed(place, text);
    if (!result || 'refusal' in result) return;
    const row = rows[place.row];
    if (row) return saves.saveRow(row.id, result.fields);
    keepDraft(result.fields);
    if (missingOf(result.fields) === null && (await saves.createRow(result.fields)))
      keepDraft(newRow(period));
  }

  function apply(step: Step<Refusal>): Step<Refusal> {
    setState(step.state);
    if (step.commit) void commit(step.commit.place, step.commit.text);
    return step;
  }

  const current = within(state, shape);

  // Leaving the page takes what stands in the cell, as leaving a cell does.
  const leaving = useRef(() => {});
  leaving.current = () => {
    const step = leave(current, null, shape);
    if (step.commit) void commit(step.commit.place, step.commit.text);
  };
  useEffect(() => () => leaving.current(), []);

  return {
    state: current,
    draft,
    /** @returns whether the choices of the cell are to be shown */
    onKey: (event: React.KeyboardEvent): boolean => {
      const { key, ctrlKey, altKey, shiftKey, metaKey } = event;
      if (event.nativeEvent.isComposing) return false;
      // The cell's text field has the focus although nothing is typed: the program's undo is meant.
      if (!current.edit && (ctrlKey || metaKey) && (key === 'z' || key === 'y')) {
        event.preventDefault();
        void (key === 'z' ? undo() : redo());
        return false;
      }
      const step = apply(press(current, { key, ctrlKey, altKey, shiftKey, metaKey }, shape));
      if (step.taken) event.preventDefault();
      return step.choose ?? false;
    },
    onType: (text: string) => setState(type(current, text)),
    /** Goes to a cell; the text of the old one is taken, or keeps the place when it is refused. */
    goTo: (place: Place) => apply(leave(current, place, shape)),
    open: () =>
      apply(
        press(current, { key: 'F2', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }, shape),
      ),
    onBlur: () => apply(leave(current, null, shape)),
    onChoose: (text: string) => void commit(current.place, text),
    remove: (id: string) => void saves.removeRow(id),
  };
}

export type Grid = ReturnType<typeof useGrid>;
