import { Button } from '@mantine/core';
import { wireOf } from '#renderer/lib/client.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { leavePast } from '#renderer/lib/past.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { toastRefusal } from '#renderer/lib/toasts.tsx';
import { KeyCap } from '#renderer/ui/KeyCap.tsx';
import { showDate } from '#shared/text/dates.ts';
import classes from './Shell.module.css';

const keys = 'alt+home';

/** Above everything while an earlier day is shown: nobody takes it for today. */
export function PastBanner({ day }: { day: string }) {
  const t = useT();
  const leave = () => void leavePast().catch((error: unknown) => toastRefusal(wireOf(error)));
  useShortcuts([{ keys, label: 'app.past.leave', run: leave, inDialog: true }]);
  return (
    <div className={classes.past} role="status">
      <strong>{t('app.past.banner', { day: showDate(day) })}</strong>
      <Button
        size="compact-sm"
        variant="default"
        onClick={leave}
        aria-keyshortcuts="Alt+Home"
        rightSection={<KeyCap keys={keys} />}
      >
        {t('app.past.leave')}
      </Button>
    </div>
  );
}
