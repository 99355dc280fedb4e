import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { Objections } from '#renderer/ui/Objections.tsx';
import { ReasonedDialog } from '#renderer/ui/ReasonedDialog.tsx';
import type { DocumentRecord } from '#shared/features/documents/schema.ts';

type Props = { document: DocumentRecord; opened: boolean; onClose: () => void };

/** A number that was given by mistake: it stays in the register with the reason and is never given again. */
export function VoidDialog({ document, opened, onClose }: Props) {
  const t = useT();
  // Kept while the dialog is closed: who looks at the paper once more goes on where the reason was left.
  const [reason, setReason] = useState('');
  const command = useCommand('documents.void', { onDone: onClose, inPlace: true });
  if (!opened) return null;
  return (
    <ReasonedDialog
      title={t('documents.void.title', { code: document.code })}
      explanation={
        <>
          {t('documents.void.consequence')}
          <Objections act={{ act: 'void', documentId: document.id }} onLeave={onClose} />
        </>
      }
      label={t('documents.void.reason')}
      missing={t('documents.void.reasonMissing')}
      reason={reason}
      onReason={setReason}
      act={t('documents.void.confirm')}
      onAct={() => void command.run({ id: document.id, reason })}
      onClose={onClose}
      pending={command.pending}
      error={command.error}
      isFinal
      danger
    />
  );
}
