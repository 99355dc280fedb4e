import { Button, UnstyledButton } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { useRef, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { CheckIcon } from '#renderer/ui/icons.tsx';
import type { Conference } from '#shared/features/conferences/schema.ts';
import type { Agenda, AgendaDraft } from './agenda-form.ts';
import { isEmpty } from './conference-state.ts';
import classes from './conferences.module.css';
import { ItemSurface } from './ItemSurface.tsx';
import { SpeakerDialog } from './SpeakerDialog.tsx';

type Props = { agenda: Agenda; conference: Conference; onPrepare: () => void };

/** Left the agenda, right the paper of its current item: what was said, and what was concluded. */
export function ProceedingsStep({ agenda, conference, onPrepare }: Props) {
  const t = useT();
  const items = agenda.items();
  const [at, setAt] = useState(() => firstOpen(items));
  const [speakerInto, setSpeakerInto] = useState<Editor | null>(null);
  const discussion = useRef<Editor | null>(null);
  const current = Math.min(at, items.length - 1);
  const item = items[current];

  const goTo = (next: number) => setAt(Math.max(0, Math.min(items.length - 1, next)));
  useShortcuts([
    { keys: 'alt+down', label: 'conferences.proceedings.next', run: () => goTo(current + 1), keyOnly: true },
    {
      keys: 'alt+up',
      label: 'conferences.proceedings.previous',
      run: () => goTo(current - 1),
      keyOnly: true,
    },
    {
      keys: 'ctrl+enter',
      label: 'conferences.proceedings.speaker',
      run: () => setSpeakerInto(discussion.current),
    },
  ]);

  if (!item) {
    return (
      <EmptyState
        message={t('conferences.proceedings.empty')}
        firstStep={
          <Button variant="default" onClick={onPrepare}>
            {t('conferences.proceedings.toPrepare')}
          </Button>
        }
      />
    );
  }

  return (
    <div className={classes.proceedings}>
      <nav className={classes.agenda} aria-label={t('conferences.agenda.title')}>
        {items.map((each, index) => (
          <UnstyledButton
            key={each.key}
            aria-current={index === current || undefined}
            className={classes.agendaItem}
            onClick={() => goTo(index)}
          >
            <span className={classes.order}>{isEmpty(each.conclusion) ? index + 1 : <CheckIcon />}</span>
            <span>
              {each.title}
              {each.presenter && <span className={classes.dim}>{` · ${each.presenter}`}</span>}
              {!isEmpty(each.conclusion) && (
                <span className={classes.unseen}>{t('conferences.stepDone')}</span>
              )}
            </span>
          </UnstyledButton>
        ))}
        <p className={classes.keys}>{t('conferences.proceedings.keys')}</p>
      </nav>
      <ItemSurface
        key={`${agenda.saved.form.key('items')} ${item.key}`}
        conference={conference}
        agenda={agenda}
        at={current}
        item={item}
        onDiscussion={(editor) => {
          discussion.current = editor;
        }}
        onSpeaker={setSpeakerInto}
      />
      {speakerInto && (
        <SpeakerDialog conference={conference} editor={speakerInto} onClose={() => setSpeakerInto(null)} />
      )}
    </div>
  );
}

function firstOpen(items: readonly AgendaDraft[]): number {
  return Math.max(
    0,
    items.findIndex(({ conclusion }) => isEmpty(conclusion)),
  );
}
