import './library-styles.ts';
import { Button, Text } from '@mantine/core';
import { useTypingStatusOf } from '#renderer/lib/forms/drafts-status.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useViewedDay } from '#renderer/lib/past.ts';
import classes from './ui.module.css';

type SaveBarProps = {
  /** What useSavedForm returned. */
  saved: { draftKey: string; save: () => Promise<boolean> };
  /** Another word than "Lưu" where it fits better ("Thêm hội nghị"). */
  label?: string;
};

/**
 * The button that saves (Ctrl+S), and whether it failed. How far the typing is safe stands in the status line: words that
 * come and go beside the button would move the page under the hands of who types.
 */
export function SaveBar({ saved, label }: SaveBarProps) {
  const t = useT();
  const { state } = useTypingStatusOf(saved.draftKey);
  // Nothing can be saved into an earlier day.
  if (useViewedDay() !== null) return null;
  return (
    <div className={classes.saveBar}>
      {state === 'failed' && (
        <Text size="sm" c="red" role="status">
          {t('ui.save.failed')}
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
