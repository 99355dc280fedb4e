import type { Command } from '@tiptap/pm/state';
import { isInTable } from '@tiptap/pm/tables';
import { type Editor, useEditorState } from '@tiptap/react';
import type { ReactNode } from 'react';
import type { MessageId } from '#renderer/lib/i18n.tsx';
import { Tool, ToolGap } from './Toolbar.tsx';
import {
  deleteColumns,
  deleteRows,
  inHeaderRow,
  insertColumn,
  insertRow,
  insertTable,
  toggleHeaderRow,
} from './table-commands.ts';

type TableTool = { name: MessageId; command: Command; sign: ReactNode; isOn?: (editor: Editor) => boolean };

const grid = <path d="M2 2.5h12v11H2zM2 6.2h12M2 9.8h12M6 2.5v11M10 2.5v11" />;

/** A part of a table and what happens to it. */
const tools: readonly TableTool[] = [
  {
    name: 'richText.table.header',
    command: toggleHeaderRow,
    isOn: ({ state }) => inHeaderRow(state),
    sign: (
      <>
        <path d="M2 2.5h12v4H2z" fill="currentColor" />
        <path d="M2 6.5v7h12v-7M8 6.5v7" />
      </>
    ),
  },
  {
    name: 'richText.table.rowAbove',
    command: insertRow('above'),
    sign: <path d="M2 9h12v4.5H2zM8 1.5v5M5.5 4h5" />,
  },
  {
    name: 'richText.table.rowBelow',
    command: insertRow('below'),
    sign: <path d="M2 2.5h12V7H2zM8 9.5v5M5.5 12h5" />,
  },
  {
    name: 'richText.table.columnLeft',
    command: insertColumn('left'),
    sign: <path d="M9 2h4.5v12H9zM1.5 8h5M4 5.5v5" />,
  },
  {
    name: 'richText.table.columnRight',
    command: insertColumn('right'),
    sign: <path d="M2.5 2H7v12H2.5zM9.5 8h5M12 5.5v5" />,
  },
  { name: 'richText.table.deleteRow', command: deleteRows, sign: <path d="M2 5.5h12v5H2zM6 13.5l4-11" /> },
  {
    name: 'richText.table.deleteColumn',
    command: deleteColumns,
    sign: <path d="M5.5 2h5v12h-5zM2.5 10l11-4" />,
  },
];

function Sign({ children }: { children: ReactNode }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true">
      {children}
    </svg>
  );
}

function run(editor: Editor, command: Command): void {
  command(editor.state, editor.view.dispatch);
  editor.view.focus();
}

/** Puts a table in; in a table, its rows and columns. They come at the end of the bar, so that no other tool moves. */
export function TableTools({ editor }: { editor: Editor | null }) {
  const inTable = useEditorState({
    editor,
    selector: ({ editor: current }) => (current ? isInTable(current.state) : false),
  });
  return (
    <>
      <ToolGap />
      <Tool
        name="richText.table.insert"
        isOff={({ state }) => isInTable(state)}
        run={(current) => run(current, insertTable(3, 3))}
      >
        <Sign>{grid}</Sign>
      </Tool>
      {inTable &&
        tools.map(({ name, command, sign, isOn }) => (
          <Tool
            key={name}
            name={name}
            isOn={isOn}
            isOff={({ state }) => !command(state)}
            run={(current) => run(current, command)}
          >
            <Sign>{sign}</Sign>
          </Tool>
        ))}
    </>
  );
}
