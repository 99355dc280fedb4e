import type { KeyPress } from '#renderer/lib/keys.ts';

export type CellKind = 'text' | 'quantity' | 'choice' | 'computed';
export type Place = { row: number; column: number };

/** `typed`: begun by typing over the cell, arrows go on to the next cell. `opened`: by Enter, they move in the text. */
export type Edit = { text: string; how: 'typed' | 'opened' };

/** `refusal` says what to type instead; the text that was refused stays. */
export type GridState<R> = { place: Place; edit: Edit | null; refusal: R | null };

/** What the keys need to know of the grid. */
export type GridShape<R> = {
  rows: number;
  columns: readonly CellKind[];
  /** The text of a cell as it is shown. */
  textAt: (place: Place) => string;
  /** Why the text cannot stand in that cell; null when it can. */
  refuse: (place: Place, text: string) => R | null;
};

export type Step<R> = {
  state: GridState<R>;
  /** The key was ours; whatever else it does must not happen. */
  taken: boolean;
  /** The cell gets this text. */
  commit?: { place: Place; text: string };
  /** Show the choices of the cell. */
  choose?: true;
};

const pageRows = 10;

export function startState<R>(): GridState<R> {
  return { place: { row: 0, column: 0 }, edit: null, refusal: null };
}

/** One key in the grid, as Excel has it. */
export function press<R>(state: GridState<R>, key: KeyPress, shape: GridShape<R>): Step<R> {
  return state.edit ? pressEditing(state, state.edit, key, shape) : pressMoving(state, key, shape);
}

/** Letters arrive in the cell's own text field, so that UniKey works from the first one. */
export function type<R>(state: GridState<R>, text: string): GridState<R> {
  return { ...state, edit: { text, how: state.edit?.how ?? 'typed' }, refusal: null };
}

/** Ends what is being typed in the cell and goes on; stays where it is when the text is refused. */
export function leave<R>(state: GridState<R>, to: Place | null, shape: GridShape<R>): Step<R> {
  const { place, edit } = state;
  const next = to ?? place;
  if (!edit) return { state: { place: next, edit: null, refusal: null }, taken: true };
  if (edit.text === shape.textAt(place)) {
    return { state: { place: next, edit: null, refusal: null }, taken: true };
  }
  const refusal = shape.refuse(place, edit.text);
  if (refusal !== null) return { state: { ...state, refusal }, taken: true };
  return {
    state: { place: next, edit: null, refusal: null },
    taken: true,
    commit: { place, text: edit.text },
  };
}

/** Keeps the place within the grid after rows came or went. */
export function within<R>(state: GridState<R>, shape: Pick<GridShape<R>, 'rows' | 'columns'>): GridState<R> {
  const place = clamp(state.place, shape);
  return place.row === state.place.row && place.column === state.place.column ? state : { ...state, place };
}

/**
 * What is typed stays with its row when rows come or go before it, and ends with it. `isMade`: the row at the end, where
 * it was typed, has become the first of those that came.
 */
export function following<R>(
  state: GridState<R>,
  before: readonly string[],
  after: readonly string[],
  isMade: boolean,
): GridState<R> {
  if (!state.edit) return state;
  const id = before[state.place.row];
  const row = id !== undefined ? after.indexOf(id) : isMade ? state.place.row : after.length;
  if (row < 0) return { ...state, edit: null, refusal: null };
  return row === state.place.row ? state : { ...state, place: { ...state.place, row } };
}

function pressEditing<R>(state: GridState<R>, edit: Edit, key: KeyPress, shape: GridShape<R>): Step<R> {
  const { place } = state;
  switch (key.key) {
    case 'Enter':
      return leave(state, clamp(moved(place, key.shiftKey ? -1 : 1, 0), shape), shape);
    case 'Tab': {
      const next = nextCell(place, key.shiftKey ? -1 : 1, shape);
      const step = leave(state, next, shape);
      // Out of the last cell the key goes on to the next control, once the text is taken.
      return { ...step, taken: next !== null || step.state.refusal !== null };
    }
    case 'Escape':
      return { state: { ...state, edit: null, refusal: null }, taken: true };
  }
  const arrow = arrows[key.key];
  if (arrow && edit.how === 'typed' && !key.altKey && !key.ctrlKey && !key.shiftKey) {
    return leave(state, clamp(moved(place, ...arrow), shape), shape);
  }
  return { state, taken: false };
}

const arrows: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function pressMoving<R>(state: GridState<R>, key: KeyPress, shape: GridShape<R>): Step<R> {
  const { place } = state;
  const kind = shape.columns[place.column];
  const go = (to: Place): Step<R> => ({
    state: { place: clamp(to, shape), edit: null, refusal: null },
    taken: true,
  });
  if (key.altKey && key.key === 'ArrowDown' && kind === 'choice') return { state, taken: true, choose: true };
  if (key.altKey || key.metaKey) return { state, taken: false };

  const arrow = arrows[key.key];
  if (arrow && !key.shiftKey) return go(key.ctrlKey ? edge(place, arrow, shape) : moved(place, ...arrow));
  switch (key.key) {
    case 'Home':
      return go({ row: key.ctrlKey ? 0 : place.row, column: 0 });
    case 'End':
      return go({ row: key.ctrlKey ? shape.rows - 1 : place.row, column: shape.columns.length - 1 });
    case 'PageUp':
      return go(moved(place, -pageRows, 0));
    case 'PageDown':
      return go(moved(place, pageRows, 0));
    case 'Tab': {
      const next = nextCell(place, key.shiftKey ? -1 : 1, shape);
      return next ? go(next) : { state, taken: false };
    }
    case 'Enter':
      return open(state, kind, shape);
    case 'Delete':
      return kind === 'quantity' && shape.textAt(place) !== ''
        ? { state: { ...state, refusal: null }, taken: true, commit: { place, text: '' } }
        : { state, taken: kind !== 'choice' };
  }
  return { state, taken: false };
}

function open<R>(state: GridState<R>, kind: CellKind | undefined, shape: GridShape<R>): Step<R> {
  if (kind === 'choice') return { state, taken: true, choose: true };
  if (kind === 'text' || kind === 'quantity') {
    return {
      state: { ...state, edit: { text: shape.textAt(state.place), how: 'opened' }, refusal: null },
      taken: true,
    };
  }
  return { state, taken: true };
}

/** The next cell that can be filled, at the end of a row in the next one; null beyond the first and last. */
function nextCell<R>(place: Place, direction: 1 | -1, { rows, columns }: GridShape<R>): Place | null {
  const last = rows * columns.length;
  for (
    let at = place.row * columns.length + place.column + direction;
    at >= 0 && at < last;
    at += direction
  ) {
    const column = at % columns.length;
    if (columns[column] !== 'computed') return { row: Math.floor(at / columns.length), column };
  }
  return null;
}

function edge<R>(place: Place, [rows, columns]: readonly [number, number], shape: GridShape<R>): Place {
  return moved(place, rows * shape.rows, columns * shape.columns.length);
}

function moved(place: Place, rows: number, columns: number): Place {
  return { row: place.row + rows, column: place.column + columns };
}

function clamp<R>(place: Place, { rows, columns }: Pick<GridShape<R>, 'rows' | 'columns'>): Place {
  const between = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  return { row: between(place.row, rows), column: between(place.column, columns.length) };
}
