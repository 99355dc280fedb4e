import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { ReasonedDialog } from '#renderer/ui/ReasonedDialog.tsx';
import type { CheckRule } from '#shared/features/documents/checks/schema.ts';

type Props = { rule: CheckRule; onClose: () => void };

/** The office does without a check, and says why: for every document, until it is switched on again. */
export function CheckOffDialog({ rule, onClose }: Props) {
  const t = useT();
  const [reason, setReason] = useState('');
  const switchOff = useCommand('documents.switchCheckOff', { onDone: onClose, inPlace: true });
  return (
    <ReasonedDialog
      title={t('documents.checks.offTitle', { name: t(`documents.checkName.${rule}`) })}
      explanation={t('documents.checks.offConsequence')}
      label={t('documents.checks.reason')}
      missing={t('documents.checks.reasonMissing')}
      reason={reason}
      onReason={setReason}
      act={t('documents.checks.offConfirm')}
      onAct={() => void switchOff.run({ rule, reason })}
      onClose={onClose}
      pending={switchOff.pending}
      error={switchOff.error}
    />
  );
}
