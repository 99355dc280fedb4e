import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { AttendanceEntry, Conference } from '#shared/features/conferences/schema.ts';
import type { Member } from '#shared/features/organisation/schema.ts';
import { moveItem } from '../agenda-form.ts';
import { useAttendance, useRollOrder } from '../queries.ts';
import { arrivedAt, leftAt, type Mark, marked, rollAct } from './attendance-keys.ts';
import { ItemChooser } from './ItemChooser.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { RollRow } from './RollRow.tsx';
import classes from './roll.module.css';
import { personOf } from './roll-people.ts';

type Props = { conference: Conference; members: readonly Member[]; isReadOnly: boolean };
/** What is being written about one person. */
type Open = { id: string; what: 'text' | 'late' | 'left' | 'person' };

/** ↓/↑ moves, one letter marks, Enter writes what belongs to the mark, Alt+↑/↓ moves the person, Del removes. */
export function RollTable({ conference, members, isReadOnly }: Props) {
  const t = useT();
  const { id, attendance, agenda } = conference;
  const set = useAttendance(id);
  const order = useRollOrder(id);
  const remove = useCommand('conferences.removePerson');
  const [current, setCurrent] = useState(0);
  const [open, setOpen] = useState<Open | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const day = conference.startsAt.slice(0, 10);
  const opened = attendance.find((entry) => entry.id === open?.id);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the list takes the keys when it appears
  useEffect(() => focusRow(0), []);

  // Whoever was moved or stands where somebody was removed takes the focus.
  const follow = useRef<number | null>(null);
  const ids = attendance.map((entry) => entry.id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: once after each change of the list
  useEffect(() => {
    if (follow.current !== null) focusRow(Math.min(follow.current, attendance.length - 1));
    follow.current = null;
  }, [ids]);

  function focusRow(at: number): void {
    setCurrent(at);
    body.current?.querySelectorAll<HTMLElement>('[data-row]')[at]?.focus();
  }

  function mark(entry: AttendanceEntry, what: Mark): void {
    if (what === 'late' || what === 'left') {
      setOpen({ id: entry.id, what });
      return;
    }
    if (entry.state !== what || entry.arrivedItemId || entry.leftItemId) void set(marked(entry, what));
    if (what === 'replaced') setOpen({ id: entry.id, what: 'text' });
  }

  function detail(entry: AttendanceEntry): void {
    const isText = entry.state === 'excused' || entry.state === 'replaced';
    if (isText) setOpen({ id: entry.id, what: 'text' });
    else if (entry.leftItemId) setOpen({ id: entry.id, what: 'left' });
    else if (entry.arrivedItemId) setOpen({ id: entry.id, what: 'late' });
    else if (entry.memberId === null) setOpen({ id: entry.id, what: 'person' });
  }

  function onKey(event: KeyboardEvent, at: number): void {
    const entry = attendance[at];
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing || !entry) return;
    const act = rollAct(event, at, attendance.length);
    if (!act || (isReadOnly && act.kind !== 'move')) return;
    event.preventDefault();
    if (act.kind === 'move') focusRow(act.to);
    if (act.kind === 'mark') mark(entry, act.mark);
    if (act.kind === 'detail') detail(entry);
    if (act.kind === 'order') move(at, at + act.step);
    if (act.kind === 'remove') {
      follow.current = at;
      void remove.run({ id, itself: entry.id });
    }
  }

  function move(from: number, to: number): void {
    if (to < 0 || to >= attendance.length) return;
    follow.current = to;
    void order(
      moveItem(
        attendance.map((entry) => entry.id),
        from,
        to,
      ),
    );
  }

  function saveText(entry: AttendanceEntry, text: string, at: number): void {
    setOpen(null);
    const changes = entry.state === 'replaced' ? { substitute: text } : { reason: text };
    if (text !== (entry.state === 'replaced' ? entry.substitute : entry.reason))
      void set({ ...entry, ...changes });
    focusRow(at);
  }

  function choose(entry: AttendanceEntry, itemId: string): void {
    setOpen(null);
    void set(open?.what === 'late' ? arrivedAt(entry, agenda, itemId) : leftAt(entry, agenda, itemId));
  }

  return (
    <div className={classes.list}>
      <table>
        <thead>
          <tr>
            <th>{t('conferences.attendance.order')}</th>
            <th>{t('conferences.attendance.name')}</th>
            <th>{t('conferences.attendance.position')}</th>
            <th>{t('conferences.attendance.state')}</th>
            <th>{t('conferences.attendance.detail')}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {attendance.map((entry, at) => (
            <RollRow
              key={entry.id}
              entry={entry}
              at={at}
              person={personOf(entry, members, day)}
              agenda={agenda}
              isCurrent={at === Math.min(current, attendance.length - 1)}
              isWriting={open?.id === entry.id && open.what === 'text'}
              isReadOnly={isReadOnly}
              onKeyDown={(event) => onKey(event, at)}
              onFocus={() => setCurrent(at)}
              onMark={(what) => mark(entry, what)}
              onDetail={() => detail(entry)}
              onText={(text) => saveText(entry, text, at)}
            />
          ))}
        </tbody>
      </table>
      {opened && (open?.what === 'late' || open?.what === 'left') && (
        <ItemChooser
          title={t(`conferences.attendance.choose.${open.what}`, {
            name: personOf(opened, members, day).fullName,
          })}
          agenda={agenda}
          chosen={open.what === 'late' ? opened.arrivedItemId : opened.leftItemId}
          onChoose={(itemId) => choose(opened, itemId)}
          onClose={() => setOpen(null)}
        />
      )}
      {opened && open?.what === 'person' && (
        <PersonDialog
          entry={opened}
          onSave={(person) => {
            setOpen(null);
            void set({ ...opened, ...person });
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
