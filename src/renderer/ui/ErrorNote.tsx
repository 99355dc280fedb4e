import { Alert, Button, Group } from '@mantine/core';
import { useErrorText, useT } from '#renderer/lib/i18n.tsx';
import type { WireError } from '#shared/errors.ts';
import { WarningIcon } from './icons.tsx';

/** A refusal at the place where it happened: what happened, what is safe, what to do. */
export function ErrorNote({ error, onRetry }: { error: WireError; onRetry?: () => void }) {
  const t = useT();
  const text = useErrorText();
  return (
    <Alert color="red" variant="light" icon={<WarningIcon />} role="alert">
      <Group justify="space-between" gap="sm">
        <span>{text(error)}</span>
        {onRetry && (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('ui.action.retry')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
