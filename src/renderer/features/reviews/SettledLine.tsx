import { useT } from '#renderer/lib/i18n.tsx';
import { showDay } from '#renderer/lib/time.ts';
import type { Opinion } from '#shared/features/reviews/schema.ts';
import classes from './reviews.module.css';

/** How it was settled, by whom, when and in which draft. */
export function SettledLine({ settled }: { settled: NonNullable<Opinion['settled']> }) {
  const t = useT();
  const { outcome, reason, actorName, at, draftRound } = settled;
  const parts = [
    actorName,
    showDay(at),
    draftRound !== null && t('reviews.panel.round', { round: draftRound }),
  ];
  return (
    <p className={classes.settled} data-outcome={outcome}>
      <b>{t(`reviews.outcome.${outcome}`)}</b>
      {reason !== '' && `: ${reason}`}
      <span className={classes.by}>{parts.filter(Boolean).join(' · ')}</span>
    </p>
  );
}
