import { z } from 'zod';
import { id, line, localTime, multiline, requiredLine } from '../../fields.ts';
import { bodySchema } from '../documents/body.ts';

export const conferenceKinds = ['congress', 'executive_committee', 'standing_committee', 'cell'] as const;
export type ConferenceKind = (typeof conferenceKinds)[number];

export const attendanceStates = ['present', 'excused', 'absent'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

export const agendaItem = z.strictObject({
  id,
  title: requiredLine(500),
  presenter: line(200),
  discussion: bodySchema,
  conclusion: bodySchema,
});
export type AgendaItem = z.infer<typeof agendaItem>;

export const attendanceEntry = z.strictObject({
  memberId: id,
  state: z.enum(attendanceStates),
  reason: line(300),
});
export type AttendanceEntry = z.infer<typeof attendanceEntry>;

export const conferenceFields = z.strictObject({
  kind: z.enum(conferenceKinds),
  /** "lần thứ bảy" within its term and kind. */
  ordinal: z.int().min(1).max(99),
  startsAt: localTime,
  endsAt: localTime.nullable(),
  place: line(300),
  /** What it was about: "Tổng kết công tác năm 2021 …" */
  content: multiline(2_000),
  /** A line each: papers used in the conference. */
  papers: multiline(5_000),
  /** A line each: invited people; never counted as members. */
  invited: multiline(5_000),
  chairId: id.nullable(),
  /** A member of the committee, or somebody of the office by name. */
  recorderName: line(100),
  /** The chair's conclusion of the whole conference. */
  conclusion: bodySchema,
});
export type ConferenceFields = z.infer<typeof conferenceFields>;

export const conference = conferenceFields.extend({
  id,
  termId: id,
  agenda: z.array(agendaItem),
  attendance: z.array(attendanceEntry),
});
export type Conference = z.infer<typeof conference>;

export const conferenceSummary = z.strictObject({
  id,
  kind: z.enum(conferenceKinds),
  ordinal: z.int(),
  termOrdinal: z.int(),
  startsAt: localTime,
  endsAt: localTime.nullable(),
  place: z.string(),
  content: z.string(),
  members: z.int(),
  present: z.int(),
  excused: z.int(),
  absent: z.int(),
});
export type ConferenceSummary = z.infer<typeof conferenceSummary>;
