import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import type { ConferenceKind, Election, Vote } from '#shared/features/conferences/schema.ts';
import {
  ballotsSentence,
  isPassed,
  rankCandidates,
  share,
  voteSentence,
} from '#shared/features/conferences/votes.ts';
import { twoDigits } from '#shared/text/quantities.ts';
import classes from './decisions.module.css';

type LineProps = {
  kind: ConferenceKind;
  /** The roll has another room than it was counted by. */
  isToCountAnew: boolean;
  isReadOnly: boolean;
  onEdit: () => void;
  onRemove: () => void;
};

/** "Thông qua Nghị quyết: 13/13 đồng chí có mặt … tán thành. Được thông qua." */
export function VoteLine({ vote, kind, ...props }: LineProps & { vote: Vote }) {
  const t = useT();
  return (
    <Line name={vote.question} {...props}>
      <strong>{vote.question}</strong>
      {`: ${voteSentence(vote, kind)}. `}
      <em>{t(isPassed(vote) ? 'conferences.vote.passed' : 'conferences.vote.notPassed')}</em>
    </Line>
  );
}

/** The title, the ballots, and the candidates by their votes with who is elected. */
export function ElectionLine({ election, ...props }: Omit<LineProps, 'kind'> & { election: Election }) {
  const t = useT();
  const { issued, collected, invalid, members } = election;
  return (
    <Line name={election.title} {...props}>
      <strong>{election.title}</strong>
      {` (${t('conferences.election.seatCount', { count: election.seats })}): ${ballotsSentence(issued, collected, invalid)}.`}
      <ol className={classes.ranking}>
        {rankCandidates(election).map((one) => (
          <li key={`${one.fullName} ${one.title}`}>
            {t('conferences.election.result', {
              name: one.fullName,
              votes: twoDigits(one.votes),
              share: share(one.votes, members),
            })}{' '}
            <em>{t(`conferences.election.${one.outcome}`)}</em>
          </li>
        ))}
      </ol>
    </Line>
  );
}

type Props = {
  name: string;
  isToCountAnew: boolean;
  isReadOnly: boolean;
  onEdit: () => void;
  onRemove: () => void;
  children: ReactNode;
};

function Line({ name, isToCountAnew, isReadOnly, onEdit, onRemove, children }: Props) {
  const t = useT();
  return (
    <li>
      <div className={classes.text}>
        {children}
        {isToCountAnew && <strong className={classes.anew}> {t('conferences.vote.countAnew')}</strong>}
      </div>
      {!isReadOnly && (
        <div className={classes.lineActions}>
          <UnstyledButton aria-label={t('conferences.decisions.edit', { name })} onClick={onEdit}>
            {t('ui.action.edit')}
          </UnstyledButton>
          <UnstyledButton aria-label={t('conferences.decisions.remove', { name })} onClick={onRemove}>
            {t('ui.action.remove')}
          </UnstyledButton>
        </div>
      )}
    </li>
  );
}
