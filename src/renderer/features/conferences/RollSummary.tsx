import type { ReactNode } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { Note } from '#renderer/ui/Note.tsx';
import { readLines } from '#renderer/ui/typed-values.ts';
import {
  attendanceSentence,
  countAtOpening,
  countAttendance,
  countForItem,
  hasQuorum,
  quorumCount,
} from '#shared/features/conferences/attendance.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { usePreset } from './queries.ts';
import classes from './roll.module.css';

/** The sentence that the minutes will print, who is in the room item by item, and whether the conference may decide. */
export function RollSummary({ conference, action }: { conference: Conference; action: ReactNode }) {
  const t = useT();
  const preset = usePreset(conference.kind);
  const { attendance, kind, agenda } = conference;
  const members = attendance.length;
  const opening = countAtOpening(attendance, kind);
  const need = quorumCount(members, preset);
  const quorum = { present: opening, members, count: need };
  const rooms = agenda.map((item) => ({ item, count: countForItem(attendance, kind, agenda, item.id) }));
  const moved = [...conference.votes, ...conference.elections].filter(
    (vote) => rooms.find(({ item }) => item.id === vote.itemId)?.count !== vote.present,
  );
  const invited = readLines(conference.invited);
  return (
    <div className={classes.summary}>
      <div className={classes.sentence} role="status">
        <strong>{attendanceSentence(countAttendance(attendance, kind))}</strong>
        {hasQuorum(opening, members, preset) && (
          <span className={classes.dim}>{t('conferences.attendance.quorum', quorum)}</span>
        )}
      </div>
      {!hasQuorum(opening, members, preset) && (
        <Note tone="waiting">{t('conferences.attendance.noQuorum', quorum)}</Note>
      )}
      <div className={classes.roomLine}>
        {agenda.length > 0 && (
          <p className={classes.rooms}>
            {t('conferences.attendance.room')}{' '}
            <span>{t('conferences.attendance.roomAtOpening', { count: opening })}</span>
            {rooms.map(({ item, count }, at) => (
              <span
                key={item.id}
                title={item.title}
                data-low={!hasQuorum(count, members, preset) || undefined}
              >
                {t(
                  hasQuorum(count, members, preset)
                    ? 'conferences.attendance.roomAt'
                    : 'conferences.attendance.roomTooFew',
                  { number: at + 1, count },
                )}
              </span>
            ))}
          </p>
        )}
        {action}
      </div>
      {conference.votes.length + conference.elections.length > 0 && (
        <p className={classes.plain}>
          {t(moved.length > 0 ? 'conferences.attendance.votedMoved' : 'conferences.attendance.voted', {
            count: moved.length,
          })}
        </p>
      )}
      {invited.length > 0 && (
        <div className={classes.invited}>
          <h3>{t('conferences.attendance.invited', { count: invited.length })}</h3>
          <ul>
            {invited.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
