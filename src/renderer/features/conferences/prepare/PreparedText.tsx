import type { ReactNode } from 'react';
import { AttachmentList } from '#renderer/features/attachments/index.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import type { AgendaItem, Conference } from '#shared/features/conferences/schema.ts';
import { showDate } from '#shared/text/dates.ts';
import classes from '../conferences.module.css';
import { titleOn, useCommittee } from '../queries.ts';
import own from './prepare.module.css';

/** What was prepared, where nothing of it may be changed: to read and to copy, without a field. */
export function PreparedText({ conference }: { conference: Conference }) {
  const t = useT();
  const { data: members = [] } = useCommittee(conference.termId);
  const { startsAt, agenda } = conference;
  const chair = members.find(({ id }) => id === conference.chairId);
  const title = titleOn(chair, startsAt.slice(0, 10));
  return (
    <div className={classes.columns}>
      <dl className={own.facts}>
        <Fact label={t('conferences.field.kind')}>{t(`conferences.kind.${conference.kind}`)}</Fact>
        <Fact label={t('conferences.field.session')}>{t(`conferences.session.${conference.session}`)}</Fact>
        <Fact label={t('conferences.field.ordinal')}>{conference.ordinal}</Fact>
        <Fact label={t('conferences.field.customTitle')}>{conference.customTitle}</Fact>
        <Fact label={t('conferences.field.startsAt')}>{showDate(startsAt)}</Fact>
        <Fact label={t('conferences.field.place')}>{conference.place}</Fact>
        <Fact label={t('conferences.field.chair')}>
          {[chair?.fullName, title].filter(Boolean).join(', ')}
        </Fact>
        <Fact label={t('conferences.field.recorder')}>{conference.recorderName}</Fact>
        <Fact label={t('conferences.field.content')}>{conference.content}</Fact>
      </dl>
      <div className={classes.fields}>
        <dl className={own.facts}>
          <Fact label={t('conferences.agenda.title')}>
            {agenda.length > 0 && (
              <ol className={own.readAgenda}>
                {agenda.map((item) => (
                  <ReadItem key={item.id} item={item} />
                ))}
              </ol>
            )}
          </Fact>
          <Fact label={t('conferences.field.invited')}>{conference.invited}</Fact>
          <Fact label={t('conferences.field.papers')}>{conference.papers}</Fact>
        </dl>
        <AttachmentList
          ownerKind="conference"
          ownerId={conference.id}
          only="paper"
          title={t('conferences.attachments.papers')}
          readOnly
        />
      </div>
    </div>
  );
}

/** Nothing is said of what was left empty. */
function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (children === '' || children === false) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ReadItem({ item }: { item: AgendaItem }) {
  const t = useT();
  const note = [
    item.plannedAt,
    item.presenter,
    item.carriedFromId !== null && t('conferences.agenda.carried'),
  ].filter(Boolean);
  return (
    <li>
      {item.title}
      {note.length > 0 && <span className={own.itemNote}>{note.join(' · ')}</span>}
      {item.papers !== '' && <span className={own.itemNote}>{item.papers}</span>}
    </li>
  );
}
