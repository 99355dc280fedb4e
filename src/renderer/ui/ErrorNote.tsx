import { Button } from '@mantine/core';
import { useErrorText, useT } from '#renderer/lib/i18n.tsx';
import type { WireError } from '#shared/errors.ts';
import { Note } from './Note.tsx';

/** A refusal at the place where it happened: what happened, what is safe, what to do. */
export function ErrorNote({ error, onRetry }: { error: WireError; onRetry?: () => void }) {
  const t = useT();
  const text = useErrorText();
  return (
    <Note
      tone={error.code === 'CANCELLED' ? 'plain' : 'bad'}
      actions={
        onRetry && (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('ui.action.retry')}
          </Button>
        )
      }
    >
      {text(error)}
    </Note>
  );
}
