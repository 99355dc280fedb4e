import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import classes from './checks.module.css';

/** The checks that the office does without, with their reasons and the way back. */
export function CheckSettings() {
  const t = useT();
  const { data = [] } = useQuery(methodQuery('documents.checkSettings', {}));
  const switchOn = useCommand('documents.switchCheckOn');
  if (data.length === 0) return null;
  return (
    <details className={classes.settings}>
      <summary>{t('documents.checks.switchedOff', { count: data.length })}</summary>
      <ul>
        {data.map(({ rule, reason }) => (
          <li key={rule}>
            <span>
              {t(`documents.checkName.${rule}`)}
              <small>{t('documents.checks.because', { reason })}</small>
            </span>
            <Button size="compact-xs" variant="default" onClick={() => void switchOn.run({ rule })}>
              {t('documents.checks.on')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
