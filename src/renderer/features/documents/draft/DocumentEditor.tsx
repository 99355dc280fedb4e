import { Selection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import {
  acceptMoved,
  CitationDialog,
  CitationTool,
  FollowChips,
  useClauseBlocks,
} from '#renderer/features/clauses/index.ts';
import { FindingMark, findingAt } from '#renderer/features/conferences/index.ts';
import { OpinionMarks } from '#renderer/features/reviews/index.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { path } from '#renderer/lib/routes.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { localDay } from '#renderer/lib/time.ts';
import { RichText, Tool, ToolGap } from '#renderer/ui/rich-text/index.ts';
import type { Body } from '#shared/text-model/body.ts';
import { AppendixDialog } from '../blocks/AppendixDialog.tsx';
import { IndicatorTableDialog } from '../blocks/IndicatorTableDialog.tsx';
import { documentBlocks } from '../blocks/indicator-table-node.ts';
import { LiveTextDialog } from '../blocks/LiveTextDialog.tsx';
import { MovedNote } from '../blocks/MovedNote.tsx';
import { ClauseTree } from './ClauseTree.tsx';
import type { SavedDocument } from './document-form.ts';
import classes from './editor.module.css';

/** Of one identity, as the editor asks. */
const blocks = [...documentBlocks, FindingMark, OpinionMarks];

type Props = {
  id: string;
  saved: SavedDocument;
  onEdit: () => void;
  onReady?: (editor: Editor) => void;
  isReadOnly: boolean;
};

/** The body of the document. Drawn once: what is typed goes to the form when it asks for it. */
export function DocumentEditor({ id, saved, onEdit, onReady, isReadOnly }: Props) {
  const { form, defer } = saved;
  const edited = useCallback(
    (read: () => Body) => {
      defer('body', read);
      onEdit();
    },
    [defer, onEdit],
  );
  const key = `${form.key('body')} ${isReadOnly}`;
  // Another text was put in: taken back, undone, or saved elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the text
  useEffect(onEdit, [key]);
  const { conferenceId } = form.getValues();
  return (
    <Surface
      key={key}
      id={id}
      initial={form.getValues().body}
      onEdit={edited}
      onReady={onReady}
      conferenceId={conferenceId}
      isReadOnly={isReadOnly}
    />
  );
}

type SurfaceProps = {
  id: string;
  initial: Body;
  onEdit: (read: () => Body) => void;
  onReady: ((editor: Editor) => void) | undefined;
  conferenceId: string | null;
  isReadOnly: boolean;
};

/** What is put in at the cursor, each by a dialog of its own. */
type Insert = 'citation' | 'live' | 'table' | 'appendix';

/** Whether the outline stood beside the text the last time, for the next document. */
const remembered = { isTreeShown: false };

const Surface = memo(
  function Surface({ id, initial, onEdit, onReady, conferenceId, isReadOnly }: SurfaceProps) {
    const t = useT();
    const [, go] = useLocation();
    const [editor, setEditor] = useState<Editor | null>(null);
    const [insert, setInsert] = useState<Insert | null>(null);
    const [tree, setTree] = useState({ isShown: remembered.isTreeShown, takesFocus: false });
    remembered.isTreeShown = tree.isShown;
    const clauseBlocks = useClauseBlocks(id);
    const extensions = useMemo(() => [...blocks, ...clauseBlocks], [clauseBlocks]);

    useShortcuts([
      { keys: 'ctrl+shift+m', label: 'documents.citation.title', run: () => setInsert('citation') },
      { keys: 'ctrl+shift+l', label: 'documents.live.title', run: () => setInsert('live') },
      { keys: 'ctrl+shift+a', label: 'documents.appendix.title', run: () => setInsert('appendix') },
      {
        keys: 'ctrl+shift+u',
        label: 'documents.live.accept',
        run: () => {
          if (editor && !editor.isDestroyed) acceptMoved(editor);
        },
      },
      {
        keys: 'alt+m',
        label: 'documents.tree.title',
        run: () => setTree(({ isShown }) => ({ isShown: !isShown, takesFocus: !isShown })),
      },
    ]);

    const tools = useCallback(
      (current: Editor) => (
        <>
          <ToolGap />
          <CitationTool run={() => setInsert('citation')} />
          <Tool name="documents.live.title" keys="ctrl+shift+l" run={() => setInsert('live')}>
            {t('documents.live.sign')}
          </Tool>
          <Tool name="documents.table.insert" run={() => setInsert('table')}>
            {t('documents.table.insertSign')}
          </Tool>
          <Tool name="documents.appendix.title" keys="ctrl+shift+a" run={() => setInsert('appendix')}>
            {t('documents.appendix.sign')}
          </Tool>
          {conferenceId && (
            <Tool
              name="documents.finding.origin"
              isOff={(one) => findingAt(one) === null}
              run={(one) => {
                const finding = findingAt(one);
                if (finding) go(path.finding(conferenceId, finding.id));
              }}
            >
              {t('documents.finding.originSign')}
            </Tool>
          )}
          <ToolGap />
          <Tool
            name="documents.tree.title"
            keys="alt+m"
            run={() => setTree(({ isShown }) => ({ isShown: !isShown, takesFocus: false }))}
          >
            {t('documents.tree.sign')}
          </Tool>
          <FollowChips editor={current} />
        </>
      ),
      [t, conferenceId, go],
    );
    const ready = useCallback(
      (made: Editor) => {
        setEditor(made);
        onReady?.(made);
      },
      [onReady],
    );
    const close = () => setInsert(null);
    return (
      <div className={classes.withTree}>
        {tree.isShown && editor && <ClauseTree editor={editor} takesFocus={tree.takesFocus} />}
        <div className={classes.surface}>
          {editor && <MovedNote editor={editor} />}
          <RichText
            initial={initial}
            onEdit={onEdit}
            label={t('documents.field.body')}
            extensions={extensions}
            withHeadings
            isReadOnly={isReadOnly}
            hasCursor
            tools={tools}
            onReady={ready}
            fill
          />
        </div>
        {editor && insert === 'citation' && (
          <CitationDialog editor={editor} documentId={id} onClose={close} />
        )}
        {editor && insert === 'live' && (
          <LiveTextDialog editor={editor} conferenceId={conferenceId} onClose={close} />
        )}
        {editor && insert === 'table' && (
          <IndicatorTableDialog
            initial={{ period: localDay().slice(0, 4), indicatorIds: [], caption: '', seen: null }}
            onClose={close}
            onDone={(attrs) => insertBlock(editor, { type: 'indicatorTable', attrs })}
          />
        )}
        {editor && insert === 'appendix' && (
          <AppendixDialog
            initial={{ title: '', isLandscape: false }}
            onClose={close}
            onDone={(attrs) => insertBlock(editor, { type: 'appendix', attrs })}
          />
        )}
      </div>
    );
  },
  // `initial` is read once; another text comes with another key.
  (before, after) =>
    before.id === after.id && before.onEdit === after.onEdit && before.conferenceId === after.conferenceId,
);

type BlockContent = { type: 'indicatorTable' | 'appendix'; attrs: Record<string, unknown> };

/** After the block of the cursor, with a line below to go on writing in. */
function insertBlock(editor: Editor, block: BlockContent): void {
  const { $to } = editor.state.selection;
  const after = $to.depth > 0 ? $to.after(1) : $to.pos;
  const isLast = after >= editor.state.doc.content.size;
  editor
    .chain()
    .insertContentAt(after, isLast ? [block, { type: 'paragraph' }] : block)
    .command(({ tr }) => {
      tr.setSelection(Selection.near(tr.doc.resolve(after + 1)));
      return true;
    })
    .focus()
    .run();
}
