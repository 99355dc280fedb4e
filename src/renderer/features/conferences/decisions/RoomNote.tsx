import { useT } from '#renderer/lib/i18n.tsx';
import { Note } from '#renderer/ui/Note.tsx';
import { countForItem, hasQuorum, quorumCount } from '#shared/features/conferences/attendance.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { usePreset } from '../queries.ts';
import classes from './decisions.module.css';

export type Room = { members: number; present: number };

/** Who may vote on the item, as the roll has it. */
export function roomOf(conference: Conference, itemId: string): Room {
  const { attendance, kind, agenda } = conference;
  return { members: attendance.length, present: countForItem(attendance, kind, agenda, itemId) };
}

type Props = {
  conference: Conference;
  room: Room;
  /** Of a vote that is corrected: by whom it was counted. */
  counted: Room | null;
};

/** How many are in the room, whether another number was counted by, and whether they are enough: never a block. */
export function RoomNote({ conference, room, counted }: Props) {
  const t = useT();
  const preset = usePreset(conference.kind);
  const count = quorumCount(room.members, preset);
  if (room.members === 0) return <Note tone="bad">{t('error.RULE.noRoll')}</Note>;
  return (
    <>
      <p className={classes.room}>{t('conferences.vote.room', room)}</p>
      {counted && !isSame(counted, room) && (
        <Note tone="waiting">
          {t('conferences.vote.countedBy', { present: counted.present, members: counted.members })}
        </Note>
      )}
      {!hasQuorum(room.present, room.members, preset) && (
        <Note tone="waiting">{t('conferences.vote.noQuorum', { ...room, count })}</Note>
      )}
    </>
  );
}

function isSame(a: Room, b: Room): boolean {
  return a.members === b.members && a.present === b.present;
}
