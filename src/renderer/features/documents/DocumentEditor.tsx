import type { Editor } from '@tiptap/react';
import { memo, useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { FindingMark, findingAt } from '#renderer/features/conferences/index.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { path } from '#renderer/lib/routes.ts';
import { localDay } from '#renderer/lib/time.ts';
import { RichText, Tool, ToolGap } from '#renderer/ui/rich-text/index.ts';
import type { Body } from '#shared/features/documents/body.ts';
import type { SavedDocument } from './document-form.ts';
import { IndicatorTableDialog } from './IndicatorTableDialog.tsx';
import { documentBlocks, type TableReference } from './indicator-table-node.ts';

/** Of one identity, as the editor asks. */
const blocks = [...documentBlocks, FindingMark];

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
  const { conferenceId } = form.getValues();
  return <Surface key={key} initial={form.getValues().body} onEdit={edited} conferenceId={conferenceId} />;
}

type SurfaceProps = { initial: Body; onEdit: (read: () => Body) => void; conferenceId: string | null };

const Surface = memo(
  function Surface({ initial, onEdit, conferenceId }: SurfaceProps) {
    const t = useT();
    const [, go] = useLocation();
    const [insertInto, setInsertInto] = useState<Editor | null>(null);
    const tools = useCallback(
      () => (
        <>
          <ToolGap />
          <Tool name="documents.table.insert" run={setInsertInto}>
            {t('documents.table.insertSign')}
          </Tool>
          {conferenceId && (
            <Tool
              name="documents.finding.origin"
              isOff={(editor) => findingAt(editor) === null}
              run={(editor) => {
                const finding = findingAt(editor);
                if (finding) go(path.finding(conferenceId, finding.id));
              }}
            >
              {t('documents.finding.originSign')}
            </Tool>
          )}
        </>
      ),
      [t, conferenceId, go],
    );
    return (
      <>
        <RichText
          initial={initial}
          onEdit={onEdit}
          label={t('documents.field.body')}
          extensions={blocks}
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
  (before, after) => before.onEdit === after.onEdit && before.conferenceId === after.conferenceId,
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
