import type { Node } from '@tiptap/pm/model';
import { type Command, EditorState, Selection } from '@tiptap/pm/state';
import { isInTable, tableEditing } from '@tiptap/pm/tables';
import { getSchema } from '@tiptap/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { richTextExtensions } from '#renderer/ui/rich-text/extensions.ts';
import {
  deleteColumns,
  deleteRows,
  inHeaderRow,
  insertColumn,
  insertRow,
  insertTable,
  leaveTable,
  nextCellOrRow,
  previousCell,
  toggleHeaderRow,
} from '#renderer/ui/rich-text/table-commands.ts';
import { toBody } from '#renderer/ui/rich-text/to-body.ts';
import { type Block, bodySchema, bodyText, tableLimits } from '#shared/text-model/body.ts';

const schema = getSchema(richTextExtensions());

function run(state: EditorState, command: Command): EditorState {
  let next = state;
  command(state, (tr) => {
    next = state.apply(tr);
  });
  return next;
}

function start(text = 'trước'): EditorState {
  const paragraph = text ? { type: 'paragraph', content: [{ type: 'text', text }] } : { type: 'paragraph' };
  const doc = schema.nodeFromJSON({ type: 'doc', content: [paragraph] });
  return EditorState.create({ doc, selection: Selection.atEnd(doc), plugins: [tableEditing()] });
}

/** "H" a header cell, "." a plain one. */
function shape(doc: Node): string[] {
  return doc.children.map((block) =>
    block.type.name === 'table'
      ? block.children
          .map((row) => row.children.map((cell) => (cell.attrs.header ? 'H' : '.')).join(''))
          .join(' ')
      : block.textContent,
  );
}

const inserted = () => run(start(), insertTable(3, 3));

describe('a table in the text', () => {
  it('comes behind the block at the cursor or in place of an empty one, and a line follows it', () => {
    expect(shape(inserted().doc)).toEqual(['trước', 'HHH ... ...', '']);
    expect(shape(run(start(''), insertTable(2, 1)).doc)).toEqual(['H .', '']);
    expect(inserted().selection.$head.parent.type.name).toBe('paragraph');
    expect(isInTable(inserted())).toBe(true);
    expect(insertTable(3, 3)(inserted())).toBe(false);
  });

  it('grows by rows and columns that go with their neighbours', () => {
    const state = inserted();
    expect(shape(run(state, insertRow('above')).doc)[1]).toBe('HHH HHH ... ...');
    expect(shape(run(state, insertRow('below')).doc)[1]).toBe('HHH ... ... ...');
    expect(shape(run(state, insertColumn('left')).doc)[1]).toBe('HHHH .... ....');
    expect(shape(run(state, insertColumn('right')).doc)[1]).toBe('HHHH .... ....');
  });

  it('shrinks, and goes with its last row or column', () => {
    const state = inserted();
    expect(shape(run(state, deleteRows).doc)[1]).toBe('... ...');
    expect(shape(run(run(run(state, deleteRows), deleteRows), deleteRows).doc)).toEqual(['trước', '']);
    expect(shape(run(state, deleteColumns).doc)[1]).toBe('HH .. ..');
    expect(shape(run(run(run(state, deleteColumns), deleteColumns), deleteColumns).doc)).toEqual([
      'trước',
      '',
    ]);
  });

  it('has header rows that can be turned off', () => {
    const off = run(inserted(), toggleHeaderRow);
    expect(shape(off.doc)[1]).toBe('... ... ...');
    expect(inHeaderRow(off)).toBe(false);
    expect(inHeaderRow(run(off, toggleHeaderRow))).toBe(true);
  });

  it('is walked through by Tab, which adds a row at the end', () => {
    let state = inserted();
    const first = state.selection.from;
    expect(run(run(state, nextCellOrRow), previousCell).selection.from).toBe(first);
    expect(previousCell(state)).toBe(false);
    for (let i = 0; i < 9; i++) state = run(state, nextCellOrRow);
    expect(shape(state.doc)[1]).toBe('HHH ... ... ...');
    expect(state.selection.$head.index(1)).toBe(3);
    expect(state.selection.$head.index(2)).toBe(0);
    expect(nextCellOrRow(start())).toBe(false);
  });

  it('is left downwards at the end of the text', () => {
    const only = schema.nodeFromJSON({ type: 'doc', content: [inserted().doc.child(1).toJSON()] });
    const state = EditorState.create({ doc: only, selection: Selection.atEnd(only) });
    const after = run(state, leaveTable);
    expect(shape(after.doc)).toEqual(['HHH ... ...', '']);
    expect(isInTable(after)).toBe(false);
    expect(leaveTable(inserted())).toBe(false);
  });

  it('never outgrows the model', () => {
    let wide = run(start(), insertTable(1, tableLimits.columns));
    expect(insertColumn('right')(wide)).toBe(false);
    wide = run(wide, insertColumn('left'));
    expect(wide.doc.child(1).child(0).childCount).toBe(tableLimits.columns);
    const long = run(start(), insertTable(tableLimits.rows, 1));
    expect(insertRow('below')(long)).toBe(false);
  });

  it('is a table of the model whatever is done to it', () => {
    const commands: Command[] = [
      insertRow('above'),
      insertRow('below'),
      insertColumn('left'),
      insertColumn('right'),
      deleteRows,
      deleteColumns,
      toggleHeaderRow,
      nextCellOrRow,
      previousCell,
      insertTable(2, 2),
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...commands), { maxLength: 25 }), (steps) => {
        const state = steps.reduce(run, inserted());
        state.doc.check();
        const body = toBody(state.doc.toJSON());
        expect(bodySchema.parse(body)).toEqual(body);
        expect(toBody(schema.nodeFromJSON(body).toJSON())).toEqual(body);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a table in the model', () => {
  const cell = (...lines: string[]) => ({
    type: 'tableCell',
    attrs: { header: false, colspan: 1 },
    content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  });
  const row = (...content: object[]) => ({ type: 'tableRow', content });
  const body = (...rows: object[]) => toBody({ type: 'doc', content: [{ type: 'table', content: rows }] });

  it('has rows of equal length, and all words', () => {
    const even = body(row(cell('a', 'b'), cell('c')), row(cell('d')));
    expect(bodySchema.parse(even)).toEqual(even);
    expect(bodyText(even)).toBe('a\nb\tc\nd');
    const [table] = even.content as [Extract<Block, { type: 'table' }>];
    expect(table.content.map(({ content }) => content.length)).toEqual([2, 2]);
    expect(table.content[0]?.content[0]?.attrs).toEqual({ header: false });
  });

  it('takes what is too wide or too long without losing a word', () => {
    const wide = body(row(...Array.from({ length: 25 }, (_, i) => cell(`c${i}`))));
    expect(bodySchema.safeParse(wide).success).toBe(true);
    expect(bodyText(wide).split(/\s/u)).toHaveLength(25);
    const long = body(...Array.from({ length: 2_001 }, () => row(cell('x'))));
    expect(bodySchema.safeParse(long).success).toBe(true);
    expect(long.content).toHaveLength(2);
  });

  it('refuses uneven rows and strange attributes', () => {
    const table = (value: object) => bodySchema.safeParse({ type: 'doc', content: [value] });
    const good = { type: 'tableCell', attrs: { header: true }, content: [{ type: 'paragraph' }] };
    expect(table({ type: 'table', content: [row(good)] }).success).toBe(true);
    const uneven = table({ type: 'table', content: [row(good), row(good, good)] });
    expect(uneven.error?.issues[0]?.message).toBe('validation.unevenTable');
    expect(table({ type: 'table', content: [row(cell('a'))] }).success).toBe(false);
    expect(table({ type: 'table', content: [] }).success).toBe(false);
  });
});
