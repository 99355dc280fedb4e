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
import { typeName } from '#shared/features/documents/types.ts';
import { showDate } from '#shared/text/dates.ts';
import { DraftEntries } from './DraftEntries.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { daysWithoutBackup, firstSteps, isHeldUnclosed, isUnderWay } from './open-work.ts';
import classes from './TodayPage.module.css';
import { Entry, Section } from './TodaySection.tsx';
import { useConferenceTitle } from './use-conference-title.ts';
import { useWaiting } from './waiting.ts';

const shownEntries = 8;
const workTasks = ['decide', 'mend', 'issue'] as const;

/** What to go on with: what was being typed, what waits, conferences that are not closed, drafts of documents, the backup. */
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
  const { data: members } = useQuery(methodQuery('organisation.listMembers', {}));
  const { data: status } = useQuery(methodQuery('app.status', {}));
  const waiting = useWaiting(documents ?? [], day);
  const mayBackUp = useMay('backup.create');
  if (!conferences || !documents || !drafts || !works || !waiting || !members || !status) return null;

  const running = conferences.filter((conference) => isUnderWay(conference, day));
  const unclosed = conferences.filter((conference) => isHeldUnclosed(conference, day));
  const elsewhere = new Set(waiting.map(({ document }) => document.id));
  const unissued = documents.filter(
    ({ id, status, stage }) => status === 'draft' && stage === 'draft' && !elsewhere.has(id),
  );
  const { lastBackup, preferences } = status;
  const steps = firstSteps({ members, conferences, documents, lastBackup });
  const areStepsShown =
    mayAddConference && preferences.firstSteps === 'shown' && steps.some(({ isDone }) => !isDone);
  const daysUnsafe = mayBackUp ? daysWithoutBackup(lastBackup, day) : null;
  const isBackupAsked = daysUnsafe !== null || (mayBackUp && lastBackup === null && !areStepsShown);
  const open = [works, drafts, waiting, unclosed, running, unissued];
  const isCalm = open.every(({ length }) => length === 0) && !areStepsShown && !isBackupAsked;

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
      {areStepsShown && <FirstSteps steps={steps} />}
      {isBackupAsked && (
        <Section title={t('app.today.backup')}>
          <Entry
            to={routes.backup}
            text={
              daysUnsafe === null ? t('app.status.noBackup') : t('app.today.unsafe', { count: daysUnsafe })
            }
            note={lastBackup ? t('app.today.changes', { count: lastBackup.changesSince }) : ''}
          />
        </Section>
      )}
      {waiting.length > 0 && (
        <Section title={t('app.today.waiting')} more={more(waiting.length, routes.documents)}>
          {waiting.slice(0, shownEntries).map(({ key, document, note }) => (
            <Entry
              key={key}
              to={path.document(document.id)}
              text={`${typeName(document.type)} ${document.subject}`}
              note={note}
            />
          ))}
        </Section>
      )}
      {[
        { title: 'app.today.running' as const, of: running },
        { title: 'app.today.unclosed' as const, of: unclosed },
      ].map(
        ({ title, of }) =>
          of.length > 0 && (
            <Section key={title} title={t(title)} more={more(of.length, routes.conferences)}>
              {of.slice(0, shownEntries).map((conference) => (
                <Entry
                  key={conference.id}
                  to={path.conference(conference.id)}
                  text={titleOf(conference)}
                  note={showDate(conference.startsAt)}
                />
              ))}
            </Section>
          ),
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
      {isCalm && <p className={classes.calm}>{t('app.today.nothingOpen')}</p>}
    </div>
  );
}

function more(count: number, to: string): { count: number; to: string } | null {
  return count > shownEntries ? { count: count - shownEntries, to } : null;
}
