import { useState } from 'react';
import { useLocation } from 'wouter';
import { useT } from '#renderer/lib/i18n.tsx';
import { routes } from '#renderer/lib/routes.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { ReasonedDialog } from '#renderer/ui/ReasonedDialog.tsx';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { twoDigits } from '#shared/text/quantities.ts';

/** For a conference whose minutes have a number: that stays in the register, with the reason. */
export function RemoveDialog({ conference, onClose }: { conference: Conference; onClose: () => void }) {
  const t = useT();
  const [, go] = useLocation();
  const [reason, setReason] = useState('');
  const remove = useCommand('conferences.remove', { onDone: () => go(routes.conferences), inPlace: true });
  return (
    <ReasonedDialog
      title={t('conferences.remove.title', { number: twoDigits(conference.minutesNumber ?? 0) })}
      explanation={t('conferences.remove.consequence')}
      label={t('conferences.remove.reason')}
      missing={t('conferences.remove.reasonMissing')}
      reason={reason}
      onReason={setReason}
      act={t('conferences.remove.confirm')}
      onAct={() => void remove.run({ id: conference.id, reason })}
      onClose={onClose}
      pending={remove.pending}
      error={remove.error}
      danger
    />
  );
}
