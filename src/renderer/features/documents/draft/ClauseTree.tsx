import { UnstyledButton } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { indexOfElement } from '#renderer/lib/element-index.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { clausesIn } from '#renderer/ui/rich-text/index.ts';
import classes from './editor.module.css';

type Line = { key: number; level: number; number: string; title: string };
type Shown = { lines: readonly Line[]; current: number };

/** Not at each key: the outline may come a moment after the text. */
const pause = 250;

/** The headings beside the text. ↑↓ moves, Enter goes there, Esc goes back to the text. */
export function ClauseTree({ editor, takesFocus }: { editor: Editor; takesFocus: boolean }) {
  const t = useT();
  const [{ lines, current }, setShown] = useState(() => shownIn(editor));
  const list = useRef<HTMLElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const look = () => {
      timer = null;
      if (!editor.isDestroyed) setShown((before) => kept(before, shownIn(editor)));
    };
    const changed = () => {
      timer ??= setTimeout(look, pause);
    };
    editor.on('transaction', changed);
    return () => {
      editor.off('transaction', changed);
      if (timer !== null) clearTimeout(timer);
    };
  }, [editor]);

  useEffect(() => {
    if (takesFocus) {
      const buttons = list.current?.querySelectorAll('button') ?? [];
      (list.current?.querySelector<HTMLElement>('[aria-current]') ?? buttons[0])?.focus();
    }
  }, [takesFocus]);

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape') editor.commands.focus();
    else if (step !== 0) {
      const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
      buttons[indexOfElement(buttons, document.activeElement) + step]?.focus();
    } else return;
    event.preventDefault();
  }

  return (
    <nav className={classes.tree} aria-label={t('documents.tree.title')} ref={list} onKeyDown={onKeyDown}>
      {lines.length === 0 && <p className={classes.treeEmpty}>{t('documents.tree.empty')}</p>}
      {lines.map((line, index) => (
        <TreeLine key={line.key} line={line} isCurrent={index === current} onGo={() => goTo(editor, index)} />
      ))}
    </nav>
  );
}

type LineProps = { line: Line; isCurrent: boolean; onGo: () => void };

const TreeLine = memo(
  function TreeLine({ line, isCurrent, onGo }: LineProps) {
    return (
      <UnstyledButton
        className={classes.treeLine}
        data-level={line.level}
        aria-current={isCurrent || undefined}
        onClick={onGo}
        title={`${line.number}${line.title}`}
      >
        <span className={classes.treeNumber}>{line.number.trim()}</span>
        <span className={classes.treeTitle}>{line.title}</span>
      </UnstyledButton>
    );
  },
  // `onGo` goes to the same place in the order.
  (before, after) => before.line === after.line && before.isCurrent === after.isCurrent,
);

function shownIn(editor: Editor): Shown {
  const clauses = clausesIn(editor.state.doc);
  const { from } = editor.state.selection;
  const lines = clauses.map(({ level, number, title }, key): Line => ({ key, level, number, title }));
  return { lines, current: clauses.findLastIndex(({ at }) => at < from) };
}

/** Lines that stay the same keep their identity, so that only the others are drawn. */
function kept(before: Shown, after: Shown): Shown {
  const lines = after.lines.map((line, index) => {
    const old = before.lines[index];
    const isSame = old && old.level === line.level && old.number === line.number && old.title === line.title;
    return isSame ? old : line;
  });
  const isSame =
    before.current === after.current &&
    lines.length === before.lines.length &&
    lines.every((line, index) => line === before.lines[index]);
  return isSame ? before : { lines, current: after.current };
}

function goTo(editor: Editor, index: number): void {
  const clause = clausesIn(editor.state.doc)[index];
  if (!clause) return;
  const heading = editor.view.nodeDOM(clause.at);
  editor.commands.focus(clause.at + 1, { scrollIntoView: false });
  if (heading instanceof HTMLElement) heading.scrollIntoView({ block: 'start' });
}
