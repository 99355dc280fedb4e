import './library-styles.ts';
import { Button, CopyButton, Textarea } from '@mantine/core';
import type { Recovered } from '#renderer/lib/forms/saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { showClock, showDay } from '#renderer/lib/time.ts';
import { Note } from './Note.tsx';
import classes from './ui.module.css';

export type RecoveredNoteProps = {
  /** What useSavedForm returned. */
  saved: {
    recovered: Recovered | null;
    /** Somebody else saved the record after that. */
    savedSince: { at: string; name: string | null } | null;
    useRecovered: () => void;
    dropRecovered: () => void;
  };
};

/**
 * "Có phần đang gõ dở lúc 14:32 ngày 24/12/2021 · Dùng lại · Bỏ"; nothing when there is none. Words that have no field any
 * more stand below, to be copied.
 */
export function RecoveredNote({ saved }: RecoveredNoteProps) {
  const t = useT();
  const { recovered, savedSince, useRecovered: takeBack, dropRecovered } = saved;
  if (!recovered) return null;
  const { at, form, words } = recovered;
  const when = { time: showClock(at), day: showDay(at) };
  return (
    <Note
      tone="waiting"
      actions={
        <>
          {form !== null && (
            <Button size="compact-sm" onClick={takeBack}>
              {t('ui.recovered.use')}
            </Button>
          )}
          {words !== '' && (
            <CopyButton value={words}>
              {({ copied, copy }) => (
                <Button size="compact-sm" variant="default" onClick={copy}>
                  {t(copied ? 'ui.recovered.copied' : 'ui.recovered.copy')}
                </Button>
              )}
            </CopyButton>
          )}
          <Button size="compact-sm" variant="default" onClick={dropRecovered}>
            {t('ui.recovered.drop')}
          </Button>
        </>
      }
    >
      {t(form === null ? 'ui.recovered.looseOnly' : 'ui.recovered.found', when)}{' '}
      {savedSince &&
        form !== null &&
        t('ui.recovered.savedSince', {
          name: savedSince.name ?? t('ui.recovered.somebody'),
          time: showClock(savedSince.at),
          day: showDay(savedSince.at),
        })}
      {words !== '' && (
        <>
          {form !== null && <div>{t('ui.recovered.loose')}</div>}
          <Textarea
            className={classes.looseWords}
            aria-label={t('ui.recovered.looseLabel')}
            readOnly
            autosize
            maxRows={5}
            value={words}
          />
        </>
      )}
    </Note>
  );
}
