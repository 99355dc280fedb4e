import { z } from 'zod';
import { dynamicText, sayVietnamese } from '../../i18n/translate.ts';
import { frozenPrint } from '../../paper/frozen.ts';
import { defineRecord, field } from '../../record.ts';
import { showDate } from '../../text/dates.ts';
import {
  agendaItem,
  attendanceEntry,
  candidate,
  conference,
  conferenceFields,
  election,
  finding,
  preset,
  voidedMinutes,
  vote,
} from './schema.ts';

const listOrder = z.int();

export const conferenceRecord = defineRecord({
  table: 'conference',
  fields: {
    termId: field.link({ column: 'term_id', to: 'term', gone: 'refuse', reason: 'termHasConferences' }),
    kind: field.value({
      column: 'kind',
      label: 'journal.field.kind',
      words: 'journal.value.kind',
      schema: conferenceFields.shape.kind,
    }),
    ordinal: field.value({
      column: 'ordinal',
      label: 'journal.field.ordinal',
      schema: conferenceFields.shape.ordinal,
    }),
    startsAt: field.value({
      column: 'starts_at',
      label: 'journal.field.starts_at',
      schema: conferenceFields.shape.startsAt,
    }),
    endsAt: field.value({
      column: 'ends_at',
      label: 'journal.field.ends_at',
      schema: conferenceFields.shape.endsAt,
    }),
    place: field.line({ column: 'place', label: 'journal.field.place' }),
    content: field.line({ column: 'content', label: 'journal.field.content' }),
    papers: field.line({ column: 'papers', label: 'journal.field.papers' }),
    invited: field.line({ column: 'invited', label: 'journal.field.invited' }),
    chairId: field.link({
      column: 'chair_id',
      to: 'member',
      gone: 'refuse',
      reason: 'memberSat',
      schema: conferenceFields.shape.chairId,
    }),
    recorderName: field.line({ column: 'recorder_name', label: 'journal.field.recorder_name' }),
    conclusion: field.text({ column: 'conclusion', label: 'journal.field.conclusion' }),
    session: field.value({
      column: 'session',
      label: 'journal.field.session',
      words: 'conferences.session',
      schema: conferenceFields.shape.session,
    }),
    customTitle: field.line({ column: 'custom_title', label: 'journal.field.custom_title' }),
    minutesNumber: field.value({
      column: 'minutes_number',
      label: 'journal.field.minutes_number',
      schema: conference.shape.minutesNumber,
    }),
    minutesPrint: field.frozen({
      column: 'minutes_print',
      label: 'journal.field.minutes_print',
      stored: frozenPrint,
    }),
    closedAt: field.value({
      column: 'closed_at',
      label: 'journal.field.closed_at',
      schema: conference.shape.closedAt,
    }),
    minutesIssuer: field.machine({ column: 'minutes_issuer', schema: conference.shape.minutesIssuer }),
  },
  name: (row) => [row.custom_title, showDate(String(row.starts_at).slice(0, 10))].filter(Boolean).join(', '),
  found: {
    kind: 'conference',
    title: (row) => String(row.custom_title),
    date: (row) => String(row.starts_at).slice(0, 10),
  },
  holdsFiles: true,
  termDays: { columns: ['starts_at'], reason: 'termHoldsConferences' },
  counted: 'backup.count.conference',
});

export const agendaItemRecord = defineRecord({
  table: 'agenda_item',
  fields: {
    conferenceId: field.link({ column: 'conference_id', to: 'conference', gone: 'with' }),
    listOrder: field.machine({ column: 'list_order', schema: listOrder }),
    title: field.line({ column: 'title', label: 'journal.field.title', tellsWhich: true }),
    presenter: field.line({ column: 'presenter', label: 'journal.field.presenter' }),
    discussion: field.text({ column: 'discussion', label: 'journal.field.discussion' }),
    conclusion: field.text({ column: 'conclusion', label: 'journal.field.conclusion' }),
    papers: field.line({ column: 'papers', label: 'journal.field.papers' }),
    plannedAt: field.value({
      column: 'planned_at',
      label: 'journal.field.planned_at',
      schema: agendaItem.shape.plannedAt,
    }),
    startedAt: field.value({
      column: 'started_at',
      label: 'journal.field.started_at',
      schema: agendaItem.shape.startedAt,
    }),
    endedAt: field.value({
      column: 'ended_at',
      label: 'journal.field.ended_at',
      schema: agendaItem.shape.endedAt,
    }),
    carriedFromId: field.link({
      column: 'carried_from_id',
      to: 'agenda_item',
      gone: 'free',
      schema: agendaItem.shape.carriedFromId,
    }),
    isCarriedOver: field.flag({ column: 'is_carried_over', label: 'journal.field.is_carried_over' }),
    carryReason: field.line({ column: 'carry_reason', label: 'journal.field.carry_reason' }),
  },
  found: { kind: 'item', title: (row) => String(row.title) },
});

export const attendanceRecord = defineRecord({
  table: 'attendance',
  fields: {
    conferenceId: field.link({ column: 'conference_id', to: 'conference', gone: 'with' }),
    memberId: field.link({
      column: 'member_id',
      to: 'member',
      gone: 'refuse',
      reason: 'memberSat',
      schema: attendanceEntry.shape.memberId,
    }),
    fullName: field.line({ column: 'full_name', label: 'journal.field.full_name', tellsWhich: true }),
    title: field.line({ column: 'title', label: 'journal.field.title', tellsWhich: true }),
    listOrder: field.machine({ column: 'list_order', schema: listOrder }),
    state: field.value({
      column: 'state',
      label: 'journal.field.state',
      words: 'journal.value.state',
      schema: attendanceEntry.shape.state,
    }),
    reason: field.line({ column: 'reason', label: 'journal.field.reason', tellsWhich: true }),
    arrivedItemId: field.link({
      column: 'arrived_item_id',
      to: 'agenda_item',
      gone: 'free',
      schema: attendanceEntry.shape.arrivedItemId,
    }),
    leftItemId: field.link({
      column: 'left_item_id',
      to: 'agenda_item',
      gone: 'free',
      schema: attendanceEntry.shape.leftItemId,
    }),
    substitute: field.line({ column: 'substitute', label: 'journal.field.substitute' }),
  },
});

export const conferenceReopeningRecord = defineRecord({
  table: 'conference_reopening',
  fields: {
    conferenceId: field.link({ column: 'conference_id', to: 'conference', gone: 'with' }),
    at: field.machine({ column: 'at', schema: z.string() }),
    actor: field.machine({ column: 'actor', schema: z.string() }),
    reason: field.line({ column: 'reason', label: 'journal.field.reason', tellsWhich: true }),
  },
});

/** Never changed, and gone only when undoing brings its conference back. */
export const voidedMinutesRecord = defineRecord({
  table: 'voided_minutes',
  fields: {
    termId: field.link({ column: 'term_id', to: 'term', gone: 'refuse', reason: 'termHasVoidedMinutes' }),
    issuer: field.machine({ column: 'issuer', schema: voidedMinutes.shape.issuer }),
    number: field.value({
      column: 'number',
      label: 'journal.field.minutes_number',
      schema: voidedMinutes.shape.number,
    }),
    date: field.value({ column: 'date', label: 'journal.field.date', schema: voidedMinutes.shape.date }),
    title: field.line({
      column: 'title',
      label: 'journal.field.voided_minutes.title',
      tellsWhich: true,
      schema: voidedMinutes.shape.title,
    }),
    chairName: field.line({
      column: 'chair_name',
      label: 'journal.field.voided_minutes.chair',
      schema: voidedMinutes.shape.chairName,
    }),
    reason: field.line({
      column: 'reason',
      label: 'journal.field.void_reason',
      schema: voidedMinutes.shape.reason,
    }),
  },
  name: (row) => String(row.title),
  termDays: { columns: ['date'], reason: 'termHoldsVoidedMinutes' },
});

export const findingRecord = defineRecord({
  table: 'finding',
  fields: {
    conferenceId: field.link({ column: 'conference_id', to: 'conference', gone: 'with' }),
    agendaItemId: field.link({
      column: 'agenda_item_id',
      to: 'agenda_item',
      gone: 'free',
      schema: finding.shape.itemId,
    }),
    listOrder: field.machine({ column: 'list_order', schema: listOrder }),
    kind: field.value({
      column: 'kind',
      label: 'journal.field.kind',
      words: 'journal.value.kind',
      schema: finding.shape.kind,
    }),
    text: field.line({ column: 'text', label: 'journal.field.text', tellsWhich: true }),
  },
});

export const voteRecord = defineRecord({
  table: 'vote',
  fields: {
    conferenceId: field.link({ column: 'conference_id', to: 'conference', gone: 'with' }),
    agendaItemId: field.link({ column: 'agenda_item_id', to: 'agenda_item', gone: 'free' }),
    listOrder: field.machine({ column: 'list_order', schema: listOrder }),
    question: field.line({ column: 'question', label: 'journal.field.question', tellsWhich: true }),
    method: field.value({
      column: 'method',
      label: 'journal.field.method',
      words: 'conferences.vote',
      schema: vote.shape.method,
    }),
    members: field.value({ column: 'members', label: 'journal.field.members', schema: vote.shape.members }),
    present: field.value({ column: 'present', label: 'journal.field.present', schema: vote.shape.present }),
    issued: field.value({ column: 'issued', label: 'journal.field.issued', schema: vote.shape.issued }),
    collected: field.value({
      column: 'collected',
      label: 'journal.field.collected',
      schema: vote.shape.collected,
    }),
    invalid: field.value({ column: 'invalid', label: 'journal.field.invalid', schema: vote.shape.invalid }),
    inFavour: field.value({
      column: 'in_favour',
      label: 'journal.field.in_favour',
      schema: vote.shape.inFavour,
    }),
    against: field.value({ column: 'against', label: 'journal.field.against', schema: vote.shape.against }),
    other: field.value({ column: 'other', label: 'journal.field.vote.other', schema: vote.shape.other }),
    named: field.json({ column: 'named', label: 'journal.field.named', schema: vote.shape.named }),
  },
});

export const electionRecord = defineRecord({
  table: 'election',
  fields: {
    conferenceId: field.link({ column: 'conference_id', to: 'conference', gone: 'with' }),
    agendaItemId: field.link({ column: 'agenda_item_id', to: 'agenda_item', gone: 'free' }),
    listOrder: field.machine({ column: 'list_order', schema: listOrder }),
    title: field.line({ column: 'title', label: 'journal.field.title', tellsWhich: true }),
    seats: field.value({ column: 'seats', label: 'journal.field.seats', schema: election.shape.seats }),
    members: field.value({
      column: 'members',
      label: 'journal.field.members',
      schema: election.shape.members,
    }),
    present: field.value({
      column: 'present',
      label: 'journal.field.present',
      schema: election.shape.present,
    }),
    issued: field.value({ column: 'issued', label: 'journal.field.issued', schema: election.shape.issued }),
    collected: field.value({
      column: 'collected',
      label: 'journal.field.collected',
      schema: election.shape.collected,
    }),
    invalid: field.value({
      column: 'invalid',
      label: 'journal.field.invalid',
      schema: election.shape.invalid,
    }),
    headTeller: field.line({ column: 'head_teller', label: 'journal.field.head_teller' }),
    tellers: field.line({ column: 'tellers', label: 'journal.field.tellers' }),
  },
});

export const electionCandidateRecord = defineRecord({
  table: 'election_candidate',
  fields: {
    electionId: field.link({ column: 'election_id', to: 'election', gone: 'with' }),
    listOrder: field.machine({ column: 'list_order', schema: listOrder }),
    fullName: field.line({ column: 'full_name', label: 'journal.field.full_name', tellsWhich: true }),
    title: field.line({ column: 'title', label: 'journal.field.title', tellsWhich: true }),
    votes: field.value({ column: 'votes', label: 'journal.field.votes', schema: candidate.shape.votes }),
  },
});

export const conferencePresetRecord = defineRecord({
  table: 'conference_preset',
  fields: {
    kind: field.value({
      column: 'kind',
      label: 'journal.field.kind',
      words: 'journal.value.kind',
      schema: preset.shape.kind,
    }),
    agenda: field.json({ column: 'agenda', label: 'journal.field.agenda', schema: preset.shape.agenda }),
    expectedDocuments: field.line({
      column: 'expected_documents',
      label: 'journal.field.expected_documents',
    }),
    quorumNumerator: field.value({
      column: 'quorum_numerator',
      label: 'journal.field.quorum',
      schema: preset.shape.quorumNumerator,
    }),
    quorumDenominator: field.value({
      column: 'quorum_denominator',
      label: 'journal.field.quorum',
      schema: preset.shape.quorumDenominator,
    }),
    quorumIsStrict: field.flag({ column: 'quorum_is_strict', label: 'journal.field.quorum' }),
    numbersMinutes: field.flag({ column: 'numbers_minutes', label: 'journal.field.numbers_minutes' }),
  },
  citedAs: ({ kind }) =>
    `Nếp ${dynamicText(sayVietnamese, `journal.value.kind.${kind}`, 'search.kind.conference')}`,
});
