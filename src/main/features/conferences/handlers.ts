import type { CommandContext, FeatureHandlers } from '#main/api/context.ts';
import { deleteAttachmentsOf } from '#main/features/attachments/index.ts';
import { getOrganisation, listMembers, requireBody, requireTerm } from '#main/features/organisation/index.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import type { ConferenceFields } from '#shared/features/conferences/schema.ts';
import { termOn } from '#shared/features/organisation/rules.ts';
import {
  deleteConference,
  findConference,
  getAgenda,
  insertAttendance,
  insertConference,
  lastOrdinal,
  listConferences,
  replaceAgenda,
  updateAttendance,
  updateConference,
} from './repository.ts';

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
    await insertConference(db, id, termId, fields);
    for (const member of await listMembers(db, { termId, on: fields.startsAt.slice(0, 10) })) {
      await insertAttendance(db, newId(), id, { memberId: member.id, state: 'present', reason: '' });
    }
    return { id };
  },

  save: async (ctx, { id, ...fields }) => {
    const termId = await checkedTerm(ctx, fields, id);
    if (!(await updateConference(ctx.db, id, termId, fields))) throw new AppError('NOT_FOUND');
    return {};
  },

  remove: async ({ db }, { id }) => {
    await deleteAttachmentsOf(db, { ownerKind: 'conference', ownerId: id });
    await deleteConference(db, id);
    return {};
  },

  setAttendance: async ({ db }, { id, entry }) => {
    // A reason belongs to who is away with one.
    const kept = entry.state === 'excused' ? entry : { ...entry, reason: '' };
    if (!(await updateAttendance(db, id, kept))) throw ruleError('notAMember');
    return {};
  },

  saveAgenda: async ({ db, newId }, { id, items }) => {
    if (!(await findConference(db, id))) throw new AppError('NOT_FOUND');
    const known = new Set((await getAgenda(db, id)).map((item) => item.id));
    // An id the conference does not know could belong to another one.
    if (items.some((item) => item.id !== undefined && !known.has(item.id))) throw new AppError('CONFLICT');
    const agenda = items.map((item) => ({ ...item, id: item.id ?? newId() }));
    await replaceAgenda(db, id, agenda);
    return { ids: agenda.map((item) => item.id) };
  },
};

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
