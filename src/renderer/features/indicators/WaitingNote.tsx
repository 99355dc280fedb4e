import { Button } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import { Note } from '#renderer/ui/Note.tsx';
import type { Grid } from './use-grid.ts';

/** Text that could not be saved, or whose cell says something else by now: the clerk decides. */
export function WaitingNote({ grid }: { grid: Grid }) {
  const t = useT();
  if (!grid.waiting || !grid.mayWrite) return null;
  const { cell, hasRow } = grid.waiting;
  return (
    <Note
      tone="waiting"
      actions={
        <>
          {hasRow && (
            <Button size="compact-sm" onClick={grid.takeWaiting}>
              {t('ui.recovered.use')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={grid.dropWaiting}>
            {t('ui.recovered.drop')}
          </Button>
        </>
      }
    >
      {t(hasRow ? 'indicators.waiting.text' : 'indicators.waiting.gone', {
        text: cell.text,
        column: t(`indicators.column.${cell.column}`),
        name: cell.name || cell.text,
      })}
    </Note>
  );
}
