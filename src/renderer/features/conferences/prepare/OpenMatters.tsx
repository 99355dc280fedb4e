import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import type { Conference, OpenMatter } from '#shared/features/conferences/schema.ts';
import { showDate } from '#shared/text/dates.ts';
import { type Agenda, newItem } from '../agenda-form.ts';
import classes from './prepare.module.css';

/** What earlier conferences of this kind have left open and is not on this agenda: one click takes it in. */
export function OpenMatters({ conference, agenda }: { conference: Conference; agenda: Agenda }) {
  const t = useT();
  const { kind, startsAt } = conference;
  const { data = [] } = useQuery(
    methodQuery('conferences.openMatters', { kind, before: startsAt.slice(0, 10) }),
  );
  const taken = new Set(agenda.items().map((item) => item.carriedFromId));
  const open = data.filter((matter) => !taken.has(matter.itemId));
  if (open.length === 0) return null;

  function take(matter: OpenMatter): void {
    const item = { ...newItem(matter.title), presenter: matter.presenter, carriedFromId: matter.itemId };
    agenda.change([...agenda.items(), item]);
  }

  return (
    <section aria-label={t('conferences.matters.title')} className={classes.matters}>
      <h3>{t('conferences.matters.title')}</h3>
      <ul>
        {open.map((matter) => (
          <li key={matter.itemId}>
            <div>
              <Text size="sm" fw={500}>
                {matter.title}
              </Text>
              <Text size="xs" c="dimmed">
                {matterAge(t, matter)}
              </Text>
            </div>
            <Button size="compact-sm" variant="default" onClick={() => take(matter)}>
              {t('conferences.matters.take')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Để lại từ 01/03/2021, qua 2 hội nghị: chờ ý kiến cấp trên" */
function matterAge(t: ReturnType<typeof useT>, { since, times, reason }: OpenMatter): string {
  return t('conferences.matters.age', { since: showDate(since.slice(0, 10)), times, reason });
}
