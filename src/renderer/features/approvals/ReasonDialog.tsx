import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { ReasonedDialog } from '#renderer/ui/ReasonedDialog.tsx';

type Props = { documentId: string; kind: 'return' | 'refuse' | 'lift' | 'withdraw'; onClose: () => void };

/** A step back, with its reason; only taking one's own submission back needs none. */
export function ReasonDialog({ documentId, kind, onClose }: Props) {
  const t = useT();
  const [reason, setReason] = useState('');
  const step = useCommand(`approvals.${kind}`, { onDone: onClose, inPlace: true });
  return (
    <ReasonedDialog
      title={t(`approvals.act.${kind}`)}
      explanation={t(`approvals.consequence.${kind}`)}
      label={t('approvals.field.reason')}
      missing={kind === 'withdraw' ? undefined : t('approvals.field.reasonMissing')}
      minRows={3}
      maxLength={kind === 'withdraw' ? 500 : 1_000}
      reason={reason}
      onReason={setReason}
      act={t(`approvals.confirm.${kind}`)}
      onAct={() => void step.run({ documentId, reason })}
      onClose={onClose}
      pending={step.pending}
      error={step.error}
      isFinal
    />
  );
}
