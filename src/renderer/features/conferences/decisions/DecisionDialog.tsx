import type { ReactNode } from 'react';
import { ActionDialog } from '#renderer/ui/ActionDialog.tsx';
import { RecoveredNote, type RecoveredNoteProps } from '#renderer/ui/RecoveredNote.tsx';

type Props = {
  title: string;
  saved: RecoveredNoteProps['saved'] & { save: () => Promise<boolean> };
  confirmLabel: string;
  onClose: () => void;
  children: ReactNode;
};

/** The frame of a vote and of an election; what was typed stays a draft. */
export function DecisionDialog({ title, saved, confirmLabel, onClose, children }: Props) {
  return (
    <ActionDialog
      title={title}
      act={confirmLabel}
      onAct={() => void saved.save()}
      onClose={onClose}
      shownKeys="ctrl+s"
      size="xl"
      yOffset="6vh"
    >
      <RecoveredNote saved={saved} />
      {children}
    </ActionDialog>
  );
}
