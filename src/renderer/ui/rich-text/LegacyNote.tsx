import { Button } from '@mantine/core';
import { type Editor, useEditorState } from '@tiptap/react';
import { useT } from '#renderer/lib/i18n.tsx';
import { convertLegacy, keepLegacy, legacyNotice } from './legacy-text.ts';
import classes from './rich-text.module.css';

/** Says that what was pasted is in an old font, what would be lost, and offers to convert it. */
export function LegacyNote({ editor }: { editor: Editor | null }) {
  const t = useT();
  const notice = useEditorState({
    editor,
    selector: ({ editor: current }) => (current ? legacyNotice(current.state) : null),
  });
  if (!editor || !notice) return null;
  const fonts = notice.fonts.map((font) => font.toUpperCase()).join(', ');
  return (
    <div className={classes.legacy} role="status" data-note>
      <span className={classes.legacyText}>
        {t('richText.legacy.found', { fonts })}
        {notice.unknown.length > 0 && (
          <span>{t('richText.legacy.unknown', { letters: notice.unknown.join(' ') })}</span>
        )}
        {notice.capitals.length > 0 && (
          <span>{t('richText.legacy.capitals', { letters: notice.capitals.join(' ') })}</span>
        )}
      </span>
      <Button size="compact-sm" variant="default" onClick={() => convertLegacy(editor)}>
        {t('richText.legacy.convert')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => keepLegacy(editor)}>
        {t('richText.legacy.keep')}
      </Button>
    </div>
  );
}
