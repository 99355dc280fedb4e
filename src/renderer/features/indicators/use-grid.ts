import { useEffect, useRef, useState } from 'react';
import { toastDone } from '#renderer/lib/toasts.tsx';
import { redo, undo } from '#renderer/lib/undo.ts';
import type { IndicatorFields, IndicatorRow } from '#shared/features/indicators/schema.ts';
import {
  cellKinds,
  cellText,
  changedRow,
  columnIds,
  isEditable,
  missingOf,
  newRow,
  type Refusal,
} from './columns.ts';
import { firstState, gridDraft, hasRow, type OpenCell, openedAt, restored } from './grid-draft.ts';
import {
  following,
  type GridShape,
  leave,
  type Place,
  press,
  type Step,
  type as typeInto,
  within,
} from './grid-state.ts';
import { useIndicatorSaves } from './queries.ts';
import { fieldsOf } from './summary.ts';
import { type FoundDraft, useKeptDraft } from './use-grid-draft.ts';

export type GridOptions = {
  period: string;
  rows: readonly IndicatorRow[];
  /** Without it the keys move, and there is no row at the end. */
  mayWrite: boolean;
  /** What was begun last time. */
  found: FoundDraft;
};

/** Keys, text and saving of the grid; the components only draw it. */
export function useGrid({ period, rows, mayWrite, found }: GridOptions) {
  const [begun] = useState(() => restored(found?.form ?? null, period, rows));
  const [state, setState] = useState(() => firstState(begun, rows));
  const [draft, setDraft] = useState(begun.row);
  const [waiting, setWaiting] = useState(begun.waiting);
  const [words, setWords] = useState(found?.words ?? '');
  const [seen, setSeen] = useState(rows);
  const saves = useIndicatorSaves(period);
  const creating = useRef<Promise<string | null> | null>(null);

  if (seen !== rows) {
    setSeen(rows);
    const made = rows[seen.length];
    const isMade = made !== undefined && missingOf(draft) === null && made.name === draft.name;
    setState((old) => following(old, seen.map(idOf), rows.map(idOf), isMade));
  }

  const fieldsAt = (row: number): IndicatorFields => rows[row] ?? draft;
  const shape: GridShape<Refusal> = {
    rows: mayWrite ? rows.length + 1 : rows.length,
    columns: columnIds.map((column) => (mayWrite ? cellKinds[column] : 'computed')),
    textAt: ({ row, column }) => cellText(fieldsAt(row), columnIds[column] ?? 'name'),
    refuse: (place, text) => {
      const result = changed(place, text);
      return result && 'refusal' in result ? result.refusal : null;
    },
  };
  const current = within(state, shape);
  const edited = current.edit && cellOf(current.place, current.edit.text);
  const open = edited && edited.text !== edited.was ? edited : null;
  const kept = useKeptDraft(period, gridDraft({ row: draft, open, waiting }), words, found);

  function changed({ row, column }: Place, text: string) {
    return changedRow(fieldsOf(fieldsAt(row)), !rows[row], columnIds[column], text);
  }

  function cellOf(place: Place, text: string): OpenCell | null {
    const column = columnIds[place.column];
    if (!isEditable(column)) return null;
    const { name } = fieldsAt(place.row);
    return { id: rows[place.row]?.id ?? null, name, column, was: shape.textAt(place), text };
  }

  async function commit(place: Place, text: string): Promise<void> {
    const result = changed(place, text);
    if (!result || 'refusal' in result) return;
    const id = rows[place.row]?.id;
    const cell = cellOf(place, text);
    if (id ? await saveRow(id, result.fields, draft) : await saveNew(result.fields)) return;
    // What could not be saved waits for the clerk.
    if (cell && cell.text !== '' && cellKinds[cell.column] !== 'choice') setWaiting((all) => [...all, cell]);
  }

  function saveRow(id: string, fields: IndicatorFields, rowAtEnd: IndicatorFields): Promise<boolean> {
    const read = rows.find((row) => row.id === id);
    return kept.during(saves.saveRow(id, fields, read), gridDraft({ row: rowAtEnd, open: null, waiting }));
  }

  /** Adds the row at the end once it has all it needs. */
  async function saveNew(fields: IndicatorFields): Promise<boolean> {
    const empty = newRow(period);
    // While it is being added, what is typed behind its name belongs to what comes of it.
    const made = await creating.current;
    if (made) return saveRow(made, fields, empty);
    setDraft(fields);
    if (missingOf(fields) !== null) return true;
    creating.current = saves.createRow(fields);
    const added = await kept.during(creating.current, gridDraft({ row: empty, open: null, waiting }));
    creating.current = null;
    setDraft(added ? empty : draft);
    return added !== null;
  }

  function apply(step: Step<Refusal>): Step<Refusal> {
    setState(step.state);
    if (step.commit) void commit(step.commit.place, step.commit.text);
    return step;
  }

  /** Under the lock nothing is taken from the cell: nobody is there in whose name it could be saved. */
  function leaveTo(place: Place | null): Step<Refusal> | null {
    return mayWrite || !current.edit ? apply(leave(current, place, shape)) : null;
  }

  function emptyNewRow(): void {
    const bringBack = () => {
      setDraft(draft);
      kept.put(gridDraft({ row: draft, open: null, waiting }));
    };
    setDraft(newRow(period));
    toastDone('indicators.new.dropped', { action: { label: 'journal.action.undo', run: bringBack } });
  }

  // Leaving the page takes what stands in the cell, as leaving a cell does; what is refused stays in the draft.
  const leaving = useRef(() => {});
  leaving.current = () => {
    const { commit: last } = leave(current, null, shape);
    if (mayWrite && last) void commit(last.place, last.text);
    kept.leave();
  };
  useEffect(() => () => leaving.current(), []);

  return {
    state: current,
    draft,
    mayWrite,
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
      const isBegun = gridDraft({ row: draft, open: null, waiting: [] }) !== null;
      if (key === 'Escape' && !current.edit && !rows[current.place.row] && isBegun) {
        event.preventDefault();
        emptyNewRow();
        return false;
      }
      const step = apply(press(current, { key, ctrlKey, altKey, shiftKey, metaKey }, shape));
      if (step.taken) event.preventDefault();
      return step.choose ?? false;
    },
    onType: (text: string) => setState(typeInto(current, text)),
    /** Goes to a cell; the text of the old one is taken, or keeps the place when it is refused. */
    goTo: (place: Place) => void leaveTo(place),
    open: () =>
      apply(
        press(
          current,
          { key: 'Enter', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false },
          shape,
        ),
      ),
    onBlur: () => void leaveTo(null),
    onChoose: (text: string) => void commit(current.place, text),
    remove: (id: string) => void saves.removeRow(id),
    /** The first text that waits, and whether there is still a cell for it. */
    waiting: waiting[0] ? { cell: waiting[0], hasRow: hasRow(waiting[0], rows) } : null,
    /** Typed into a grid of another version, without a place in this one. */
    loose: found && words !== '' ? { at: found.at, form: null, words } : null,
    dropLoose: () => {
      setWords('');
      toastDone('ui.recovered.dropped', {
        action: { label: 'ui.recovered.takeBack', run: () => setWords(words) },
      });
    },
    dropWaiting: () => setWaiting(waiting.slice(1)),
    takeWaiting: () => {
      const [cell] = waiting;
      const left = leaveTo(null);
      if (!cell || !left || left.state.refusal !== null) return;
      setWaiting(waiting.slice(1));
      setState(openedAt(cell, draft, rows));
    },
  };
}

export type Grid = ReturnType<typeof useGrid>;

function idOf({ id }: IndicatorRow): string {
  return id;
}
