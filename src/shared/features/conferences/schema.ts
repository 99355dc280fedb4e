import { z } from 'zod';
import {
  id,
  instant,
  isoDate,
  line,
  localTime,
  multiline,
  requiredLine,
  timeOfDay,
  wholeNumber,
} from '../../fields.ts';
import { mostOrdinal } from '../../text/ordinals.ts';
import { bodySchema, findingKinds } from '../../text-model/body.ts';

export const conferenceKinds = ['congress', 'executive_committee', 'standing_committee', 'cell'] as const;
export type ConferenceKind = (typeof conferenceKinds)[number];

/** Regular, on one theme (chuyên đề), or with guests who take part (mở rộng). */
export const conferenceSessions = ['regular', 'thematic', 'enlarged'] as const;
export type ConferenceSession = (typeof conferenceSessions)[number];

/** Who numbers minutes of conferences: the standing committee with its committee. */
export const minutesIssuers = ['committee', 'congress', 'cell'] as const;
export type MinutesIssuer = (typeof minutesIssuers)[number];

export const attendanceStates = ['present', 'excused', 'absent', 'replaced'] as const;

export const agendaItem = z.strictObject({
  id,
  title: requiredLine(500),
  presenter: line(200),
  /** A line each: what lies before the conference for this item. */
  papers: multiline(5_000),
  plannedAt: timeOfDay.nullable(),
  startedAt: timeOfDay.nullable(),
  endedAt: timeOfDay.nullable(),
  discussion: bodySchema,
  conclusion: bodySchema,
  /** The item of an earlier conference that this one goes on with. */
  carriedFromId: id.nullable(),
  /** Left open: the next conference of that kind begins with it. */
  isCarriedOver: z.boolean(),
  carryReason: line(500),
});
export type AgendaItem = z.infer<typeof agendaItem>;

/** One line of the roll: a member of the committee, or somebody known by name (a delegate, a member of a cell). */
export const attendanceEntry = z.strictObject({
  id,
  memberId: id.nullable(),
  /** Of who is no member of the committee; empty for a member, whose name and title are in the organisation. */
  fullName: line(100),
  title: line(200),
  state: z.enum(attendanceStates),
  reason: line(300),
  /** The agenda item from which on they were there; null: from the beginning. */
  arrivedItemId: id.nullable(),
  /** The agenda item at which they left; null: stayed to the end. */
  leftItemId: id.nullable(),
  /** Who came instead of one who is `replaced`. */
  substitute: line(100),
});
export type AttendanceEntry = z.infer<typeof attendanceEntry>;

/** Somebody to put on the roll. */
export const rollPerson = z.union([
  z.strictObject({ memberId: id }),
  z.strictObject({ fullName: requiredLine(100), title: line(200) }),
]);
export type RollPerson = z.infer<typeof rollPerson>;

export const voteMethods = ['hands', 'ballots'] as const;

export const voteChoices = ['inFavour', 'against', 'other'] as const;
export type VoteChoice = (typeof voteChoices)[number];

/** People in one room: a commune has no congress of more than a few hundred. */
const count = wholeNumber(0, 9_999);

export const voteFields = z.strictObject({
  itemId: id,
  /** "Thông qua Nghị quyết về phương hướng, nhiệm vụ năm 2022" */
  question: requiredLine(500),
  method: z.enum(voteMethods),
  /** Ballots given out, handed in, and not valid; null by show of hands. */
  issued: count.nullable(),
  collected: count.nullable(),
  invalid: count.nullable(),
  inFavour: count,
  against: count,
  other: count,
  /** Only where names are wanted: of a committee, at most of a congress. */
  named: z.array(z.strictObject({ name: requiredLine(100), choice: z.enum(voteChoices) })).max(500),
});
export type VoteFields = z.infer<typeof voteFields>;

/** How many belonged to the body and how many of them were in the room, as the roll said when it was recorded or corrected. */
const frozen = { members: z.int(), present: z.int() };

export const vote = voteFields.extend({ id, ...frozen });
export type Vote = z.infer<typeof vote>;

export const candidate = z.strictObject({ fullName: requiredLine(100), title: line(200), votes: count });
export type Candidate = z.infer<typeof candidate>;

export const electionFields = z.strictObject({
  itemId: id,
  /** "Bầu bổ sung Ủy viên Ban Thường vụ Đảng ủy" */
  title: requiredLine(300),
  /** A commune's committee has some thirty. */
  seats: wholeNumber(1, 200),
  issued: count,
  collected: count,
  invalid: count,
  headTeller: line(100),
  /** A line each. */
  tellers: multiline(2_000),
  candidates: z.array(candidate).min(1, 'validation.required').max(400),
});
export type ElectionFields = z.infer<typeof electionFields>;

export const election = electionFields.extend({ id, ...frozen });
export type Election = z.infer<typeof election>;

export const conferenceFields = z.strictObject({
  kind: z.enum(conferenceKinds),
  session: z.enum(conferenceSessions),
  /** "lần thứ bảy" within its term and kind. */
  ordinal: wholeNumber(1, mostOrdinal),
  /** Instead of the title that follows from kind and ordinal; empty: that one. */
  customTitle: line(300),
  startsAt: localTime,
  endsAt: localTime.nullable(),
  place: line(300),
  /** What it was about: "Tổng kết công tác năm 2021 …" */
  content: multiline(2_000),
  /** A line each: papers used in the conference. */
  papers: multiline(20_000),
  /** A line each: invited people, to an enlarged one some hundred and fifty; never counted as members. */
  invited: multiline(20_000),
  chairId: id.nullable(),
  /** A member of the committee, or somebody of the office by name. */
  recorderName: line(100),
  /** The chair's conclusion of the whole conference. */
  conclusion: bodySchema,
});
export type ConferenceFields = z.infer<typeof conferenceFields>;

const reopening = z.strictObject({ at: instant, actor: z.string(), reason: z.string() });

export const conference = conferenceFields.extend({
  id,
  termId: id,
  agenda: z.array(agendaItem),
  /** In the order of the paper list. */
  attendance: z.array(attendanceEntry),
  votes: z.array(vote),
  elections: z.array(election),
  /** Number of the minutes in their register; kept when the conference is opened again. */
  minutesNumber: z.int().nullable(),
  /** In whose register that is, and whose head and symbol the minutes carry. */
  minutesIssuer: z.enum(minutesIssuers),
  /** Null while it can be changed. */
  closedAt: instant.nullable(),
  reopenings: z.array(reopening),
});
export type Conference = z.infer<typeof conference>;

export const conferenceSummary = z.strictObject({
  id,
  kind: z.enum(conferenceKinds),
  session: z.enum(conferenceSessions),
  ordinal: z.int(),
  customTitle: z.string(),
  termOrdinal: z.int(),
  startsAt: localTime,
  endsAt: localTime.nullable(),
  place: z.string(),
  content: z.string(),
  members: z.int(),
  present: z.int(),
  excused: z.int(),
  absent: z.int(),
  minutesNumber: z.int().nullable(),
  closedAt: instant.nullable(),
});
export type ConferenceSummary = z.infer<typeof conferenceSummary>;

/** The line of the register that is left of a conference whose minutes had a number. */
export const voidedMinutes = z.strictObject({
  termId: id,
  issuer: z.enum(minutesIssuers),
  number: z.int(),
  /** The day and the title of the conference, and who led it. */
  date: isoDate,
  title: requiredLine(1_000),
  chairName: line(100),
  reason: requiredLine(500),
});
export type VoidedMinutes = z.infer<typeof voidedMinutes>;

/** What was marked in the minutes, and the documents that took it over. */
export const finding = z.strictObject({
  id,
  /** Null: in the chair's conclusion of the whole conference. */
  itemId: id.nullable(),
  kind: z.enum(findingKinds),
  text: z.string(),
  usedIn: z.array(z.strictObject({ documentId: id, code: z.string(), subject: z.string() })),
});
export type Finding = z.infer<typeof finding>;

/** A matter that an earlier conference left open. */
export const openMatter = z.strictObject({
  /** The newest item that left it open. */
  itemId: id,
  title: z.string(),
  presenter: z.string(),
  reason: z.string(),
  /** The day of the conference that had it first. */
  since: localTime,
  /** How many conferences have left it open. */
  times: z.int(),
});
export type OpenMatter = z.infer<typeof openMatter>;

/** What a conference of that kind begins with. */
export const preset = z
  .strictObject({
    kind: z.enum(conferenceKinds),
    /** Titles of the usual agenda: a page or two of them. */
    agenda: z.array(requiredLine(500)).max(100),
    /** A line each: what the conference file should hold. */
    expectedDocuments: multiline(5_000),
    /** At least numerator/denominator of all members, or more than that when strict. Only ever a warning. */
    quorumNumerator: wholeNumber(1, 100),
    quorumDenominator: wholeNumber(1, 100),
    quorumIsStrict: z.boolean(),
    /** Whether the office gives numbers (BB) to the minutes of this kind. */
    numbersMinutes: z.boolean(),
  })
  .refine(({ quorumNumerator, quorumDenominator }) => quorumNumerator <= quorumDenominator, {
    error: 'validation.quorum',
    path: ['quorumNumerator'],
  });
export type Preset = z.infer<typeof preset>;
