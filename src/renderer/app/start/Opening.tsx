import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from '#renderer/app/pages.module.css';
import { useT } from '#renderer/lib/i18n.tsx';

/** Nothing for a moment, then a quiet word: a large store or a migration takes its time. */
export function Opening() {
  const t = useT();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={classes.centered} role="status">
      {late && <Text c="dimmed">{t('app.opening')}</Text>}
    </div>
  );
}
