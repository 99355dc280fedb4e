import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ActionDialog, type ActionDialogProps } from './ActionDialog.tsx';

type Props = Omit<ActionDialogProps, 'children'> & {
  label: ReactNode;
  reason: string;
  onReason: (reason: string) => void;
  /** Said when there is none; left out where none is needed. */
  missing?: string;
  minRows?: number;
  maxLength?: number;
};

/** An act that is asked for its reason. */
export function ReasonedDialog({ label, reason, onReason, missing, onAct, ...props }: Props) {
  const { minRows = 2, maxLength = 500, ...dialog } = props;
  const [isTried, setTried] = useState(false);
  const isMissing = missing !== undefined && reason.trim() === '';
  return (
    <ActionDialog
      {...dialog}
      onAct={() => {
        setTried(true);
        if (!isMissing) onAct();
      }}
    >
      <Textarea
        label={label}
        autosize
        minRows={minRows}
        maxLength={maxLength}
        value={reason}
        error={isTried && isMissing && missing}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}
