import { Text } from '@mantine/core';
import classes from '#renderer/app/pages.module.css';
import { useT } from '#renderer/lib/i18n.tsx';
import { showDay } from '#renderer/lib/time.ts';
import { Note } from '#renderer/ui/Note.tsx';
import type { AppStatus } from '#shared/features/app/contract.ts';

/** What everybody at the PC has to know of the store before going on, on every page. */
export function StoreNotes({ status }: { status: AppStatus }) {
  const t = useT();
  const { isRestoreTakenBack, clock, savedAt } = status;
  if (!isRestoreTakenBack && !clock) return null;
  return (
    <div className={classes.viewer}>
      {isRestoreTakenBack && (
        <Note tone="waiting" title={t('app.takenBack.title')}>
          <Text>{t('app.takenBack.text')}</Text>
        </Note>
      )}
      {clock && savedAt && (
        <Note tone="waiting" title={t(`app.clock.${clock}`)}>
          <Text>
            {t('app.clock.text', { now: showDay(new Date().toISOString()), saved: showDay(savedAt) })}
          </Text>
        </Note>
      )}
    </div>
  );
}
