import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useSavedForm } from '#renderer/lib/forms/use-saved-form.ts';
import { useErrorText, useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { voteRecord } from '#shared/features/conferences/records.ts';
import { type Conference, type Vote, voteMethods } from '#shared/features/conferences/schema.ts';
import {
  isPassed,
  majorityCount,
  voteFault,
  voterNames,
  voteSentence,
} from '#shared/features/conferences/votes.ts';
import { useCommittee } from '../queries.ts';
import { votersAt } from '../roll/roll-people.ts';
import { DecisionDialog } from './DecisionDialog.tsx';
import classes from './decisions.module.css';
import { ProposedCountField } from './ProposedCountField.tsx';
import { RoomNote, roomOf } from './RoomNote.tsx';
import { isCount } from './typed-count.ts';
import { VoteNames } from './VoteNames.tsx';
import { completeVote, draftOf, newVote, toldNamed, type VoteDraft, voteDraft } from './vote-draft.ts';

type Props = { conference: Conference; itemId: string; vote: Vote | null; onClose: () => void };

const counts = ['issued', 'collected', 'invalid', 'inFavour', 'against', 'other'] as const;

/** A vote on one item: all who are in the room, in favour, until something else is typed. */
export function VoteForm({ conference, itemId, vote, onClose }: Props) {
  const t = useT();
  const errorText = useErrorText();
  const { id, kind } = conference;
  const { data: members = [] } = useCommittee(conference.termId);
  const command = useCommand('conferences.saveVote', { onDone: onClose });
  const room = roomOf(conference, itemId);
  const title = conference.agenda.find((item) => item.id === itemId)?.title ?? '';
  const [first] = useState(() => newVote(title));
  const initial = useMemo(() => (vote ? draftOf(vote) : first), [vote, first]);
  const saved = useSavedForm<VoteDraft, VoteDraft>({
    schema: voteDraft,
    record: vote,
    initial,
    draftKey: `conferences:${id}:${vote?.id ?? `vote-on-${itemId}`}`,
    describe: ({ question }) => question,
    told: { fields: { ...voteRecord.fields, named: toldNamed } },
    save: (draft, saving) => {
      const fields = completeVote(draft, itemId, room.present);
      if (room.members === 0 || voteFault(fields, room.present)) return Promise.resolve(null);
      return command.run({ id, vote: fields, ...(vote && { itself: vote.id }) }, saving);
    },
  });
  const draft = saved.form.getValues();
  const change = (part: Partial<VoteDraft>) => saved.form.setValues(part);
  const fields = completeVote(draft, itemId, room.present);
  const fault = voteFault(fields, room.present);
  // Nothing is said of a result while a count is none.
  const isMistyped = counts.some((name) => draft[name] !== null && !isCount(draft[name]));
  const isNamed = draft.named !== null && draft.method === 'hands';
  const silent = room.present - fields.inFavour - fields.against - fields.other;

  const count = (name: (typeof counts)[number]) => (
    <ProposedCountField
      label={t(`conferences.vote.${name}`)}
      value={isNamed ? null : draft[name]}
      proposed={fields[name] ?? 0}
      readOnly={isNamed}
      error={fault !== null && faultyField(fault.reason).includes(name)}
      onChange={(value) => change({ [name]: value })}
    />
  );

  return (
    <DecisionDialog
      title={t(vote ? 'conferences.vote.edit' : 'conferences.vote.title')}
      saved={saved}
      confirmLabel={t('conferences.vote.save')}
      onClose={onClose}
    >
      <RoomNote conference={conference} room={room} counted={vote} />
      <TextInput
        data-autofocus
        label={t('conferences.vote.question')}
        maxLength={500}
        value={draft.question}
        error={saved.form.errors.question}
        onChange={(event) => change({ question: event.currentTarget.value })}
      />
      <SegmentedControl
        size="xs"
        className={classes.method}
        aria-label={t('conferences.vote.method')}
        data={voteMethods.map((method) => ({ value: method, label: t(`conferences.vote.${method}`) }))}
        value={draft.method}
        onChange={(method) => change({ method })}
      />
      {draft.method === 'ballots' && (
        <div className={classes.counts}>
          {count('issued')}
          {count('collected')}
          {count('invalid')}
        </div>
      )}
      <div className={classes.counts}>
        {count('inFavour')}
        {count('against')}
        {count('other')}
      </div>
      {fault && (
        <p className={classes.fault} role="alert">
          {errorText({ code: 'RULE', detail: fault })}
        </p>
      )}
      {draft.method === 'hands' &&
        (draft.named ? (
          <VoteNames
            voters={[
              ...new Set([...draft.named.map(({ name }) => name), ...votersAt(conference, members, itemId)]),
            ]}
            named={draft.named}
            onChange={(named) => change({ named })}
          />
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            className={classes.method}
            onClick={() =>
              change({
                named: votersAt(conference, members, itemId).map((name) => ({ name, choice: 'inFavour' })),
              })
            }
          >
            {t('conferences.vote.names')}
          </Button>
        ))}
      {!fault && !isMistyped && room.members > 0 && (
        <div className={classes.outcome} role="status">
          <p>
            <strong>{`${draft.question.trim()}: ${voteSentence({ ...fields, ...room }, kind)}.`}</strong>
          </p>
          <p>
            {t('conferences.vote.majority', {
              voters: voterNames[kind],
              members: room.members,
              need: majorityCount(room.members),
              votes: fields.inFavour,
            })}{' '}
            <em>
              {t(isPassed({ ...fields, ...room }) ? 'conferences.vote.passed' : 'conferences.vote.notPassed')}
            </em>
          </p>
          {draft.method === 'hands' && silent > 0 && <p>{t('conferences.vote.silent', { count: silent })}</p>}
        </div>
      )}
    </DecisionDialog>
  );
}

function faultyField(reason: string): readonly string[] {
  switch (reason) {
    case 'moreBallotsThanPresent':
      return ['issued'];
    case 'moreBallotsBack':
      return ['collected'];
    case 'moreInvalidThanBack':
      return ['invalid'];
    default:
      return ['inFavour', 'against', 'other'];
  }
}
