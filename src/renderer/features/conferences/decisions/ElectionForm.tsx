import { Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useSavedForm } from '#renderer/lib/forms/use-saved-form.ts';
import { useErrorText, useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { electionRecord } from '#shared/features/conferences/records.ts';
import type { Conference, Election } from '#shared/features/conferences/schema.ts';
import {
  ballotsSentence,
  electionFault,
  majorityCount,
  voterNames,
} from '#shared/features/conferences/votes.ts';
import { useCommittee } from '../queries.ts';
import { personOf } from '../roll/roll-people.ts';
import { CandidateRows } from './CandidateRows.tsx';
import { DecisionDialog } from './DecisionDialog.tsx';
import classes from './decisions.module.css';
import {
  completeElection,
  type ElectionDraft,
  electionDraft,
  electionDraftOf,
  newElection,
  toldCandidates,
} from './election-draft.ts';
import { ProposedCountField } from './ProposedCountField.tsx';
import { RoomNote, roomOf } from './RoomNote.tsx';

type Props = { conference: Conference; itemId: string; election: Election | null; onClose: () => void };

/** An election with its ballots: who stood, who got how many votes, and who is elected. */
export function ElectionForm({ conference, itemId, election, onClose }: Props) {
  const t = useT();
  const errorText = useErrorText();
  const { id, kind } = conference;
  const { data: members = [] } = useCommittee(conference.termId);
  const command = useCommand('conferences.saveElection', { onDone: onClose });
  const room = roomOf(conference, itemId);
  const item = conference.agenda.find((one) => one.id === itemId)?.title ?? '';
  const [first] = useState(() => newElection(item));
  const initial = useMemo(() => (election ? electionDraftOf(election) : first), [election, first]);
  const saved = useSavedForm<ElectionDraft, ElectionDraft>({
    schema: electionDraft,
    record: election,
    initial,
    draftKey: `conferences:${id}:${election?.id ?? `election-on-${itemId}`}`,
    describe: ({ title }) => title,
    told: { fields: { ...electionRecord.fields, candidates: toldCandidates } },
    save: (draft, saving) => {
      const fields = completeElection(draft, itemId, room.present);
      if (room.members === 0 || electionFault(fields, room.present)) return Promise.resolve(null);
      return command.run({ id, election: fields, ...(election && { itself: election.id }) }, saving);
    },
  });
  const draft = saved.form.getValues();
  const change = (part: Partial<ElectionDraft>) => saved.form.setValues(part);
  const fields = completeElection(draft, itemId, room.present);
  const fault = electionFault(fields, room.present);
  const day = conference.startsAt.slice(0, 10);
  const people = conference.attendance.map((entry) => personOf(entry, members, day));

  const count = (name: 'seats' | 'issued' | 'collected' | 'invalid') => (
    <ProposedCountField
      label={t(`conferences.election.${name}`)}
      value={draft[name]}
      proposed={fields[name]}
      error={saved.form.errors[name] ?? (fault !== null && faultyField[fault.reason] === name)}
      onChange={(value) => change({ [name]: value })}
    />
  );

  return (
    <DecisionDialog
      title={t(election ? 'conferences.election.edit' : 'conferences.election.formTitle')}
      saved={saved}
      confirmLabel={t('conferences.election.save')}
      onClose={onClose}
    >
      <RoomNote conference={conference} room={room} counted={election} />
      <TextInput
        data-autofocus
        label={t('conferences.election.title')}
        placeholder={t('conferences.election.titleExample')}
        maxLength={300}
        value={draft.title}
        error={saved.form.errors.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <div className={classes.counts} data-four>
        {count('seats')}
        {count('issued')}
        {count('collected')}
        {count('invalid')}
      </div>
      <CandidateRows
        candidates={draft.candidates}
        people={people}
        race={{ candidates: fields.candidates, seats: fields.seats, members: room.members }}
        error={saved.form.errors.candidates}
        faultyName={fault?.params.name}
        onChange={(candidates) => change({ candidates })}
      />
      {fault && (
        <p className={classes.fault} role="alert">
          {errorText({ code: 'RULE', detail: fault })}
        </p>
      )}
      {!fault && room.members > 0 && (
        <p className={classes.outcome} role="status">
          {t('conferences.election.majority', {
            ballots: ballotsSentence(fields.issued, fields.collected, fields.invalid),
            voters: voterNames[kind],
            need: majorityCount(room.members),
            members: room.members,
          })}
        </p>
      )}
      <div className={classes.tellers}>
        <TextInput
          label={t('conferences.election.headTeller')}
          maxLength={100}
          value={draft.headTeller}
          error={saved.form.errors.headTeller}
          onChange={(event) => change({ headTeller: event.currentTarget.value })}
        />
        <Textarea
          label={t('conferences.election.tellers')}
          placeholder={t('conferences.field.linesHint')}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={2_000}
          value={draft.tellers}
          error={saved.form.errors.tellers}
          onChange={(event) => change({ tellers: event.currentTarget.value })}
        />
      </div>
    </DecisionDialog>
  );
}

const faultyField: Partial<Record<string, 'seats' | 'issued' | 'collected' | 'invalid'>> = {
  moreBallotsThanPresent: 'issued',
  moreBallotsBack: 'collected',
  moreInvalidThanBack: 'invalid',
  moreVotesThanSeats: 'seats',
};
