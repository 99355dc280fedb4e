import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useErrorText, useT } from '#renderer/lib/i18n.tsx';
import { useTask } from '#renderer/lib/use-task.ts';

/** Puts log, versions and check into a file that a clerk can hand to the technician. */
export function SaveReport({ compact = false }: { compact?: boolean }) {
  const t = useT();
  const text = useErrorText();
  const save = useTask('app.saveReport');
  const [saved, setSaved] = useState<string | null>(null);
  const said = save.error ? text(save.error) : saved && t('ui.report.saved', { file: saved });
  return (
    <>
      <Button
        size={compact ? 'compact-sm' : 'sm'}
        variant="default"
        loading={save.running !== null}
        onClick={() => void save.run({}).then((made) => setSaved(made?.fileName ?? null))}
      >
        {t('ui.report.save')}
      </Button>
      {said && (
        <Text size="sm" role="status">
          {said}
        </Text>
      )}
    </>
  );
}
