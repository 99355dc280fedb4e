import type { Editor } from '@tiptap/react';
import { memo, useCallback, useEffect, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { localDay } from '#renderer/lib/time.ts';
import { RichText, Tool, ToolGap } from '#renderer/ui/rich-text/index.ts';
import type { Body } from '#shared/features/documents/body.ts';
import type { SavedDocument } from './document-form.ts';
import { IndicatorTableDialog } from './IndicatorTableDialog.tsx';
import { documentBlocks, type TableReference } from './indicator-table-node.ts';

type Props = { saved: SavedDocument; onEdit: () => void };

/** The body of the document. Drawn once: what is typed goes to the form when it asks for it. */
export function DocumentEditor({ saved, onEdit }: Props) {
  const { form, defer } = saved;
  const edited = useCallback(
    (read: () => Body) => {
      defer('body', read);
      onEdit();
    },
    [defer, onEdit],
  );
  const key = form.key('body');
  // Another text was put in: taken back, undone, or saved elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the text
  useEffect(onEdit, [key]);
  return <Surface key={key} initial={form.getValues().body} onEdit={edited} />;
}

type SurfaceProps = { initial: Body; onEdit: (read: () => Body) => void };

const Surface = memo(
  function Surface({ initial, onEdit }: SurfaceProps) {
    const t = useT();
    const [insertInto, setInsertInto] = useState<Editor | null>(null);
    const tools = useCallback(
      () => (
        <>
          <ToolGap />
          <Tool name="documents.table.insert" run={setInsertInto}>
            {t('documents.table.insertSign')}
          </Tool>
        </>
      ),
      [t],
    );
    return (
      <>
        <RichText
          initial={initial}
          onEdit={onEdit}
          label={t('documents.field.body')}
          extensions={documentBlocks}
          withHeadings
          tools={tools}
          fill
        />
        {insertInto && (
          <IndicatorTableDialog
            initial={{ period: localDay().slice(0, 4), indicatorIds: [], caption: '' }}
            onClose={() => setInsertInto(null)}
            onDone={(reference) => insertTable(insertInto, reference)}
          />
        )}
      </>
    );
  },
  // `initial` is read once; another text comes with another key.
  (before, after) => before.onEdit === after.onEdit,
);

/** After the block of the cursor, with a line below to go on writing in. */
function insertTable(editor: Editor, attrs: TableReference): void {
  const { $to } = editor.state.selection;
  const after = $to.depth > 0 ? $to.after(1) : $to.pos;
  const isLast = after >= editor.state.doc.content.size;
  const table = { type: 'indicatorTable', attrs };
  editor
    .chain()
    .focus()
    .insertContentAt(after, isLast ? [table, { type: 'paragraph' }] : table)
    .run();
}
