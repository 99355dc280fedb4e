import { Button } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { KeyCap } from '#renderer/ui/KeyCap.tsx';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { useReadOnly } from '../use-read-only.ts';
import { ElectionLine, VoteLine } from './DecisionLine.tsx';
import classes from './decisions.module.css';
import { ElectionForm } from './ElectionForm.tsx';
import { roomOf } from './RoomNote.tsx';
import { VoteForm } from './VoteForm.tsx';

type Props = {
  conference: Conference;
  /** Null while the item is typed but not in the store yet. */
  itemId: string | null;
  /** Saves what is typed of the agenda: a vote refers to an item of the store. */
  saveFirst?: () => Promise<boolean>;
};
/** Which form is open; `itself` is absent for a new vote or election. */
type Open = { what: 'vote' | 'election'; itself?: string };

/** The votes and elections of an item, each with the sentence that the minutes print. */
export function ItemDecisions({ conference, itemId, saveFirst }: Props) {
  const t = useT();
  const { id } = conference;
  const isReadOnly = useReadOnly(conference);
  const [open, setOpen] = useState<Open | null>(null);
  const removeVote = useCommand('conferences.removeVote');
  const removeElection = useCommand('conferences.removeElection');
  const votes = conference.votes.filter((vote) => vote.itemId === itemId);
  const elections = conference.elections.filter((election) => election.itemId === itemId);
  const isToCountAnew = (counted: { itemId: string; members: number; present: number }) => {
    const room = roomOf(conference, counted.itemId);
    return !isReadOnly && (room.present !== counted.present || room.members !== counted.members);
  };
  const close = () => setOpen(null);

  async function start(what: Open['what']): Promise<void> {
    if (!saveFirst || (await saveFirst())) setOpen({ what });
  }
  useShortcuts(
    isReadOnly
      ? []
      : [{ keys: 'ctrl+shift+b', label: 'conferences.vote.new', run: () => void start('vote') }],
  );

  if (isReadOnly && votes.length + elections.length === 0) return null;
  return (
    <section className={classes.decisions} aria-label={t('conferences.decisions.title')}>
      {votes.length + elections.length > 0 && (
        <ul className={classes.lines}>
          {votes.map((vote) => (
            <VoteLine
              key={vote.id}
              vote={vote}
              kind={conference.kind}
              isToCountAnew={isToCountAnew(vote)}
              isReadOnly={isReadOnly}
              onEdit={() => setOpen({ what: 'vote', itself: vote.id })}
              onRemove={() => void removeVote.run({ id, itself: vote.id })}
            />
          ))}
          {elections.map((election) => (
            <ElectionLine
              key={election.id}
              election={election}
              isToCountAnew={isToCountAnew(election)}
              isReadOnly={isReadOnly}
              onEdit={() => setOpen({ what: 'election', itself: election.id })}
              onRemove={() => void removeElection.run({ id, itself: election.id })}
            />
          ))}
        </ul>
      )}
      {!isReadOnly && (
        <div className={classes.actions}>
          <Button
            size="compact-sm"
            variant="default"
            aria-keyshortcuts="Control+Shift+B"
            rightSection={<KeyCap keys="ctrl+shift+b" />}
            onClick={() => void start('vote')}
          >
            {t('conferences.vote.new')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => void start('election')}>
            {t('conferences.election.new')}
          </Button>
        </div>
      )}
      {open?.what === 'vote' && itemId && (
        <VoteForm
          conference={conference}
          itemId={itemId}
          vote={votes.find((vote) => vote.id === open.itself) ?? null}
          onClose={close}
        />
      )}
      {open?.what === 'election' && itemId && (
        <ElectionForm
          conference={conference}
          itemId={itemId}
          election={elections.find((election) => election.id === open.itself) ?? null}
          onClose={close}
        />
      )}
    </section>
  );
}
