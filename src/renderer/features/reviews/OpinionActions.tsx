import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { Opinion, Outcome } from '#shared/features/reviews/schema.ts';
import { CorrectBox } from './CorrectBox.tsx';
import classes from './reviews.module.css';
import { WordsBox } from './WordsBox.tsx';

type Props = {
  opinion: Opinion;
  /** Puts the proposed words in; null where the text is only read. */
  onTakeOver: (() => void) | null;
  isTakenOver: boolean;
};
type Box = 'reply' | 'correct' | Outcome | 'takenOver';

/** What can be done with an opinion, by whom it may be. */
export function OpinionActions({ opinion, onTakeOver, isTakenOver }: Props) {
  const t = useT();
  const [box, setBox] = useState<Box | null>(null);
  const close = () => setBox(null);
  const reply = useCommand('reviews.reply', { onDone: close });
  const settle = useCommand('reviews.settle', { onDone: close });
  const reopen = useCommand('reviews.reopen');
  const withdraw = useCommand('reviews.withdraw');
  const { id, settled, proposed, standing, maySettle, mayCorrect } = opinion;
  const isOpen = settled === null;
  const isToSettle = isTakenOver && isOpen && maySettle;
  useEffect(() => {
    if (isToSettle) setBox('takenOver');
  }, [isToSettle]);

  function act(label: Parameters<typeof t>[0], run: () => void) {
    return (
      <Button size="compact-xs" variant="default" onClick={run}>
        {t(label)}
      </Button>
    );
  }

  if (box === 'correct') return <CorrectBox opinion={opinion} onClose={close} />;
  if (box === 'reply')
    return (
      <WordsBox
        label={t('reviews.reply.label')}
        most={4_000}
        missing={t('reviews.reply.missing')}
        confirm={t('reviews.reply.send')}
        isPending={reply.pending}
        onConfirm={(text) => void reply.run({ id, text })}
        onClose={close}
      />
    );
  if (box !== null) {
    const outcome = box === 'takenOver' ? 'accepted' : box;
    return (
      <WordsBox
        label={t(`reviews.settle.reason.${outcome}`)}
        initial={box === 'takenOver' ? t('reviews.settle.takenOver') : ''}
        most={1_000}
        {...(outcome === 'explained' && { missing: t('reviews.settle.missing') })}
        confirm={t(`reviews.settle.${outcome}`)}
        isPending={settle.pending}
        onConfirm={(reason) => void settle.run({ id, outcome, reason })}
        onClose={close}
        isQuiet={box === 'takenOver'}
      />
    );
  }
  return (
    <div className={classes.acts}>
      {onTakeOver && isOpen && proposed !== null && standing.state === 'kept' && (
        <Button
          size="compact-xs"
          variant="default"
          title={t('reviews.panel.takeOverKeys')}
          onClick={onTakeOver}
        >
          {t('reviews.panel.takeOver')}
        </Button>
      )}
      {isOpen && act('reviews.reply.open', () => setBox('reply'))}
      {isOpen && maySettle && act('reviews.settle.accept', () => setBox('accepted'))}
      {isOpen && maySettle && act('reviews.settle.explain', () => setBox('explained'))}
      {mayCorrect && act('reviews.correct.open', () => setBox('correct'))}
      {mayCorrect && act('reviews.correct.withdraw', () => void withdraw.run({ id }))}
      {!isOpen && maySettle && act('reviews.settle.reopen', () => void reopen.run({ id }))}
    </div>
  );
}
