import { UnstyledButton } from '@mantine/core';
import { type Editor, useEditorState } from '@tiptap/react';
import { createContext, type KeyboardEvent, type ReactNode, use } from 'react';
import { indexOfElement } from '#renderer/lib/element-index.ts';
import { type MessageId, useT } from '#renderer/lib/i18n.tsx';
import { showKeys } from '#renderer/lib/keys.ts';
import { clauseNumber } from '#shared/text-model/clauses.ts';
import classes from './rich-text.module.css';
import { headingLevels, toggleSection } from './section-commands.ts';

type ToolProps = {
  name: MessageId;
  keys?: string;
  /** Pressed while the cursor stands in it. */
  isOn?: (editor: Editor) => boolean;
  isOff?: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
  children: ReactNode;
};

const EditorContext = createContext<Editor | null>(null);

/** One tool of the bar. Only its own state renders it. */
export function Tool({ name, keys, isOn, isOff, run, children }: ToolProps) {
  const t = useT();
  const editor = use(EditorContext);
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      on: current ? (isOn?.(current) ?? false) : false,
      off: current ? (isOff?.(current) ?? false) : true,
    }),
  });
  const shown = keys ? `${t(name)} (${showKeys(keys)})` : t(name);
  return (
    <UnstyledButton
      className={classes.tool}
      aria-label={shown}
      title={shown}
      aria-pressed={isOn ? (state?.on ?? false) : undefined}
      disabled={state?.off ?? true}
      tabIndex={-1}
      data-tool
      // The cursor stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => editor && run(editor)}
    >
      {children}
    </UnstyledButton>
  );
}

export function ToolGap() {
  return <span className={classes.gap} aria-hidden />;
}

type Props = { editor: Editor | null; withHeadings: boolean; children?: ReactNode };

/** One stop of the Tab key, the arrows move within. */
export function Toolbar({ editor, withHeadings, children }: Props) {
  const t = useT();
  return (
    <EditorContext value={editor}>
      <div
        className={classes.toolbar}
        role="toolbar"
        aria-label={t('richText.toolbar')}
        onKeyDown={moveFocus}
        ref={firstStop}
      >
        {withHeadings && (
          <>
            {headingLevels.map((level) => (
              <Tool
                key={level}
                name={`richText.tool.heading${level}`}
                keys={`ctrl+alt+${level}`}
                isOn={(current) => current.isActive('heading', { level })}
                run={(current) => toggleSection(current, level)}
              >
                {clauseNumber(level, 1).trim()}
              </Tool>
            ))}
            <ToolGap />
          </>
        )}
        <Tool
          name="richText.tool.list"
          keys="ctrl+shift+8"
          isOn={(current) => current.isActive('bulletList')}
          run={(current) => current.chain().focus().toggleBulletList().run()}
        >
          <span className={classes.listSign} aria-hidden />
        </Tool>
        <Tool
          name="richText.tool.bold"
          keys="ctrl+b"
          isOn={(current) => current.isActive('bold')}
          run={(current) => current.chain().focus().toggleBold().run()}
        >
          <b>{t('richText.sign.bold')}</b>
        </Tool>
        <Tool
          name="richText.tool.italic"
          keys="ctrl+i"
          isOn={(current) => current.isActive('italic')}
          run={(current) => current.chain().focus().toggleItalic().run()}
        >
          <i>{t('richText.sign.italic')}</i>
        </Tool>
        {children}
      </div>
    </EditorContext>
  );
}

function tools(bar: Element): HTMLElement[] {
  return [...bar.querySelectorAll<HTMLElement>('[data-tool]:not(:disabled)')];
}

function firstStop(bar: HTMLDivElement | null): void {
  const [first] = bar ? tools(bar) : [];
  if (first) first.tabIndex = 0;
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0 || event.ctrlKey || event.altKey) return;
  const all = tools(event.currentTarget);
  const at = indexOfElement(all, document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  const next = all[(at + step + all.length) % all.length];
  for (const tool of all) tool.tabIndex = tool === next ? 0 : -1;
  next?.focus();
}
