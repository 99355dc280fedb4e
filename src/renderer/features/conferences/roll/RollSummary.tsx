import type { ReactNode } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { readLines } from '#renderer/ui/fields/typed-values.ts';
import { Note } from '#renderer/ui/Note.tsx';
import {
  attendanceSentence,
  countAtOpening,
  countAttendance,
  countForItem,
  hasQuorum,
  quorumCount,
} from '#shared/features/conferences/attendance.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { usePreset } from '../queries.ts';
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
  const runs = runsOf(rooms.map(({ count }) => count));
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
            {runs.map(({ from, to, count }) => (
              <span
                key={from}
                title={rooms
                  .slice(from, to + 1)
                  .map(({ item }) => item.title)
                  .join('\n')}
                data-low={!hasQuorum(count, members, preset) || undefined}
              >
                {t(
                  hasQuorum(count, members, preset)
                    ? 'conferences.attendance.roomAt'
                    : 'conferences.attendance.roomTooFew',
                  { number: from === to ? from + 1 : `${from + 1}–${to + 1}`, count },
                )}
              </span>
            ))}
          </p>
        )}
        {action}
      </div>
      {invited.length > 0 && (
        <details className={classes.invited}>
          <summary>{t('conferences.attendance.invited', { count: invited.length })}</summary>
          <ul>
            {invited.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

type Run = { from: number; to: number; count: number };

/** Items one after another with as many in the room are told in one: of forty nobody finds the one that differs. */
function runsOf(counts: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const [at, count] of counts.entries()) {
    const last = runs.at(-1);
    if (last?.count === count) last.to = at;
    else runs.push({ from: at, to: at, count });
  }
  return runs;
}
