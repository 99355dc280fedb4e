import { Button } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import { showClock, showDay } from '#renderer/lib/time.ts';
import { Note } from './Note.tsx';

export type RecoveredNoteProps = {
  /** What useSavedForm returned. */
  saved: {
    recovered: { at: string } | null;
    /** Somebody else saved the record after that. */
    savedSince: { at: string; name: string | null } | null;
    useRecovered: () => void;
    dropRecovered: () => void;
  };
};

/** "Có phần đang gõ dở lúc 14:32 ngày 24/12/2021 · Dùng lại · Bỏ"; nothing when there is none. */
export function RecoveredNote({ saved }: RecoveredNoteProps) {
  const t = useT();
  const { recovered, savedSince, useRecovered: takeBack, dropRecovered } = saved;
  if (!recovered) return null;
  return (
    <Note
      tone="waiting"
      actions={
        <>
          <Button size="compact-sm" onClick={takeBack}>
            {t('ui.recovered.use')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={dropRecovered}>
            {t('ui.recovered.drop')}
          </Button>
        </>
      }
    >
      {t('ui.recovered.found', { time: showClock(recovered.at), day: showDay(recovered.at) })}{' '}
      {savedSince &&
        t('ui.recovered.savedSince', {
          name: savedSince.name ?? t('ui.recovered.somebody'),
          time: showClock(savedSince.at),
          day: showDay(savedSince.at),
        })}
    </Note>
  );
}
