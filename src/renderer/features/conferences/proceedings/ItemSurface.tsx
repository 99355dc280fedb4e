import type { Editor } from '@tiptap/react';
import { useMemo } from 'react';
import { CitationTool, FollowChips, useClauseBlocks } from '#renderer/features/clauses/index.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { RichText, Tool, ToolGap } from '#renderer/ui/rich-text/index.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import type { Agenda, AgendaDraft } from '../agenda-form.ts';
import classes from '../conferences.module.css';
import { ItemDecisions } from '../decisions/ItemDecisions.tsx';
import { useReadOnly } from '../use-read-only.ts';
import { FindingTool } from './FindingTool.tsx';
import { FindingMark } from './finding-mark.ts';
import { ItemHead } from './ItemHead.tsx';
import { SpeakerNode } from './speaker-node.ts';

type Props = {
  conference: Conference;
  agenda: Agenda;
  at: number;
  item: AgendaDraft;
  saveFirst: () => Promise<boolean>;
  /** The editor that has just appeared or taken the focus; the first one is the discussion's. */
  onEditor: (editor: Editor, isDiscussion: boolean) => void;
  onSpeaker: (editor: Editor) => void;
  onFinding: (editor: Editor) => void;
  onCite: (editor: Editor) => void;
};

/** The writing surface of one item. */
export function ItemSurface(props: Props) {
  const { conference, agenda, at, item, saveFirst, onEditor, onSpeaker, onFinding, onCite } = props;
  const t = useT();
  const { defer } = agenda.saved;
  const isReadOnly = useReadOnly(conference);
  const clauseBlocks = useClauseBlocks(null);
  const extensions = useMemo(() => {
    const signs = {
      report: t('conferences.proceedings.parts.report'),
      statement: '',
      answer: t('conferences.proceedings.parts.answer'),
      chair: t('conferences.proceedings.parts.chair'),
    };
    return [SpeakerNode.configure({ signs }), FindingMark, ...clauseBlocks];
  }, [t, clauseBlocks]);
  return (
    <section className={classes.surface} aria-label={item.title}>
      <h2 className={classes.surfaceTitle}>
        {`${at + 1}. ${item.title}`}
        {item.presenter && <span className={classes.dim}>{` · ${item.presenter}`}</span>}
      </h2>
      {!isReadOnly && <ItemHead agenda={agenda} at={at} item={item} conference={conference} />}
      <div className={classes.discussion}>
        <h3>{t('conferences.proceedings.discussion')}</h3>
        <RichText
          initial={item.discussion}
          onEdit={(read) => defer(`items.${at}.discussion`, read)}
          label={t('conferences.proceedings.discussion')}
          extensions={extensions}
          tools={(editor) => (
            <>
              <ToolGap />
              <Tool name="conferences.proceedings.speaker" keys="ctrl+enter" run={onSpeaker}>
                {t('conferences.proceedings.speakerSign')}
              </Tool>
              <FindingTool run={onFinding} />
              <CitationTool run={onCite} />
              <FollowChips editor={editor} />
            </>
          )}
          isReadOnly={isReadOnly}
          onReady={(editor) => onEditor(editor, true)}
          onFocus={(editor) => onEditor(editor, true)}
          fill
        />
      </div>
      <ItemDecisions conference={conference} itemId={agenda.idOf(item.key) ?? null} saveFirst={saveFirst} />
      <div className={classes.conclusion}>
        <h3>{t('conferences.proceedings.conclusion')}</h3>
        <RichText
          initial={item.conclusion}
          onEdit={(read) => defer(`items.${at}.conclusion`, read)}
          label={t('conferences.proceedings.conclusion')}
          extensions={extensions}
          tools={(editor) => (
            <>
              <FindingTool run={onFinding} />
              <CitationTool run={onCite} />
              <FollowChips editor={editor} />
            </>
          )}
          isReadOnly={isReadOnly}
          onReady={(editor) => onEditor(editor, false)}
          onFocus={(editor) => onEditor(editor, false)}
          fill
        />
      </div>
    </section>
  );
}
