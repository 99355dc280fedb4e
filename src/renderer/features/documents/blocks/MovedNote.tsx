import { Button } from '@mantine/core';
import { type Editor, useEditorState } from '@tiptap/react';
import { acceptMoved, movedIn } from '#renderer/features/clauses/index.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { KeyCap } from '#renderer/ui/KeyCap.tsx';
import { movedLines } from './moved-lines.ts';
import classes from './text-blocks.module.css';

/** Says what the records say otherwise than when it was looked at last; one key takes note of all of it. */
export function MovedNote({ editor }: { editor: Editor }) {
  const t = useT();
  const moved = useEditorState({ editor, selector: ({ editor: current }) => movedIn(current.state) });
  const [first, ...more] = moved;
  if (!first) return null;
  const rest = more.length > 0 ? ` ${t('documents.live.more', { count: more.length })}` : '';
  return (
    <div className={classes.moved} role="status">
      <span className={classes.movedText}>
        {t('documents.live.moved', { what: movedLines(t, first) })}
        {rest}
      </span>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        onClick={() => editor.chain().setTextSelection(first.at).scrollIntoView().focus().run()}
      >
        {t('documents.live.show')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        rightSection={<KeyCap keys="ctrl+shift+u" />}
        onClick={() => acceptMoved(editor)}
      >
        {t('documents.live.accept')}
      </Button>
    </div>
  );
}
