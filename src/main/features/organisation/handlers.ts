import type { FeatureHandlers } from '#main/api/context.ts';
import { refuseInUse, removeRecord } from '#main/records/removal.ts';
import { refuseOutsideTerm } from '#main/records/term-days.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import { namesFromSetup, overlaps } from '#shared/features/organisation/rules.ts';
import {
  deleteBodyName,
  getOrganisation,
  insertBody,
  listMembers,
  nextListOrder,
  setListOrder,
  upsertBodyName,
  upsertMember,
  upsertTerm,
} from './repository.ts';
import { requireBody } from './require-body.ts';

export const organisationHandlers: FeatureHandlers<'organisation'> = {
  get: ({ db }) => getOrganisation(db),

  setup: async ({ db, newId, now }, input) => {
    if ((await getOrganisation(db)).bodyId) throw ruleError('alreadySetUp');
    const bodyId = newId();
    const termId = newId();
    await insertBody(db, bodyId, now());
    await upsertBodyName(db, bodyId, { id: newId(), ...namesFromSetup(input) });
    await upsertTerm(db, bodyId, {
      id: termId,
      ordinal: input.termOrdinal,
      startsOn: input.termStartsOn,
      endsOn: null,
    });
    return { bodyId, termId };
  },

  saveName: async ({ db, newId }, input) => {
    const { bodyId, names } = await requireBody(db);
    const name = { ...input, id: input.id ?? newId() };
    if (names.some((other) => other.id !== name.id && overlaps(other, name))) throw ruleError('namesOverlap');
    await upsertBodyName(db, bodyId, name);
    return { id: name.id };
  },

  removeName: async ({ db }, { id }) => {
    const { names } = await requireBody(db);
    // Without any name no paper could carry a head.
    if (names.length < 2) throw new AppError('CONFLICT', { reason: 'lastName' });
    await deleteBodyName(db, id);
    return {};
  },

  saveTerm: async ({ db, newId }, input) => {
    const { bodyId, terms } = await requireBody(db);
    const term = { ...input, id: input.id ?? newId() };
    const period = { validFrom: term.startsOn, validTo: term.endsOn };
    const clashes = terms.some(
      (other) =>
        other.id !== term.id && overlaps({ validFrom: other.startsOn, validTo: other.endsOn }, period),
    );
    if (clashes) throw ruleError('termsOverlap');
    const before = terms.find(({ id }) => id === term.id);
    if (before) await refuseOutsideTerm(db, { id: term.id, before, after: term });
    await upsertTerm(db, bodyId, term);
    return { id: term.id };
  },

  removeTerm: async ({ db }, { id }) => {
    await refuseInUse(db, 'term', id);
    await removeRecord(db, 'term', id);
    return {};
  },

  listMembers: ({ db }, filter) => listMembers(db, filter),

  saveMember: async ({ db, newId }, input) => {
    const known = input.id ? (await listMembers(db, {})).find((member) => member.id === input.id) : undefined;
    if (input.id && !known) throw new AppError('NOT_FOUND');
    const id = input.id ?? newId();
    const listOrder = known?.listOrder ?? (await nextListOrder(db, input.termId));
    await upsertMember(db, { ...input, id, listOrder }, newId);
    return { id };
  },

  removeMember: async ({ db }, { id }) => {
    await refuseInUse(db, 'member', id);
    await removeRecord(db, 'member', id);
    return {};
  },

  orderMembers: async ({ db }, { termId, ids }) => {
    const members = await listMembers(db, { termId });
    if (members.length !== ids.length || !members.every((member) => ids.includes(member.id))) {
      throw new AppError('CONFLICT');
    }
    for (const [index, id] of ids.entries()) await setListOrder(db, id, index + 1);
    return {};
  },
};
