import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useErrorText, useT } from '#renderer/lib/i18n.tsx';
import type { WireError } from '#shared/errors.ts';
import { Note } from './Note.tsx';

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
  return (
    <Note
      tone={error.code === 'CANCELLED' ? 'plain' : 'bad'}
      actions={
        (onRetry || list) && (
          <>
            {onRetry && (
              <Button size="compact-sm" variant="default" onClick={onRetry}>
                {t('ui.action.retry')}
              </Button>
            )}
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
