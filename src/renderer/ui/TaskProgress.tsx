import './library-styles.ts';
import { Button, Progress, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { dynamicText, useT } from '#renderer/lib/i18n.tsx';
import type { RunningTask } from '#renderer/lib/use-task.ts';
import classes from './ui.module.css';

/** Shorter work needs no sign. */
const quietMs = 300;

type TaskProgressProps = {
  /** From useTask; nothing is shown while null. */
  running: RunningTask | null;
  /** What is being done: "Đang sao lưu". */
  what: string;
};

/** What, how far, how long, and a way to stop, at the place where it was started; the page stays usable. */
export function TaskProgress({ running, what }: TaskProgressProps) {
  const t = useT();
  const seconds = useElapsed(running?.startedAt ?? null);
  if (!running || seconds === null) return null;
  const { progress } = running;
  const percent =
    progress && progress.total > 0 ? Math.min(100, (100 * progress.done) / progress.total) : null;
  const stage = progress ? dynamicText(t, `job.stage.${progress.stage}`, 'job.stage.working') : '';
  return (
    <div className={classes.task} role="status">
      <div className={classes.taskText}>
        <Text size="sm" fw={500}>
          {what}
        </Text>
        <Text size="sm" c="dimmed">
          {stage}
          {percent !== null && ` ${t('ui.task.percent', { percent: Math.floor(percent) })}`}
          {seconds >= 1 && ` · ${t('ui.task.seconds', { seconds })}`}
        </Text>
      </div>
      <Progress
        value={percent ?? 100}
        animated={percent === null}
        striped={percent === null}
        size="sm"
        aria-label={what}
        className={classes.taskBar}
      />
      <Button size="compact-sm" variant="default" onClick={running.cancel}>
        {t('ui.task.cancel')}
      </Button>
    </div>
  );
}

/** Whole seconds since the start; null while it is too early to show anything. */
function useElapsed(startedAt: number | null): number | null {
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    setSeconds(null);
    if (startedAt === null) return;
    const tick = () => setSeconds(Math.floor((performance.now() - startedAt) / 1000));
    const first = setTimeout(tick, Math.max(0, quietMs - (performance.now() - startedAt)));
    const timer = setInterval(tick, 1000);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [startedAt]);
  return seconds;
}
