import { StageWord } from '#renderer/features/approvals/index.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import type { DocumentStatus } from '#shared/features/documents/records.ts';
import type { Stage } from '#shared/features/documents/stages.ts';
import classes from './documents.module.css';

/** What is official carries the colour of the seal. */
export function StatusWord({ status, stage = 'draft' }: { status: DocumentStatus; stage?: Stage }) {
  const t = useT();
  if (status === 'draft' && stage !== 'draft') return <StageWord stage={stage} />;
  return (
    <span className={classes.status} data-status={status}>
      {t(`documents.status.${status}`)}
    </span>
  );
}
