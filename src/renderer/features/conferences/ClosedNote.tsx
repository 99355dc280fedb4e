import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useMay } from '#renderer/lib/presence.ts';
import { showClock, showDay } from '#renderer/lib/time.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { Note } from '#renderer/ui/Note.tsx';
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
  const reopen = useCommand('conferences.reopen', { onDone: onClose });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('conferences.closed.reopenTitle')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      centered
    >
      <Stack gap="sm">
        <Text size="sm">{t('conferences.closed.reopenConsequence')}</Text>
        <Textarea
          data-autofocus
          label={t('conferences.closed.reason')}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('ui.action.cancel')}
          </Button>
          <Button
            disabled={reason.trim() === ''}
            loading={reopen.pending}
            onClick={() => void reopen.run({ id, reason })}
          >
            {t('conferences.closed.reopenDo')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
