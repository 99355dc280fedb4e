import type { Editor } from '@tiptap/react';
import { useCallback } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { RichText, Tool, ToolGap } from '#renderer/ui/rich-text/index.ts';
import type { Agenda, AgendaDraft } from './agenda-form.ts';
import classes from './conferences.module.css';

type Props = {
  agenda: Agenda;
  at: number;
  item: AgendaDraft;
  onDiscussion: (editor: Editor) => void;
  onSpeaker: (editor: Editor) => void;
};

/** The writing surface of one item. */
export function ItemSurface({ agenda, at, item, onDiscussion, onSpeaker }: Props) {
  const t = useT();
  const { defer } = agenda.saved;
  const tools = useCallback(
    () => (
      <>
        <ToolGap />
        <Tool name="conferences.proceedings.speaker" keys="ctrl+enter" run={onSpeaker}>
          {t('conferences.proceedings.speakerSign')}
        </Tool>
      </>
    ),
    [t, onSpeaker],
  );
  return (
    <section className={classes.surface} aria-label={item.title}>
      <h2 className={classes.surfaceTitle}>
        {`${at + 1}. ${item.title}`}
        {item.presenter && <span className={classes.dim}>{` · ${item.presenter}`}</span>}
      </h2>
      <div className={classes.discussion}>
        <h3>{t('conferences.proceedings.discussion')}</h3>
        <RichText
          initial={item.discussion}
          onEdit={(read) => defer(`items.${at}.discussion`, read)}
          label={t('conferences.proceedings.discussion')}
          tools={tools}
          onReady={(editor) => {
            onDiscussion(editor);
            editor.commands.focus('end', { scrollIntoView: true });
          }}
          fill
        />
      </div>
      <div className={classes.conclusion}>
        <h3>{t('conferences.proceedings.conclusion')}</h3>
        <RichText
          initial={item.conclusion}
          onEdit={(read) => defer(`items.${at}.conclusion`, read)}
          label={t('conferences.proceedings.conclusion')}
          fill
        />
      </div>
    </section>
  );
}
