import { Alert, Button, TextInput, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useT } from '#renderer/lib/i18n.tsx';
import { routes } from '#renderer/lib/routes.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { attendanceSentence, countAttendance, hasQuorum } from '#shared/features/conferences/attendance.ts';
import { defaultPresets } from '#shared/features/conferences/presets.ts';
import {
  type AttendanceEntry,
  type AttendanceState,
  attendanceStates,
  type Conference,
} from '#shared/features/conferences/schema.ts';
import { rollAct, stateKeys } from './attendance-keys.ts';
import classes from './conferences.module.css';
import { titleOn, useAttendance, useCommittee } from './queries.ts';

/** The paper list on screen: ↓/↑ moves, one letter sets, Enter writes the reason. */
export function AttendanceStep({ conference }: { conference: Conference }) {
  const t = useT();
  const { data: members } = useCommittee(conference.termId);
  const set = useAttendance(conference.id);
  const [marked, setMarked] = useState(0);
  const [reasonOf, setReasonOf] = useState<string | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const { attendance } = conference;
  const day = conference.startsAt.slice(0, 10);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the list takes the keys when it appears
  useEffect(() => focusRow(0), [members !== undefined]);

  function focusRow(at: number): void {
    setMarked(at);
    body.current?.querySelectorAll<HTMLElement>('[data-row]')[at]?.focus();
  }

  function setState(entry: AttendanceEntry, state: AttendanceState): void {
    if (entry.state !== state) void set({ ...entry, state, reason: state === 'excused' ? entry.reason : '' });
  }

  function onKey(event: KeyboardEvent, at: number): void {
    const entry = attendance[at];
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing || !entry) return;
    const act = rollAct(event, at, attendance.length);
    if (!act) return;
    event.preventDefault();
    if (act.kind === 'move') focusRow(act.to);
    if (act.kind === 'set') setState(entry, act.state);
    if (act.kind === 'reason' && entry.state === 'excused') setReasonOf(entry.id);
  }

  function saveReason(entry: AttendanceEntry, reason: string, at: number): void {
    setReasonOf(null);
    if (reason !== entry.reason) void set({ ...entry, reason });
    focusRow(at);
  }

  if (!members) return null;
  if (attendance.length === 0) {
    return (
      <EmptyState
        message={t('conferences.attendance.empty')}
        firstStep={
          <Button component={Link} href={routes.settings} variant="default">
            {t('conferences.attendance.toSettings')}
          </Button>
        }
      />
    );
  }

  return (
    <div className={classes.roll}>
      <div className={classes.rollList}>
        <table>
          <thead>
            <tr>
              <th>{t('conferences.attendance.order')}</th>
              <th>{t('conferences.attendance.name')}</th>
              <th>{t('conferences.attendance.position')}</th>
              <th>{t('conferences.attendance.state')}</th>
              <th>{t('conferences.attendance.reason')}</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {attendance.map((entry, at) => {
              const member = members.find(({ id }) => id === entry.memberId);
              return (
                <tr
                  key={entry.id}
                  data-row
                  data-state={entry.state}
                  tabIndex={at === marked ? 0 : -1}
                  aria-label={`${member?.fullName ?? entry.fullName}: ${t(`conferences.attendance.${entry.state}`)}`}
                  onKeyDown={(event) => onKey(event, at)}
                  onFocus={() => setMarked(at)}
                >
                  <td>{at + 1}</td>
                  <td className={classes.person}>{member?.fullName ?? entry.fullName}</td>
                  <td className={classes.dim}>{member ? titleOn(member, day) : entry.title}</td>
                  <td>
                    <span className={classes.states}>
                      {attendanceStates.map((state) => (
                        <UnstyledButton
                          key={state}
                          tabIndex={-1}
                          aria-pressed={entry.state === state}
                          onClick={() => setState(entry, state)}
                        >
                          <kbd aria-hidden>{stateKeys[state]}</kbd> {t(`conferences.attendance.${state}`)}
                        </UnstyledButton>
                      ))}
                    </span>
                  </td>
                  <td>
                    {entry.state === 'excused' && (
                      <Reason
                        entry={entry}
                        isOpen={reasonOf === entry.id}
                        onOpen={() => setReasonOf(entry.id)}
                        onDone={(reason) => saveReason(entry, reason, at)}
                      />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <RollSum conference={conference} />
      <p className={classes.keys}>{t('conferences.attendance.keys')}</p>
    </div>
  );
}

type ReasonProps = {
  entry: AttendanceEntry;
  isOpen: boolean;
  onOpen: () => void;
  onDone: (reason: string) => void;
};

function Reason({ entry, isOpen, onOpen, onDone }: ReasonProps) {
  const t = useT();
  const cancelled = useRef(false);
  if (!isOpen) {
    return (
      <UnstyledButton
        tabIndex={-1}
        className={classes.reason}
        data-empty={entry.reason === '' || undefined}
        onClick={onOpen}
      >
        {entry.reason || t('conferences.attendance.reasonMissing')}
      </UnstyledButton>
    );
  }
  return (
    <TextInput
      size="xs"
      autoFocus
      aria-label={t('conferences.attendance.reason')}
      defaultValue={entry.reason}
      maxLength={300}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        cancelled.current = event.key === 'Escape';
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.preventDefault();
          event.currentTarget.blur();
        }
      }}
      onBlur={(event) => onDone(cancelled.current ? entry.reason : event.currentTarget.value.trim())}
    />
  );
}

/** The sentence that the minutes will print, and whether the conference may decide. */
function RollSum({ conference }: { conference: Conference }) {
  const t = useT();
  const count = countAttendance(conference.attendance, conference.kind);
  return (
    <div className={classes.rollSum} role="status">
      <strong>{attendanceSentence(count)}</strong>
      {hasQuorum(count.present, count.members, defaultPresets[conference.kind]) ? (
        <span className={classes.dim}>{t('conferences.attendance.quorum', count)}</span>
      ) : (
        <Alert color="yellow" variant="light" py={4}>
          {t('conferences.attendance.noQuorum', count)}
        </Alert>
      )}
    </div>
  );
}
