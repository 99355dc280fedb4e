import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { ActionDialog } from '#renderer/ui/ActionDialog.tsx';
import { Note } from '#renderer/ui/Note.tsx';
import { Objections } from '#renderer/ui/Objections.tsx';
import type { Way } from '#shared/features/approvals/schema.ts';
import type { BesidePlace } from '#shared/objections.ts';

type Props = {
  documentId: string;
  way: Way;
  onClose: () => void;
  onBeside: (place: BesidePlace) => void;
};

/** From here on the text is locked: what is approved is what will be issued. */
export function ApproveDialog({ documentId, way, onClose, onBeside }: Props) {
  const t = useT();
  // The version that stood on the screen when the dialog was opened, whatever is saved meanwhile.
  const [{ version, hasMoved }] = useState(way);
  const [acceptMoved, setAccept] = useState(false);
  const approve = useCommand('approvals.approve', { onDone: onClose, inPlace: true });
  return (
    <ActionDialog
      title={t('approvals.act.approve')}
      explanation={t('approvals.consequence.approve')}
      act={t('approvals.confirm.approve')}
      onAct={() => void approve.run({ documentId, version, acceptMoved })}
      onClose={onClose}
      pending={approve.pending}
      error={approve.error}
      disabled={hasMoved && !acceptMoved}
      isFinal
    >
      <Objections act={{ act: 'approve', documentId }} onLeave={onClose} onBeside={onBeside} />
      {hasMoved && (
        <Note tone="waiting" title={t('approvals.moved.title')}>
          <Checkbox
            mt={4}
            label={t('approvals.moved.accept')}
            checked={acceptMoved}
            onChange={(event) => setAccept(event.currentTarget.checked)}
          />
        </Note>
      )}
    </ActionDialog>
  );
}
