import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useT } from '#renderer/lib/i18n.tsx';
import { queryClient } from '#renderer/lib/query-client.ts';
import { routes } from '#renderer/lib/routes.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { CheckIcon } from '#renderer/ui/icons.tsx';
import type { firstSteps } from './open-work.ts';
import classes from './TodayPage.module.css';

const places = {
  members: routes.settings,
  conference: routes.newConference,
  document: routes.newDocument,
  backup: routes.backup,
};

/** The path from an empty register to the first printed resolution. */
export function FirstSteps({ steps }: { steps: ReturnType<typeof firstSteps> }) {
  const t = useT();
  const save = useCommand('app.savePreferences', {
    onDone: () => void queryClient.invalidateQueries({ queryKey: ['app.status'] }),
  });
  return (
    <section className={classes.section}>
      <div className={classes.headingLine}>
        <h2 className={classes.heading}>{t('app.steps.title')}</h2>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => void save.run({ firstSteps: 'hidden' })}
        >
          {t('app.steps.hide')}
        </Button>
      </div>
      <ol className={classes.steps}>
        {steps.map(({ step, isDone }) => (
          <li key={step}>
            <Link href={places[step]} className={classes.entry}>
              <span className={classes.entryText}>{t(`app.steps.${step}`)}</span>
              {isDone && (
                <span className={classes.note}>
                  <CheckIcon /> {t('app.steps.done')}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
