import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type MessageId, useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { routes } from '#renderer/lib/routes.ts';
import { CheckIcon } from '#renderer/ui/icons.tsx';
import classes from './TodayPage.module.css';

/** The path from an empty register to the first printed resolution. */
export function FirstSteps() {
  const t = useT();
  const { data: members = [] } = useQuery(methodQuery('organisation.listMembers', {}));
  const { data: status } = useQuery(methodQuery('app.status', {}));
  const steps: { label: MessageId; to: string; done: boolean }[] = [
    { label: 'app.steps.members', to: routes.settings, done: members.length > 0 },
    { label: 'app.steps.conference', to: routes.newConference, done: false },
    { label: 'app.steps.document', to: routes.newDocument, done: false },
    { label: 'app.steps.backup', to: routes.backup, done: status?.lastBackup != null },
  ];
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{t('app.steps.title')}</h2>
      <ol className={classes.steps}>
        {steps.map(({ label, to, done }) => (
          <li key={label}>
            <Link href={to} className={classes.entry}>
              <span className={classes.entryText}>{t(label)}</span>
              {done && (
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
