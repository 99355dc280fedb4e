import { useT } from '#renderer/lib/i18n.tsx';
import { Note } from '#renderer/ui/Note.tsx';
import { countForItem, hasQuorum, quorumCount } from '#shared/features/conferences/attendance.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { usePreset } from '../queries.ts';
import classes from './decisions.module.css';

export type Room = { members: number; present: number };

/** Who may vote on the item: as frozen with the vote, else as the roll has it. */
export function roomOf(conference: Conference, itemId: string, frozen: Room | null): Room {
  if (frozen) return { members: frozen.members, present: frozen.present };
  const { attendance, kind, agenda } = conference;
  return { members: attendance.length, present: countForItem(attendance, kind, agenda, itemId) };
}

type Props = { conference: Conference; room: Room; isFrozen: boolean };

/** How many are in the room, that the number stays, and whether they are enough: a warning, never a block. */
export function RoomNote({ conference, room, isFrozen }: Props) {
  const t = useT();
  const preset = usePreset(conference.kind);
  const count = quorumCount(room.members, preset);
  if (room.members === 0) return <Note tone="bad">{t('error.RULE.noRoll')}</Note>;
  return (
    <>
      <p className={classes.room}>
        {t(isFrozen ? 'conferences.vote.roomFrozen' : 'conferences.vote.room', room)}
      </p>
      {!hasQuorum(room.present, room.members, preset) && (
        <Note tone="waiting">{t('conferences.vote.noQuorum', { ...room, count })}</Note>
      )}
    </>
  );
}
