import type { Node } from '@tiptap/pm/model';
import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import {
  CellSelection,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  selectedRect,
} from '@tiptap/pm/tables';
import { tableLimits } from '#shared/text-model/body.ts';

/** Puts a table behind the block at the cursor, or in place of an empty one, and the cursor into its first cell. */
export function insertTable(rows: number, columns: number): Command {
  return (state, dispatch) => {
    if (isInTable(state)) return false;
    const { table, tableRow, paragraph } = state.schema.nodes;
    if (!table || !tableRow || !paragraph) return false;
    const cells = (header: boolean) => Array.from({ length: columns }, () => newCell(state, header));
    const made = table.create(
      null,
      Array.from({ length: rows }, (_, row) => tableRow.create(null, cells(row === 0))),
    );
    const { $to } = state.selection;
    const block = $to.depth > 0 ? $to.node(1) : null;
    const isEmpty = block?.type === paragraph && block.content.size === 0;
    const end = $to.depth > 0 ? $to.after(1) : $to.pos;
    const start = isEmpty ? $to.before(1) : end;
    // There is always a line behind it to go on writing.
    const isLast = end === state.doc.content.size;
    const tr = state.tr.replaceWith(start, end, isLast ? [made, paragraph.create()] : [made]);
    tr.setSelection(TextSelection.near(tr.doc.resolve(start + 1)));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

function newCell(state: EditorState, header: boolean): Node {
  const { tableCell, paragraph } = state.schema.nodes;
  if (!tableCell || !paragraph) throw new Error('The schema has no table cells');
  return tableCell.create({ header }, paragraph.create());
}

/** A row above or below the selected ones. Below a header row the body of the table begins. */
export function insertRow(side: 'above' | 'below'): Command {
  return (state, dispatch) => {
    if (!isInTable(state)) return false;
    const rect = selectedRect(state);
    if (rect.map.height >= tableLimits.rows) return false;
    if (!dispatch) return true;
    const near = rect.table.child(side === 'above' ? rect.top : rect.bottom - 1);
    const copies = side === 'above' || !isHeaderRow(near);
    const cells = near.children.map((cell) => newCell(state, copies && cell.attrs.header === true));
    const at = rect.tableStart + rowStart(rect.table, side === 'above' ? rect.top : rect.bottom);
    dispatch(state.tr.insert(at, near.type.create(null, cells)).scrollIntoView());
    return true;
  };
}

export function insertColumn(side: 'left' | 'right'): Command {
  return (state, dispatch) => {
    if (!isInTable(state)) return false;
    const rect = selectedRect(state);
    if (rect.map.width >= tableLimits.columns) return false;
    if (!dispatch) return true;
    const near = side === 'left' ? rect.left : rect.right - 1;
    const at = side === 'left' ? rect.left : rect.right;
    const { tr } = state;
    rect.table.forEach((row, offset) => {
      const before = row.children.slice(0, at).reduce((sum, cell) => sum + cell.nodeSize, 0);
      const place = rect.tableStart + offset + 1 + before;
      tr.insert(tr.mapping.map(place), newCell(state, row.child(near).attrs.header === true));
    });
    dispatch(tr.scrollIntoView());
    return true;
  };
}

function rowStart(table: Node, index: number): number {
  return table.children.slice(0, index).reduce((sum, row) => sum + row.nodeSize, 0);
}

function isHeaderRow(row: Node): boolean {
  return row.children.every((cell) => cell.attrs.header === true);
}

/** Makes the selected rows header rows, or plain ones again. */
export const toggleHeaderRow: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  if (!dispatch) return true;
  const { tr } = state;
  const rect = selectedRect(state);
  const rows = rect.table.children.slice(rect.top, rect.bottom);
  const header = !rows.every(isHeaderRow);
  let at = rect.tableStart + rowStart(rect.table, rect.top);
  for (const row of rows) {
    row.forEach((cell, offset) => {
      tr.setNodeMarkup(at + 1 + offset, null, { ...cell.attrs, header });
    });
    at += row.nodeSize;
  }
  dispatch(tr);
  return true;
};

export function inHeaderRow(state: EditorState): boolean {
  if (!isInTable(state)) return false;
  const rect = selectedRect(state);
  return rect.table.children.slice(rect.top, rect.bottom).every(isHeaderRow);
}

/** The last row or column goes with its table. */
export const deleteRows: Command = (state, dispatch) =>
  deleteRow(state, dispatch) || deleteTable(state, dispatch);

export const deleteColumns: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const { left, right, map } = selectedRect(state);
  return left === 0 && right === map.width ? deleteTable(state, dispatch) : deleteColumn(state, dispatch);
};

/** Tab: on to the next cell, from the last one into a new row. */
export const nextCellOrRow: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  if (goToNextCell(1)(state, dispatch)) return true;
  insertRow('below')(
    state,
    dispatch &&
      ((tr: Transaction) => {
        const next = state.apply(tr);
        goToNextCell(1)(next, (moved) => tr.setSelection(moved.selection));
        dispatch(tr.scrollIntoView());
      }),
  );
  return true;
};

export const previousCell: Command = (state, dispatch) => goToNextCell(-1)(state, dispatch);

/** Below a table that ends the text a new line opens. */
export const leaveTable: Command = (state, dispatch) => {
  const { $head, empty } = state.selection;
  const { paragraph } = state.schema.nodes;
  if (!empty || !isInTable(state) || !paragraph || $head.after(1) !== state.doc.content.size) return false;
  const { table, bottom } = selectedRect(state);
  const isLastLine = bottom === table.childCount && $head.index(-1) === $head.node(-1).childCount - 1;
  if (!isLastLine || $head.parentOffset < $head.parent.content.size) return false;
  const tr = state.tr.insert(state.doc.content.size, paragraph.create());
  dispatch?.(tr.setSelection(TextSelection.atEnd(tr.doc)).scrollIntoView());
  return true;
};

/** With every cell selected the table itself is meant. */
export const deleteWholeTable: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof CellSelection)) return false;
  return selection.isRowSelection() && selection.isColSelection() ? deleteTable(state, dispatch) : false;
};
