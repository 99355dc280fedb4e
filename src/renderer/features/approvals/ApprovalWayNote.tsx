import { Button } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useMay } from '#renderer/lib/presence.ts';
import { methodQuery, queryClient } from '#renderer/lib/query-client.ts';
import { localDay } from '#renderer/lib/time.ts';
import { Note } from '#renderer/ui/Note.tsx';
import { askObjections } from '#renderer/ui/Objections.tsx';
import { canTake } from '#shared/features/approvals/rules.ts';
import type { Way } from '#shared/features/approvals/schema.ts';
import type { StepKind } from '#shared/features/documents/stages.ts';
import type { BesidePlace } from '#shared/objections.ts';
import { ApproveDialog } from './ApproveDialog.tsx';
import classes from './approvals.module.css';
import { ReasonDialog } from './ReasonDialog.tsx';
import { SubmitDialog } from './SubmitDialog.tsx';
import { stepText } from './step-text.ts';

type Props = {
  documentId: string;
  way: Way;
  /** Saves what is typed before it is laid before anybody; false when it could not. */
  beforeStep: () => Promise<boolean>;
  /** Shows what lies beside the text. */
  onBeside: (place: BesidePlace) => void;
};

const order: readonly StepKind[] = ['approve', 'return', 'refuse', 'forward', 'withdraw', 'submit', 'lift'];

/** Where the draft stands, what the one at the PC can do with it, and the whole way it has gone. */
export function ApprovalWayNote({ documentId, way, beforeStep, onBeside }: Props) {
  const t = useT();
  const [dialog, setDialog] = useState<{ kind: StepKind; way: Way } | null>(null);
  const may: Record<StepKind, boolean> = {
    submit: useMay('approvals.submit'),
    forward: useMay('approvals.forward'),
    withdraw: useMay('approvals.withdraw'),
    return: useMay('approvals.return'),
    refuse: useMay('approvals.refuse'),
    approve: useMay('approvals.approve'),
    lift: useMay('approvals.lift'),
  };
  const newest = way.steps.at(-1);
  if (!newest) return null;
  const { stage } = way;
  const possible = order.filter((kind) => may[kind] && canTake(kind, stage));
  const isLate = stage === 'inReview' && newest.dueOn !== null && newest.dueOn < localDay();
  const close = () => setDialog(null);

  async function open(kind: StepKind): Promise<void> {
    // A step is taken with the text that is shown; only one that is locked has nothing to save.
    if (kind !== 'lift' && !(await beforeStep())) return;
    if (kind === 'submit' || kind === 'forward') await askObjections({ act: 'submit', documentId });
    if (kind === 'approve') await askObjections({ act: 'approve', documentId });
    // As it stands after that save: `way` may still be the one before it.
    const query = { ...methodQuery('approvals.get', { documentId }), staleTime: 0 };
    setDialog({ kind, way: await queryClient.fetchQuery(query).catch(() => way) });
  }

  return (
    <Note
      tone={stage === 'approved' ? 'good' : stage === 'draft' ? 'plain' : isLate ? 'bad' : 'waiting'}
      title={isLate ? t('approvals.late') : undefined}
      actions={possible.map((kind) => (
        <Button
          key={kind}
          size="compact-sm"
          variant={kind === 'approve' || kind === 'submit' ? 'filled' : 'default'}
          onClick={() => void open(kind)}
        >
          {t(`approvals.button.${kind}`)}
        </Button>
      ))}
    >
      {way.steps.length === 1 ? (
        stepText(t, newest)
      ) : (
        <details className={classes.steps}>
          <summary>{stepText(t, newest)}</summary>
          <ol>
            {way.steps.slice(0, -1).map((one) => (
              <li key={`${one.at} ${one.kind}`}>{stepText(t, one)}</li>
            ))}
          </ol>
        </details>
      )}
      {(dialog?.kind === 'submit' || dialog?.kind === 'forward') && (
        <SubmitDialog documentId={documentId} kind={dialog.kind} onClose={close} onBeside={onBeside} />
      )}
      {dialog?.kind === 'approve' && (
        <ApproveDialog documentId={documentId} way={dialog.way} onClose={close} onBeside={onBeside} />
      )}
      {(dialog?.kind === 'return' ||
        dialog?.kind === 'refuse' ||
        dialog?.kind === 'lift' ||
        dialog?.kind === 'withdraw') && (
        <ReasonDialog documentId={documentId} kind={dialog.kind} onClose={close} />
      )}
    </Note>
  );
}
