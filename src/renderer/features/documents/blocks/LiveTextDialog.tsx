import { Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { type Choice, ChoiceList, insertChip } from '#renderer/features/clauses/index.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { attendanceSentence, countAttendance } from '#shared/features/conferences/attendance.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { voteSentence } from '#shared/features/conferences/votes.ts';
import { useConferenceChoices } from '../queries.ts';

type Props = { editor: Editor; conferenceId: string | null; onClose: () => void };

/** Which sentence of which conference: the one that the document came out of, or another. */
export function LiveTextDialog({ editor, conferenceId, onClose }: Props) {
  const t = useT();
  const conferences = useConferenceChoices();
  const [wanted, setWanted] = useState<string | null>(null);
  const id = wanted ?? conferenceId ?? conferences[0]?.value ?? null;

  function close(): void {
    onClose();
    editor.commands.focus();
  }

  return (
    <Dialog
      opened
      onClose={close}
      title={t('documents.live.title')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      returnFocus={false}
      size="lg"
      yOffset="10vh"
    >
      <Stack gap="sm">
        {id && <Sentences key={id} conferenceId={id} editor={editor} onDone={onClose} />}
        <Select
          label={t('documents.live.conference')}
          data={conferences}
          value={id}
          onChange={setWanted}
          allowDeselect={false}
          nothingFoundMessage={t('documents.live.noConference')}
          searchable
        />
      </Stack>
    </Dialog>
  );
}

type SentencesProps = { conferenceId: string; editor: Editor; onDone: () => void };

function Sentences({ conferenceId, editor, onDone }: SentencesProps) {
  const t = useT();
  const { data: conference } = useQuery(methodQuery('conferences.get', { id: conferenceId }));
  if (!conference) return null;
  const attendance = attendanceOf(conference);
  const votes = conference.votes.map((vote) => ({ vote, words: voteSentence(vote, conference.kind) }));

  function choose(key: string): void {
    const vote = votes.find(({ vote: { id } }) => id === key);
    onDone();
    insertChip(
      editor,
      'liveText',
      vote
        ? { source: 'vote', refId: key, seen: vote.words }
        : { source: 'attendance', refId: conferenceId, seen: attendance },
    );
  }

  return (
    <ChoiceList
      label={t('documents.live.search')}
      empty={t('documents.live.none')}
      onChoose={choose}
      groups={[
        {
          title: t('documents.live.votes'),
          choices: votes.map(
            ({ vote, words }): Choice => ({
              key: vote.id,
              lead: '',
              text: `${vote.question}: ${words}`,
            }),
          ),
        },
        {
          title: t('documents.live.attendance'),
          choices: [{ key: 'attendance', lead: '', text: attendance }],
        },
      ]}
    />
  );
}

function attendanceOf({ attendance, kind }: Conference): string {
  return attendanceSentence(countAttendance(attendance, kind));
}
