import type { CommandContext, FeatureHandlers } from '#main/api/context.ts';
import { getOrganisation, listMembers, requireBody, requireTerm } from '#main/features/organisation/index.ts';
import { refuseInUse, removeRecord } from '#main/records/removal.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import { leavesTooEarly } from '#shared/features/conferences/attendance.ts';
import { blankItem } from '#shared/features/conferences/blank.ts';
import type { Conference, ConferenceFields } from '#shared/features/conferences/schema.ts';
import { movedAlong } from '#shared/features/conferences/times.ts';
import { termOn } from '#shared/features/organisation/rules.ts';
import { close, minutesNumberOf, reopen, voidMinutes } from './closing.ts';
import { conferenceFile } from './file.ts';
import { listFindings, syncFindings } from './findings-repository.ts';
import { refuseGoingOn } from './in-use.ts';
import { listOpenMatters } from './open-matters.ts';
import { listPresets, upsertPreset } from './presets-repository.ts';
import {
  findConference,
  insertConference,
  itemsInUse,
  lastOrdinal,
  listConferences,
  replaceAgenda,
  updateConference,
} from './repository.ts';
import { addToRoll, checkedEntry, followDay, rollOf } from './roll.ts';
import { deleteAttendance, forgetItems, orderAttendance, updateAttendance } from './roll-repository.ts';
import { saveElection, saveVote } from './votes.ts';
import { deleteElection, deleteVote } from './votes-repository.ts';

export const conferencesHandlers: FeatureHandlers<'conferences'> = {
  list: ({ db }) => listConferences(db),

  get: async ({ db }, { id }) => {
    const found = await findConference(db, id);
    if (!found) throw new AppError('NOT_FOUND');
    return found;
  },

  nextOrdinal: async ({ db }, { kind, on }) => {
    const term = termOn(await getOrganisation(db), on);
    return { ordinal: term ? (await lastOrdinal(db, term.id, kind)) + 1 : 1 };
  },

  create: async (ctx, fields) => {
    const { db, newId } = ctx;
    const termId = await checkedTerm(ctx, fields, null);
    const id = newId();
    const chairId = await chairWithin(ctx, termId, fields.chairId);
    await insertConference(db, id, termId, { ...fields, chairId });
    await addToRoll(ctx, { id, startsAt: fields.startsAt }, await rollOf(ctx, termId, fields));
    const matters = await listOpenMatters(db, fields.kind, fields.startsAt.slice(0, 10));
    const carried = matters.map((matter) => ({
      ...blankItem(matter.title),
      id: newId(),
      presenter: matter.presenter,
      carriedFromId: matter.itemId,
    }));
    await replaceAgenda(db, id, carried);
    await syncFindings(db, id, [], fields.conclusion);
    return { id };
  },

  save: async (ctx, { id, ...fields }) => {
    const termId = await checkedTerm(ctx, fields, id);
    const before = await findConference(ctx.db, id);
    if (!before) throw new AppError('NOT_FOUND');
    // The register of the other term would begin with a number that it never gave.
    if (before.minutesNumber !== null && before.termId !== termId)
      throw ruleError('numberedOfTerm', { number: before.minutesNumber });
    const chairId = await chairWithin(ctx, termId, fields.chairId);
    await updateConference(ctx.db, id, termId, { ...fields, chairId });
    await followDay(ctx, before, termId, fields);
    await moveTimes(ctx.db, before, fields);
    await syncFindings(ctx.db, id, before.agenda, fields.conclusion);
    return {};
  },

  remove: async (ctx, { id, reason }) => {
    await refuseInUse(ctx.db, 'conference', id);
    await refuseGoingOn(ctx.db, id);
    await voidMinutes(ctx, id, reason);
    await removeRecord(ctx.db, 'conference', id);
    return {};
  },

  setAttendance: async (ctx, { id, entry }) => {
    const conference = await findConference(ctx.db, id);
    if (!conference) throw new AppError('NOT_FOUND');
    await updateAttendance(ctx.db, id, await checkedEntry(ctx, conference, entry));
    return {};
  },

  addPeople: async (ctx, { id, people }) => {
    const conference = await findConference(ctx.db, id);
    if (!conference) throw new AppError('NOT_FOUND');
    await addToRoll(ctx, conference, people);
    return {};
  },

  removePerson: async ({ db }, { id, itself }) => {
    await deleteAttendance(db, id, itself);
    return {};
  },

  orderPeople: async ({ db }, { id, ids }) => {
    await orderAttendance(db, id, ids);
    return {};
  },

  saveAgenda: async ({ db, newId }, { id, items }) => {
    const conference = await findConference(db, id);
    if (!conference) throw new AppError('NOT_FOUND');
    const known = new Set(conference.agenda.map((item) => item.id));
    // An id the conference does not know could belong to another one.
    if (items.some((item) => item.id !== undefined && !known.has(item.id))) throw new AppError('CONFLICT');
    const agenda = items.map((item) => ({ ...item, id: item.id ?? newId() }));
    const kept = new Set(agenda.map((item) => item.id));
    for (const used of await itemsInUse(db, id)) if (!kept.has(used)) throw ruleError('itemVotedOn');
    const backwards = agenda.find(({ startedAt, endedAt }) => startedAt && endedAt && endedAt < startedAt);
    if (backwards) throw ruleError('itemEndBeforeStart', { title: backwards.title });
    const torn = conference.attendance.filter((entry) => leavesTooEarly(entry, agenda)).length;
    if (torn > 0) throw ruleError('rollAgainstAgenda', { count: torn });
    await forgetItems(db, id, [...kept]);
    // Findings refer to items: first those that stay, then the items that go.
    await syncFindings(
      db,
      id,
      agenda.filter((item) => known.has(item.id)),
      conference.conclusion,
    );
    await replaceAgenda(db, id, agenda);
    await syncFindings(db, id, agenda, conference.conclusion);
    return { ids: agenda.map((item) => item.id) };
  },

  openMatters: ({ db }, { kind, before }) => listOpenMatters(db, kind, before),

  saveVote: (ctx, { id, itself, vote }) => saveVote(ctx, id, itself, vote),

  removeVote: async ({ db }, { id, itself }) => {
    await deleteVote(db, id, itself);
    return {};
  },

  saveElection: (ctx, { id, itself, election }) => saveElection(ctx, id, itself, election),

  removeElection: async ({ db }, { id, itself }) => {
    await deleteElection(db, id, itself);
    return {};
  },

  findings: (ctx, { id }) => listFindings(ctx, id),

  nextMinutesNumber: async (ctx, { id }) => {
    const conference = await findConference(ctx.db, id);
    if (!conference) throw new AppError('NOT_FOUND');
    return { number: await minutesNumberOf(ctx, conference) };
  },

  close: (ctx, { id, number }) => close(ctx, id, number),

  reopen: async (ctx, { id, reason }) => {
    await reopen(ctx, id, reason);
    return {};
  },

  file: (ctx, { id }) => conferenceFile(ctx, id),

  presets: ({ db }) => listPresets(db),

  savePreset: async ({ db, newId }, preset) => {
    await upsertPreset(db, newId(), preset);
    return {};
  },
};

/** Moved to a day of another term, a conference has nobody to lead it: the paper would not find the old chair either. */
async function chairWithin({ db }: CommandContext, termId: string, chairId: string | null) {
  const members = chairId === null ? [] : await listMembers(db, { termId });
  return members.some(({ id }) => id === chairId) ? chairId : null;
}

/** The times of its items show only the clock: their day is the meeting's. */
async function moveTimes(
  db: CommandContext['db'],
  before: Conference,
  after: Pick<ConferenceFields, 'startsAt' | 'endsAt'>,
): Promise<void> {
  if (before.startsAt.slice(0, 10) === after.startsAt.slice(0, 10)) return;
  const moved = before.agenda.map((item) => ({
    ...item,
    plannedAt: movedAlong(item.plannedAt, before, after),
    startedAt: movedAlong(item.startedAt, before, after),
    endedAt: movedAlong(item.endedAt, before, after),
  }));
  await replaceAgenda(db, before.id, moved);
}

/** The term of the conference's day, after the rules that hold for every conference. */
async function checkedTerm(
  { db }: CommandContext,
  fields: ConferenceFields,
  id: string | null,
): Promise<string> {
  if (fields.endsAt !== null && fields.endsAt < fields.startsAt) throw ruleError('endBeforeStart');
  const term = requireTerm(await requireBody(db), fields.startsAt.slice(0, 10));
  const taken = await db
    .selectFrom('conference')
    .select('id')
    .where('term_id', '=', term.id)
    .where('kind', '=', fields.kind)
    .where('ordinal', '=', fields.ordinal)
    .executeTakeFirst();
  if (taken && taken.id !== id) throw ruleError('ordinalTaken', { ordinal: fields.ordinal });
  return term.id;
}
