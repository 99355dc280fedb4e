import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useErrorText, useT } from '#renderer/lib/i18n.tsx';
import type { ErrorCode, WireError } from '#shared/errors.ts';
import { Note } from './Note.tsx';
import { SaveReport } from './SaveReport.tsx';

/** Where the log says more than the note can. */
const forTechnicians: readonly ErrorCode[] = ['INTERNAL', 'TYPESET_FAILED', 'CHECK_FAILED'];

type ErrorNoteProps = {
  error: WireError;
  onRetry?: () => void;
  /** Route of the list to go back to, where a record of it cannot be shown. */
  list?: string;
};

/** A refusal at the place where it happened: what happened, what is safe, what to do. */
export function ErrorNote({ error, onRetry, list }: ErrorNoteProps) {
  const t = useT();
  const text = useErrorText();
  const isForTechnician = forTechnicians.includes(error.code);
  return (
    <Note
      tone={error.code === 'CANCELLED' ? 'plain' : 'bad'}
      actions={
        (onRetry || list || isForTechnician) && (
          <>
            {onRetry && (
              <Button size="compact-sm" variant="default" onClick={onRetry}>
                {t('ui.action.retry')}
              </Button>
            )}
            {isForTechnician && <SaveReport compact />}
            {list && (
              <Button size="compact-sm" variant="default" component={Link} href={list}>
                {t('ui.action.toList')}
              </Button>
            )}
          </>
        )
      }
    >
      {text(error)}
    </Note>
  );
}
