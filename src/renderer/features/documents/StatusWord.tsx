import { useT } from '#renderer/lib/i18n.tsx';
import type { DocumentStatus } from '#shared/features/documents/schema.ts';
import classes from './documents.module.css';

/** What is official carries the colour of the seal. */
export function StatusWord({ status }: { status: DocumentStatus }) {
  const t = useT();
  return (
    <span className={classes.status} data-status={status}>
      {t(`documents.status.${status}`)}
    </span>
  );
}
