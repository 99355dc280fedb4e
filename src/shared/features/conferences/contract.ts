import { z } from 'zod';
import { command, query } from '../../define.ts';
import { byId, id, isoDate, nothing, requiredLine } from '../../fields.ts';
import { conferenceFile } from './file.ts';
import {
  agendaItem,
  attendanceEntry,
  conference,
  conferenceFields,
  conferenceKinds,
  conferenceSummary,
  electionFields,
  finding,
  openMatter,
  preset,
  rollPerson,
  voteFields,
} from './schema.ts';

const identified = z.strictObject({ id });
/** A part of the conference `id`; `itself` is absent for a new one. */
const partOf = { id, itself: id.optional() };
const partBy = z.strictObject({ id, itself: id });

export const conferencesContract = {
  list: query(nothing, z.array(conferenceSummary)),
  get: query(byId, conference),
  /** The ordinal that a new conference of that kind would get on that day; 1 when no term holds then. */
  nextOrdinal: query(
    z.strictObject({ kind: z.enum(conferenceKinds), on: isoDate }),
    z.strictObject({ ordinal: z.int() }),
  ),
  /**
   * A new conference. Its roll follows from the kind (the committee, the standing committee, or who was on the roll of
   * the last one), all present; matters left open by earlier ones of that kind are on its agenda.
   */
  create: command(conferenceFields, identified),
  save: command(conferenceFields.extend({ id }), nothing, { saves: [{ table: 'conference', row: 'id' }] }),
  /** `reason`: of a conference whose minutes have a number, which stays in the register as void, with it. */
  remove: command(byId.extend({ reason: requiredLine(500).optional() }), nothing),

  setAttendance: command(z.strictObject({ id, entry: attendanceEntry }), nothing),
  /** A commune's congress has at most some three hundred delegates; the roll takes more than are added at once. */
  addPeople: command(z.strictObject({ id, people: z.array(rollPerson).min(1).max(500) }), nothing),
  removePerson: command(partBy, nothing),
  orderPeople: command(z.strictObject({ id, ids: z.array(id).max(1_000) }), nothing),

  /** The whole agenda in its order, two hundred items for days of a congress; known by their id, a new one comes without. */
  saveAgenda: command(
    z.strictObject({ id, items: z.array(agendaItem.extend({ id: id.optional() })).max(200) }),
    z.strictObject({ ids: z.array(id) }),
    { saves: [{ table: 'agenda_item', under: 'id' }] },
  ),
  /** What earlier conferences of that kind have left open and none has taken up since, oldest first. */
  openMatters: query(z.strictObject({ kind: z.enum(conferenceKinds), before: isoDate }), z.array(openMatter)),

  /** Who is in the room is counted and frozen when a vote is recorded; correcting its counts later keeps that. */
  saveVote: command(z.strictObject({ ...partOf, vote: voteFields }), identified, {
    saves: [{ table: 'vote', row: 'itself' }],
  }),
  removeVote: command(partBy, nothing),
  saveElection: command(z.strictObject({ ...partOf, election: electionFields }), identified, {
    // The candidates of all of them: what a part belongs to in the end is the conference.
    saves: [
      { table: 'election', row: 'itself' },
      { table: 'election_candidate', under: 'id' },
    ],
  }),
  removeElection: command(partBy, nothing),

  /** What was marked in the minutes, in their order, and which documents took it over. */
  findings: query(byId, z.array(finding)),

  /** What the minutes would be numbered; null where the office does not number those of that kind. */
  nextMinutesNumber: query(byId, z.strictObject({ number: z.int().nullable() })),
  /** Composes the minutes, numbers them when the office does, and locks the conference. Opened again, never undone. */
  close: command(
    z.strictObject({ id, number: z.int().min(1).max(99_999).nullable().optional() }),
    z.strictObject({ number: z.int().nullable() }),
    { final: true },
  ),
  reopen: command(z.strictObject({ id, reason: requiredLine(500) }), nothing, { final: true }),

  /** What belongs to the conference, in the order of the archive, and what its kind expects and it lacks. */
  file: query(byId, conferenceFile),

  /** One for each kind: the office's own, or what is usual. */
  presets: query(nothing, z.array(preset)),
  savePreset: command(preset, nothing, { saves: [{ table: 'conference_preset' }] }),
};
