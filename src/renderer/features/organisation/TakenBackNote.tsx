import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { redo } from '#renderer/lib/undo.ts';
import { Note } from '#renderer/ui/Note.tsx';
import { actOf } from '#shared/features/journal/sentences.ts';

/** Where undoing has led back to the first start: how to take it back. Has the focus, or the fields would keep Ctrl+Y. */
export function TakenBackNote() {
  const t = useT();
  const step = useQuery(methodQuery('journal.steps', {})).data?.redo;
  if (!step) return null;
  return (
    <Note
      tone="plain"
      actions={
        <Button size="compact-sm" variant="default" autoFocus onClick={() => void redo()}>
          {t('journal.action.redo')}
        </Button>
      }
    >
      {t('journal.toast.undone', { act: t(actOf(step.command)) })}
    </Note>
  );
}
