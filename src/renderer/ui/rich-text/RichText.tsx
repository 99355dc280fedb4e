import { useQuery } from '@tanstack/react-query';
import { type Editor, EditorContent, type Extensions, useEditor } from '@tiptap/react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { toastDone } from '#renderer/lib/toasts.tsx';
import type { Body } from '#shared/text-model/body.ts';
import { setAbbreviations } from './abbreviations.ts';
import { richTextExtensions } from './extensions.ts';
import { FindBar, FindInText, useFinder } from './find/index.ts';
import { LegacyNote } from './LegacyNote.tsx';
import { ReadingCursor } from './reading-cursor.ts';
import classes from './rich-text.module.css';
import { TableTools } from './TableTools.tsx';
import { Toolbar } from './Toolbar.tsx';
import { toBody } from './to-body.ts';

export type RichTextProps = {
  /** Read once. To show another text give the component another React key. */
  initial: Body;
  /** After each change: `read` makes the value when somebody needs it, also after the editor is gone. */
  onEdit: (read: () => Body) => void;
  /** What is written here, for screen readers. */
  label: string;
  /** Blocks of a feature. Must keep its identity. */
  extensions?: Extensions;
  /** The editor's own tools; headings are left out where the paper counts its parts by itself. */
  withHeadings?: boolean;
  tools?: (editor: Editor) => ReactNode;
  /** Takes the height of its place and scrolls inside. */
  fill?: boolean;
  /** Only to be read: no tools, no cursor unless it is asked for. */
  isReadOnly?: boolean;
  /** To go through what is only read and select words in it. */
  hasCursor?: boolean;
  onReady?: (editor: Editor) => void;
  onFocus?: (editor: Editor) => void;
};

const none: Extensions = [];
const base = [...richTextExtensions(() => toastDone('richText.paste.images')), FindInText];

/**
 * The writing surface. Uncontrolled: a keystroke renders nothing in React and copies no text; letters are normalised when
 * the value is read, never under the hands of UniKey, which takes back as many letters as it has typed.
 */
export function RichText({
  initial,
  onEdit,
  label,
  extensions = none,
  withHeadings = false,
  tools,
  fill = false,
  isReadOnly = false,
  hasCursor = !isReadOnly,
  onReady,
  onFocus,
}: RichTextProps) {
  const newest = useRef(onEdit);
  newest.current = onEdit;
  const all = useMemo(
    () => [...base, ...extensions, ...(isReadOnly && hasCursor ? [ReadingCursor] : [])],
    [extensions, isReadOnly, hasCursor],
  );

  const edited = useCallback(({ editor }: { editor: Editor }) => {
    const { doc } = editor.state;
    newest.current(() => toBody(doc.toJSON()));
  }, []);

  const editorProps = useMemo(
    () => ({
      attributes: {
        class: classes.text ?? '',
        'aria-label': label,
        role: 'textbox',
        'aria-multiline': 'true',
      },
    }),
    [label],
  );
  const focusedHere = useRef(onFocus);
  focusedHere.current = onFocus;
  const { data: phrases } = useQuery(methodQuery('phrases.list', {}));
  useEffect(() => setAbbreviations(phrases ?? []), [phrases]);
  const editor: Editor | null = useEditor({
    extensions: all,
    content: initial,
    enableInputRules: true,
    enablePasteRules: false,
    injectCSS: false,
    editorProps,
    onUpdate: edited,
    editable: hasCursor,
    onFocus: ({ editor: focused }) => focusedHere.current?.(focused),
  });

  const ready = useRef(onReady);
  ready.current = onReady;
  // An editor that had to wait for its page may be destroyed already; a new one follows.
  useEffect(() => {
    if (editor && !editor.isDestroyed) ready.current?.(editor);
  }, [editor]);

  const { find, replace, close } = useFinder(editor, isReadOnly);
  return (
    <div className={classes.frame} data-fill={fill || undefined}>
      {!isReadOnly && (
        <>
          <Toolbar editor={editor} withHeadings={withHeadings}>
            {editor && tools?.(editor)}
            <TableTools editor={editor} />
          </Toolbar>
          <LegacyNote editor={editor} />
        </>
      )}
      {editor && find && (
        <FindBar editor={editor} find={find} isReadOnly={isReadOnly} onReplace={replace} onClose={close} />
      )}
      <EditorContent editor={editor} className={classes.content} spellCheck={false} />
    </div>
  );
}
