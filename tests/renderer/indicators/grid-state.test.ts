import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CellKind,
  following,
  type GridShape,
  type GridState,
  leave,
  press,
  startState,
  type,
  within,
} from '#renderer/features/indicators/grid-state.ts';
import type { KeyPress } from '#renderer/lib/keys.ts';

const columns: CellKind[] = ['text', 'choice', 'quantity', 'computed'];
const shape: GridShape<string> = {
  rows: 3,
  columns,
  textAt: ({ row, column }) => `${row}:${column}`,
  refuse: (_, text) => (text === 'bad' ? 'refused' : null),
};
const plain = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
const key = (name: string, more: Partial<KeyPress> = {}): KeyPress => ({ key: name, ...plain, ...more });
const at = (row: number, column: number): GridState<string> => ({
  ...startState<string>(),
  place: { row, column },
});

describe('moving', () => {
  it.each([
    ['ArrowDown', {}, [1, 1], [2, 1]],
    ['ArrowUp', {}, [0, 1], [0, 1]],
    ['ArrowRight', {}, [0, 3], [0, 3]],
    ['ArrowLeft', {}, [0, 1], [0, 0]],
    ['ArrowDown', { ctrlKey: true }, [0, 1], [2, 1]],
    ['Home', {}, [1, 2], [1, 0]],
    ['End', { ctrlKey: true }, [0, 0], [2, 3]],
    ['PageDown', {}, [0, 0], [2, 0]],
    ['Tab', {}, [0, 2], [1, 0]],
    ['Tab', { shiftKey: true }, [1, 0], [0, 2]],
  ] as const)('%s %j', (name, more, [row, column], [toRow, toColumn]) => {
    const step = press(at(row, column), key(name, more), shape);
    expect(step).toEqual({ state: at(toRow, toColumn), taken: true });
  });

  it('lets Tab out of the first and last cell', () => {
    expect(press(at(2, 2), key('Tab'), shape)).toEqual({ state: at(2, 2), taken: false });
    expect(press(at(0, 0), key('Tab', { shiftKey: true }), shape)).toEqual({ state: at(0, 0), taken: false });
  });

  it('empties a number with Delete, nothing else', () => {
    expect(press(at(1, 2), key('Delete'), shape).commit).toEqual({ place: { row: 1, column: 2 }, text: '' });
    expect(press(at(1, 0), key('Delete'), shape).commit).toBeUndefined();
  });

  it('leaves keys of the program and of the text field alone', () => {
    for (const other of [
      key('s', { ctrlKey: true }),
      key('F6'),
      key('a'),
      key('ArrowDown', { altKey: true }),
    ]) {
      expect(press(at(0, 0), other, shape)).toEqual({ state: at(0, 0), taken: false });
    }
  });
});

describe('editing', () => {
  it('begins by typing, and Enter gives the cell its text and goes down', () => {
    const typing = type(at(0, 0), 'x');
    expect(typing.edit).toEqual({ text: 'x', how: 'typed' });
    expect(press(typing, key('Enter'), shape)).toEqual({
      state: at(1, 0),
      taken: true,
      commit: { place: { row: 0, column: 0 }, text: 'x' },
    });
  });

  it('begins with Enter with the text of the cell, then arrows move in the text', () => {
    const { state } = press(at(1, 2), key('Enter'), shape);
    expect(state.edit).toEqual({ text: '1:2', how: 'opened' });
    expect(press(state, key('ArrowLeft'), shape)).toEqual({ state, taken: false });
  });

  it('leaves F2 to the program, also while something is typed', () => {
    for (const state of [at(1, 2), type(at(1, 2), '5')]) {
      expect(press(state, key('F2'), shape)).toEqual({ state, taken: false });
    }
  });

  it('goes on with the arrows after typing over', () => {
    const step = press(type(at(1, 2), '5'), key('ArrowUp'), shape);
    expect(step.state).toEqual(at(0, 2));
    expect(step.commit).toEqual({ place: { row: 1, column: 2 }, text: '5' });
  });

  it('forgets with Esc', () => {
    expect(press(type(at(1, 2), '5'), key('Escape'), shape)).toEqual({ state: at(1, 2), taken: true });
  });

  it('saves nothing when the text did not change', () => {
    const { state } = press(at(1, 2), key('Enter'), shape);
    expect(press(state, key('Tab'), shape)).toEqual({ state: at(2, 0), taken: true });
  });

  it('stays, with the text, when it is refused', () => {
    for (const name of ['Enter', 'Tab', 'ArrowDown']) {
      const typing = type(at(2, 2), 'bad');
      expect(press(typing, key(name), shape)).toEqual({
        state: { ...typing, refusal: 'refused' },
        taken: true,
      });
    }
    expect(leave(type(at(0, 2), 'bad'), { row: 1, column: 1 }, shape).state.place).toEqual({
      row: 0,
      column: 2,
    });
    expect(type({ ...at(0, 2), refusal: 'refused' }, 'ok').refusal).toBeNull();
  });

  it('opens a choice instead of a text', () => {
    expect(press(at(0, 1), key('Enter'), shape)).toMatchObject({ choose: true, state: at(0, 1) });
    expect(press(at(0, 1), key('ArrowDown', { altKey: true }), shape).choose).toBe(true);
  });

  it('does not edit what is computed', () => {
    expect(press(at(0, 3), key('Enter'), shape).state.edit).toBeNull();
  });
});

it('never leaves the grid, whatever is pressed', () => {
  const names = [
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight',
    'Home',
    'End',
    'PageUp',
    'PageDown',
    'Tab',
    'Enter',
    'F2',
    'Escape',
    'Delete',
  ];
  const action = fc.record({
    name: fc.constantFrom(...names, 'letters'),
    ctrlKey: fc.boolean(),
    shiftKey: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
      let state = startState<string>();
      for (const { name, ...more } of actions) {
        state = name === 'letters' ? type(state, 'bad') : press(state, key(name, more), shape).state;
        expect(state.place.row >= 0 && state.place.row < shape.rows).toBe(true);
        expect(state.place.column >= 0 && state.place.column < columns.length).toBe(true);
        if (state.refusal) expect(state.edit?.text).toBe('bad');
      }
    }),
  );
});

it('comes back into the grid when rows are gone', () => {
  expect(within(at(9, 2), shape)).toEqual(at(2, 2));
  const state = at(1, 1);
  expect(within(state, shape)).toBe(state);
});

describe('following', () => {
  const typing = type(at(1, 2), 'bad');

  it('keeps what is typed with its row', () => {
    expect(following(typing, ['a', 'b'], ['x', 'a', 'b'], false).place).toEqual({ row: 2, column: 2 });
    expect(following(typing, ['a', 'b'], ['a', 'b', 'x'], false)).toBe(typing);
  });

  it('ends what is typed with its row', () => {
    expect(following(typing, ['a', 'b'], ['a', 'c'], false)).toEqual(at(1, 2));
  });

  it('stays in the row at the end, or with what came of it', () => {
    expect(following(typing, ['a'], ['x', 'a'], false).place.row).toBe(2);
    expect(following(typing, ['a'], ['a', 'made'], true)).toBe(typing);
  });

  it('leaves the place alone when nothing is typed', () => {
    const state = at(1, 2);
    expect(following(state, ['a', 'b'], ['x', 'a', 'b'], false)).toBe(state);
  });
});
