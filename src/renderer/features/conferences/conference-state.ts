import { pick } from '#renderer/lib/plain.ts';
import type { ConferenceStep } from '#renderer/lib/routes.ts';
import { countAttendance, hasQuorum } from '#shared/features/conferences/attendance.ts';
import { unsettledItems } from '#shared/features/conferences/closing.ts';
import {
  type AgendaItem,
  type AttendanceEntry,
  type Conference,
  type ConferenceFields,
  conferenceFields,
  type Preset,
} from '#shared/features/conferences/schema.ts';
import { type Body, bodyText } from '#shared/text-model/body.ts';

export const steps: readonly ConferenceStep[] = ['prepare', 'attendance', 'proceedings', 'finish'];

/** What the steps are judged by, typed or stored. */
export type ConferenceState = {
  fields: ConferenceFields;
  agenda: readonly Pick<
    AgendaItem,
    'id' | 'title' | 'startedAt' | 'discussion' | 'conclusion' | 'isCarriedOver' | 'carryReason'
  >[];
  attendance: readonly AttendanceEntry[];
  votes: Conference['votes'];
  elections: Conference['elections'];
  preset: Preset;
};

export const lacks = [
  'place',
  'chair',
  'recorder',
  'agenda',
  'roster',
  'quorum',
  'reasons',
  'discussion',
  'itemConclusions',
  'conclusion',
  'end',
] as const;
export type Lack = { what: (typeof lacks)[number]; step: ConferenceStep; count: number };

/** What the minutes still lack, in the order of the steps. Hints: nothing of it keeps anybody from anything. */
export function lacksOf(state: ConferenceState): Lack[] {
  const { fields, agenda, attendance } = state;
  const found: Lack[] = [];
  const check = (isLacking: boolean, step: ConferenceStep, what: Lack['what'], count = 1) => {
    if (isLacking) found.push({ what, step, count });
  };
  check(fields.place.trim() === '', 'prepare', 'place');
  check(fields.chairId === null, 'prepare', 'chair');
  check(fields.recorderName.trim() === '', 'prepare', 'recorder');
  check(agenda.length === 0, 'prepare', 'agenda');

  check(attendance.length === 0, 'attendance', 'roster');
  const { present, members } = countAttendance(attendance, fields.kind);
  check(members > 0 && !hasQuorum(present, members, state.preset), 'attendance', 'quorum');
  const unexplained = attendance.filter(({ state, reason }) => state === 'excused' && reason === '').length;
  check(unexplained > 0, 'attendance', 'reasons', unexplained);

  const silent = agenda.filter(({ discussion }) => isEmpty(discussion)).length;
  check(silent > 0, 'proceedings', 'discussion', silent);
  const open = unsettledItems(state).length;
  check(open > 0, 'proceedings', 'itemConclusions', open);

  check(isEmpty(fields.conclusion), 'finish', 'conclusion');
  check(fields.endsAt === null, 'finish', 'end');
  return found;
}

/**
 * Everybody is present until somebody says otherwise, so a roll alone tells nothing: it was called when somebody was marked
 * in it, or when the conference has got further than that.
 */
function isRollCalled({ fields, agenda, attendance, votes, elections }: ConferenceState): boolean {
  return (
    fields.endsAt !== null ||
    votes.length + elections.length > 0 ||
    attendance.some((entry) => entry.state !== 'present' || entry.arrivedItemId || entry.leftItemId) ||
    agenda.some((item) => item.startedAt !== null || !isEmpty(item.discussion))
  );
}

/** A step has its mark when nothing of it is lacking; the proceedings only once there is something to proceed with. */
export function doneSteps(state: ConferenceState): ReadonlySet<ConferenceStep> {
  const lacking = new Set(lacksOf(state).map(({ step }) => step));
  if (!isRollCalled(state)) lacking.add('attendance');
  if (state.agenda.length === 0) lacking.add('proceedings');
  return new Set(steps.filter((step) => !lacking.has(step)));
}

/** The step that shows a field of the conference's form or of its agenda's. */
export function stepOfField(path: string): ConferenceStep {
  if (path === 'conclusion' || path === 'endsAt') return 'finish';
  return /^items\.\d+\.(?!title|presenter|plannedAt|papers)/u.test(path) ? 'proceedings' : 'prepare';
}

/** Where to go on when a conference is opened without saying where. */
export function nextStep(state: ConferenceState): ConferenceStep {
  const done = doneSteps(state);
  return steps.find((step) => !done.has(step)) ?? 'finish';
}

export function isEmpty(body: Body): boolean {
  return bodyText(body) === '';
}

export function fieldsOf(conference: Conference): ConferenceFields {
  return pick(conference, conferenceFields.keyof().options);
}
