import { Progress, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from '#renderer/app/pages.module.css';
import { theBridge } from '#renderer/lib/bridge.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { startupJob } from '#shared/bridge.ts';

/** Nothing for a moment, then a quiet word: a large store takes its time, and a new version brings it up to date first. */
export function Opening() {
  const t = useT();
  const [late, setLate] = useState(false);
  const [percent, setPercent] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  useEffect(
    () =>
      theBridge().subscribe((event) => {
        if (event.kind !== 'progress' || event.progress.job !== startupJob) return;
        const { done, total } = event.progress;
        setPercent(Math.floor((100 * done) / Math.max(total, 1)));
      }),
    [],
  );
  return (
    <div className={classes.centered} role="status">
      {late && percent === null && <Text c="dimmed">{t('app.opening')}</Text>}
      {late && percent !== null && (
        <Stack gap="sm" w={420}>
          <Text c="dimmed" ta="center">
            {t('app.migrating', { percent })}
          </Text>
          <Progress value={percent} size="sm" aria-label={t('app.migrating', { percent })} />
        </Stack>
      )}
    </div>
  );
}
