import { Button, Text } from '@mantine/core';
import { useTypingStatusOf } from '#renderer/lib/drafts-status.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useViewedDay } from '#renderer/lib/past.ts';
import { showClock } from '#renderer/lib/time.ts';
import classes from './ui.module.css';

type SaveBarProps = {
  /** What useSavedForm returned. */
  saved: { draftKey: string; save: () => Promise<boolean> };
  /** Another word than "Lưu" where it fits better ("Thêm hội nghị"). */
  label?: string;
};

/** How far the typing is safe, and the button that saves (Ctrl+S). Renders alone while somebody types. */
export function SaveBar({ saved, label }: SaveBarProps) {
  const t = useT();
  const { state, at } = useTypingStatusOf(saved.draftKey);
  // Nothing can be saved into an earlier day.
  if (useViewedDay() !== null) return null;
  return (
    <div className={classes.saveBar}>
      {state !== 'clean' && (
        <Text size="sm" c={state === 'failed' ? 'red' : 'dimmed'} role="status" className={classes.saveState}>
          {t(`ui.save.${state}`, { time: at && showClock(at, true) })}
        </Text>
      )}
      <Button
        loading={state === 'saving'}
        onClick={() => void saved.save()}
        title={t('ui.save.keys')}
        aria-keyshortcuts="Control+S"
      >
        {label ?? t('ui.save.action')}
      </Button>
    </div>
  );
}
