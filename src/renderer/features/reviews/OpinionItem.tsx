import { useT } from '#renderer/lib/i18n.tsx';
import { showDay } from '#renderer/lib/time.ts';
import remarks from '#renderer/ui/remarks.module.css';
import type { Opinion } from '#shared/features/reviews/schema.ts';
import { OpinionActions } from './OpinionActions.tsx';
import classes from './reviews.module.css';
import { SettledLine } from './SettledLine.tsx';
import { shownQuote } from './shown-opinions.ts';
import { usePlaceName } from './use-place-name.ts';

type Props = {
  opinion: Opinion;
  isCurrent: boolean;
  onGo: () => void;
  onTakeOver: (() => void) | null;
  isTakenOver: boolean;
};

/** What somebody said, of which words, and what became of it; settled ones are folded until they are gone to. */
export function OpinionItem({ opinion, isCurrent, onGo, ...taking }: Props) {
  const t = useT();
  const placeName = usePlaceName();
  const { id, kind, text, proposed, quote, field, standing, settled, replies } = opinion;
  const isFolded = settled !== null && !isCurrent;
  return (
    <article
      className={`${remarks.item} ${classes.item}`}
      data-current={isCurrent || undefined}
      data-settled={settled !== null || undefined}
    >
      <button
        type="button"
        data-opinion={id}
        className={remarks.go}
        onClick={onGo}
        aria-current={isCurrent}
        aria-expanded={settled ? isCurrent : undefined}
      >
        <span className={classes.where}>
          {placeName(opinion)}
          {kind !== 'remark' && <b>{t(`reviews.kind.${kind}`)}</b>}
          {standing.state === 'changed' && <b>{t('reviews.panel.changed')}</b>}
          {settled && standing.state === 'removed' && <b>{t('reviews.panel.removed')}</b>}
        </span>
        {field === 'body' && quote !== '' && (
          <q className={classes.quote}>{shownQuote(quote, isFolded ? 60 : 200)}</q>
        )}
        <span className={isFolded ? classes.folded : classes.text}>{text}</span>
        {!isFolded && proposed !== null && (
          <span className={classes.proposed}>{t('reviews.panel.proposed', { text: proposed })}</span>
        )}
        {!isFolded && <By said={opinion} round={opinion.draftRound} />}
      </button>
      {!isFolded && replies.length > 0 && (
        <ul className={classes.replies} aria-label={t('reviews.panel.replies')}>
          {replies.map((reply) => (
            <li key={reply.id}>
              <span className={classes.text}>{reply.text}</span>
              <By said={reply} round={null} />
            </li>
          ))}
        </ul>
      )}
      {settled && <SettledLine settled={settled} />}
      <OpinionActions opinion={opinion} {...taking} />
    </article>
  );
}

function By({ said, round }: { said: { actorName: string; at: string }; round: number | null }) {
  const t = useT();
  const parts = [said.actorName, showDay(said.at), round !== null && t('reviews.panel.round', { round })];
  return <span className={classes.by}>{parts.filter(Boolean).join(' · ')}</span>;
}
