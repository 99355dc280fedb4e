import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useMay } from '#renderer/lib/presence.ts';
import { showClock, showDay } from '#renderer/lib/time.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { Note } from '#renderer/ui/Note.tsx';
import { Objections } from '#renderer/ui/Objections.tsx';
import { ReasonedDialog } from '#renderer/ui/ReasonedDialog.tsx';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { twoDigits } from '#shared/text/quantities.ts';

/** Above a closed conference: since when, under which number, and the way back, which asks for a reason. */
export function ClosedNote({ conference }: { conference: Conference }) {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  const mayReopen = useMay('conferences.reopen');
  const { closedAt, minutesNumber } = conference;
  if (closedAt === null) return null;
  const at = { time: showClock(closedAt), day: showDay(closedAt) };
  return (
    <>
      <Note
        tone="good"
        title={t('conferences.closed.title', at)}
        actions={
          mayReopen && (
            <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
              {t('conferences.closed.reopen')}
            </Button>
          )
        }
      >
        {minutesNumber === null
          ? t('conferences.closed.unnumbered')
          : t('conferences.closed.numbered', { number: twoDigits(minutesNumber) })}
      </Note>
      {isAsking && <ReopenDialog id={conference.id} onClose={() => setAsking(false)} />}
    </>
  );
}

/** When and why a conference was opened again: stays to be seen for good. */
export function Reopenings({ conference }: { conference: Conference }) {
  const t = useT();
  return conference.reopenings.map(({ at, reason }) => (
    <Text key={at} size="sm" c="dimmed">
      {t('conferences.closed.reopened', { time: showClock(at), day: showDay(at), reason })}
    </Text>
  ));
}

function ReopenDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const [reason, setReason] = useState('');
  const reopen = useCommand('conferences.reopen', { onDone: onClose, inPlace: true });
  return (
    <ReasonedDialog
      title={t('conferences.closed.reopenTitle')}
      explanation={
        <>
          {t('conferences.closed.reopenConsequence')}
          <Objections act={{ act: 'reopen', conferenceId: id }} onLeave={onClose} />
        </>
      }
      label={t('conferences.closed.reason')}
      missing={t('validation.required')}
      reason={reason}
      onReason={setReason}
      act={t('conferences.closed.reopenDo')}
      onAct={() => void reopen.run({ id, reason })}
      onClose={onClose}
      pending={reopen.pending}
      error={reopen.error}
      isFinal
    />
  );
}
