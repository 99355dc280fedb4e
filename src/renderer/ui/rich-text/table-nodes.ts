import { tableEditing } from '@tiptap/pm/tables';
import { Node } from '@tiptap/react';
import { deleteWholeTable, leaveTable, nextCellOrRow, previousCell } from './table-commands.ts';

/** The names by which the table plug-in knows the nodes of a table. */
const roles: Readonly<Record<string, string>> = { table: 'table', tableRow: 'row', tableCell: 'cell' };

/** A plain table as the model has it: rows of equal length, no merged cells. */
const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  extendNodeSchema: ({ name }) => (roles[name] ? { tableRole: roles[name] } : {}),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
  addProseMirrorPlugins: () => [tableEditing()],
  addKeyboardShortcuts() {
    const { editor } = this;
    const run = (command: typeof nextCellOrRow) => () => command(editor.state, editor.view.dispatch);
    return {
      Tab: run(nextCellOrRow),
      'Shift-Tab': run(previousCell),
      ArrowDown: run(leaveTable),
      Backspace: run(deleteWholeTable),
      Delete: run(deleteWholeTable),
    };
  },
});

const TableRow = Node.create({
  name: 'tableRow',
  content: 'tableCell+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

const TableCell = Node.create({
  name: 'tableCell',
  content: 'paragraph+',
  isolating: true,
  addAttributes: () => ({
    header: {
      default: false,
      rendered: false,
      parseHTML: (element: HTMLElement) => element.tagName === 'TH',
    },
    // The plug-in wants them; a cell of ours is always one by one.
    colspan: { default: 1, rendered: false, parseHTML: () => 1 },
    rowspan: { default: 1, rendered: false, parseHTML: () => 1 },
    colwidth: { default: null, rendered: false, parseHTML: () => null },
  }),
  parseHTML: () => [{ tag: 'td' }, { tag: 'th' }],
  renderHTML: ({ node }) => [node.attrs.header ? 'th' : 'td', 0],
});

export const tableNodes = [Table, TableRow, TableCell];
