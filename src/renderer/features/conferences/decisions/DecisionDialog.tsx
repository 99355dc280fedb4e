import type { ReactNode } from 'react';
import { ActionDialog } from '#renderer/ui/ActionDialog.tsx';
import { FormNotes, type NotedForm } from '#renderer/ui/FormNotes.tsx';

type Props = {
  title: string;
  saved: NotedForm & { save: () => Promise<boolean> };
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
      <FormNotes saved={saved} />
      {children}
    </ActionDialog>
  );
}
