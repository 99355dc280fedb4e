import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { workNote } from '#renderer/features/approvals/work-note.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useDayShown, useViewedDay } from '#renderer/lib/past.ts';
import { useMay } from '#renderer/lib/presence.ts';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { path, routes } from '#renderer/lib/routes.ts';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { ConferenceSummary } from '#shared/features/conferences/schema.ts';
import { typeName } from '#shared/features/documents/types.ts';
import { showDate } from '#shared/text/dates.ts';
import { DraftEntries } from './DraftEntries.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import classes from './TodayPage.module.css';
import { Entry, Section } from './TodaySection.tsx';
import { useConferenceTitle } from './use-conference-title.ts';

const shownEntries = 8;
const workTasks = ['decide', 'mend', 'issue'] as const;

/** What to go on with: what was being typed, conferences that are not finished, drafts of documents, the backup. */
export function TodayPage() {
  const t = useT();
  const titleOf = useConferenceTitle();
  const viewed = useViewedDay();
  const day = useDayShown();
  const { data: conferences } = useQuery(methodQuery('conferences.list', {}));
  const { data: documents } = useQuery(methodQuery('documents.list', {}));
  const { data: drafts } = useQuery(methodQuery('drafts.list', {}));
  const { data: works } = useQuery(methodQuery('approvals.mine', {}));
  const mayAddConference = useMay('conferences.create');
  const mayAddDocument = useMay('documents.create');
  if (!conferences || !documents || !drafts || !works) return null;

  const running = conferences.filter((conference) => isOpen(conference, day));
  const unissued = documents.filter(({ status, stage }) => status === 'draft' && stage === 'draft');
  const isNew = conferences.length === 0 && documents.length === 0;

  return (
    <div className={classes.page}>
      {viewed === null ? (
        <PageHeader
          title={t('app.today.title')}
          subtitle={showDate(day)}
          action={
            <>
              {mayAddConference && (
                <Button component={Link} href={routes.newConference}>
                  {t('app.today.newConference')}
                </Button>
              )}
              {mayAddDocument && (
                <Button component={Link} href={routes.newDocument} variant="default">
                  {t('app.today.newDocument')}
                </Button>
              )}
            </>
          }
        />
      ) : (
        <PageHeader title={t('app.today.asOf', { day: showDate(viewed) })} />
      )}
      {workTasks.map((task) => {
        const ofTask = works.filter((work) => work.task === task);
        return (
          ofTask.length > 0 && (
            <Section key={task} title={t(`approvals.work.${task}`)}>
              {ofTask.map((work) => (
                <Entry
                  key={work.documentId}
                  to={path.document(work.documentId)}
                  text={`${typeName(work.type)} ${work.subject}`}
                  note={workNote(t, work)}
                />
              ))}
            </Section>
          )
        );
      })}
      {drafts.length > 0 && <DraftEntries drafts={drafts} conferences={conferences} documents={documents} />}
      {isNew && viewed === null && <FirstSteps />}
      {running.length > 0 && (
        <Section title={t('app.today.running')} more={more(running.length, routes.conferences)}>
          {running.slice(0, shownEntries).map((conference) => (
            <Entry
              key={conference.id}
              to={path.conference(conference.id)}
              text={titleOf(conference)}
              note={showDate(conference.startsAt)}
            />
          ))}
        </Section>
      )}
      {unissued.length > 0 && (
        <Section title={t('app.today.unissued')} more={more(unissued.length, routes.documents)}>
          {unissued.slice(0, shownEntries).map(({ id, type, subject, date }) => (
            <Entry
              key={id}
              to={path.document(id)}
              text={`${typeName(type)} ${subject}`}
              note={date ? showDate(date) : t('app.today.noDate')}
            />
          ))}
        </Section>
      )}
      {!isNew && running.length + unissued.length + drafts.length + works.length === 0 && (
        <p className={classes.calm}>{t('app.today.nothingOpen')}</p>
      )}
    </div>
  );
}

/** Not ended yet: under way, or still to come. */
function isOpen({ endsAt }: ConferenceSummary, day: string): boolean {
  return endsAt === null || endsAt.slice(0, 10) >= day;
}

function more(count: number, to: string): { count: number; to: string } | null {
  return count > shownEntries ? { count: count - shownEntries, to } : null;
}
