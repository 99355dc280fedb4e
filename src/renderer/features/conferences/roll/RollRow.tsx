import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import type { NamedPerson } from '#shared/features/conferences/people.ts';
import type { AgendaItem, AttendanceEntry } from '#shared/features/conferences/schema.ts';
import { isMarked, type Mark, markKeys, marks, placeOf } from './attendance-keys.ts';
import classes from './roll.module.css';

type Props = {
  entry: AttendanceEntry;
  at: number;
  person: NamedPerson;
  agenda: readonly AgendaItem[];
  isCurrent: boolean;
  isWriting: boolean;
  isReadOnly: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: () => void;
  onMark: (mark: Mark) => void;
  onDetail: () => void;
  onText: (text: string) => void;
};

/** One line of the paper list, with what is said about it in words. */
export function RollRow({ entry, at, person, agenda, isReadOnly, onText, ...props }: Props) {
  const t = useT();
  const { state } = entry;
  const words = [
    entry.arrivedItemId &&
      t('conferences.attendance.arrived', { number: placeOf(agenda, entry.arrivedItemId) + 1 }),
    entry.leftItemId && t('conferences.attendance.leftAt', { number: placeOf(agenda, entry.leftItemId) + 1 }),
    state === 'replaced' &&
      entry.substitute &&
      t('conferences.attendance.instead', { name: entry.substitute }),
    state === 'excused' && entry.reason,
  ].filter(Boolean);
  const missing =
    state === 'excused'
      ? t('conferences.attendance.reasonMissing')
      : state === 'replaced'
        ? t('conferences.attendance.substituteMissing')
        : '';
  const written = words.join('; ') || (isReadOnly ? '' : missing);
  return (
    <tr
      data-row
      data-state={state}
      tabIndex={props.isCurrent ? 0 : -1}
      aria-label={[`${person.fullName}: ${t(`conferences.attendance.${state}`)}`, ...words].join('. ')}
      onKeyDown={props.onKeyDown}
      onFocus={props.onFocus}
    >
      <td>{at + 1}</td>
      <td className={classes.person}>{person.fullName}</td>
      <td className={classes.dim}>{person.title}</td>
      <td>
        <span className={classes.marks}>
          {marks.map((mark) => (
            <button
              key={mark}
              type="button"
              tabIndex={-1}
              disabled={isReadOnly}
              title={t(`conferences.attendance.${mark}`)}
              aria-label={t(`conferences.attendance.${mark}`)}
              aria-pressed={isMarked(entry, mark)}
              onClick={() => props.onMark(mark)}
            >
              <kbd aria-hidden>{markKeys[mark]}</kbd>
              <span>{t(`conferences.attendance.short.${mark}`)}</span>
            </button>
          ))}
        </span>
      </td>
      <td>
        {props.isWriting ? (
          <DetailField entry={entry} onDone={onText} />
        ) : (
          <button
            type="button"
            tabIndex={-1}
            className={classes.detail}
            data-empty={words.length === 0 || undefined}
            disabled={isReadOnly}
            aria-label={written === '' ? t('conferences.attendance.detail') : undefined}
            onClick={props.onDetail}
          >
            {written}
          </button>
        )}
      </td>
    </tr>
  );
}

/** The reason or the substitute: Enter keeps it, Esc leaves it as it was. */
function DetailField({ entry, onDone }: { entry: AttendanceEntry; onDone: (text: string) => void }) {
  const t = useT();
  const cancelled = useRef(false);
  const isSubstitute = entry.state === 'replaced';
  const known = isSubstitute ? entry.substitute : entry.reason;
  const label = isSubstitute ? 'conferences.attendance.substitute' : 'conferences.attendance.reason';
  return (
    <TextInput
      size="xs"
      autoFocus
      aria-label={t(label)}
      placeholder={t(label)}
      defaultValue={known}
      maxLength={isSubstitute ? 100 : 300}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        cancelled.current = event.key === 'Escape';
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.preventDefault();
          event.currentTarget.blur();
        }
      }}
      onBlur={(event) => onDone(cancelled.current ? known : event.currentTarget.value.trim())}
    />
  );
}
