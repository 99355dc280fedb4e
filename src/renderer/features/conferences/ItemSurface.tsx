import type { Editor } from '@tiptap/react';
import { useCallback } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { RichText, Tool, ToolGap } from '#renderer/ui/rich-text/index.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import type { Agenda, AgendaDraft } from './agenda-form.ts';
import classes from './conferences.module.css';
import { ItemDecisions } from './ItemDecisions.tsx';

type Props = {
  conference: Conference;
  agenda: Agenda;
  at: number;
  item: AgendaDraft;
  onDiscussion: (editor: Editor) => void;
  onSpeaker: (editor: Editor) => void;
};

/** The writing surface of one item. */
export function ItemSurface({ conference, agenda, at, item, onDiscussion, onSpeaker }: Props) {
  const t = useT();
  const { defer } = agenda.saved;
  // An item that was typed but never saved is in no place of the store.
  const stored =
    conference.agenda.find(({ id }) => id === item.key) ??
    (agenda.saved.dirty ? undefined : conference.agenda[at]);
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
      <ItemDecisions
        conference={conference}
        itemId={stored?.id ?? null}
        saveFirst={() => (agenda.saved.dirty ? agenda.saved.save() : Promise.resolve(true))}
      />
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
