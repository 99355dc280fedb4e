import { UnstyledButton } from '@mantine/core';
import { Link } from 'wouter';
import { useTypingStatus } from '#renderer/lib/forms/drafts-status.ts';
import { type Translate, useT } from '#renderer/lib/i18n.tsx';
import { routes } from '#renderer/lib/routes.ts';
import { isToday, showClock, showDay } from '#renderer/lib/time.ts';
import { CheckIcon } from '#renderer/ui/icons.tsx';
import { KeyCap } from '#renderer/ui/KeyCap.tsx';
import type { AppStatus } from '#shared/features/app/contract.ts';
import classes from './Shell.module.css';

/** Tells the truth in words: what is saved, what is only a draft, how old the backup is; and what is wrong with the disk. */
export function StatusLine({ status, onKeys }: { status: AppStatus; onKeys: () => void }) {
  const t = useT();
  return (
    <footer className={classes.status}>
      {status.trouble && (
        <strong className={classes.statusText} data-failed role="alert">
          {t(`app.status.trouble.${status.trouble}`)}
        </strong>
      )}
      <Saved savedAt={status.savedAt} />
      {status.drafts > 0 && (
        <Link href={routes.today} className={classes.statusLink}>
          {t('app.status.drafts', { count: status.drafts })}
        </Link>
      )}
      <Link href={routes.backup} className={classes.statusLink}>
        {backupText(t, status.lastBackup)}
        {status.lastBackup?.changesSince === 0 && <CheckIcon />}
      </Link>
      <UnstyledButton className={classes.keysButton} onClick={onKeys}>
        <KeyCap keys="?" />
        {t('app.status.keys')}
      </UnstyledButton>
    </footer>
  );
}

/** While somebody types only this part is rendered. */
function Saved({ savedAt }: { savedAt: string | null }) {
  const t = useT();
  const typing = useTypingStatus();
  const newestSave = [savedAt ?? '', typing.state === 'saved' ? typing.at : ''].sort().at(-1);
  const text =
    typing.state !== 'clean' && typing.state !== 'saved'
      ? t(`ui.save.${typing.state}`, { time: showClock(typing.at, true) })
      : newestSave
        ? savedText(t, newestSave)
        : t('app.status.nothingSaved');
  return (
    <span className={classes.statusText} data-failed={typing.state === 'failed'}>
      {text}
    </span>
  );
}

function savedText(t: Translate, at: string): string {
  return isToday(at)
    ? t('app.status.saved', { time: showClock(at, true) })
    : t('app.status.savedOn', { time: showClock(at), day: showDay(at) });
}

function backupText(t: Translate, backup: AppStatus['lastBackup']): string {
  if (!backup) return t('app.status.noBackup');
  const when = isToday(backup.at)
    ? t('app.status.backupToday', { time: showClock(backup.at) })
    : t('app.status.backupOn', { time: showClock(backup.at), day: showDay(backup.at) });
  return backup.changesSince === 0
    ? when
    : `${when}${t('app.status.changesSince', { count: backup.changesSince })}`;
}
