import { z } from 'zod';
import { command, everyRole, query } from '../../define.ts';
import { byId, id, nothing } from '../../fields.ts';
import { documentFields } from '../documents/schema.ts';
import { newOpinion, opinion, opinionFields, reply, settlement } from './schema.ts';

/** Whoever may read a document may have an opinion on it; who may settle or correct one, the handler says. */
const everybody = { allow: everyRole };

export const reviewsContract = {
  /**
   * The opinions on a document in the order of its text, each with where its words stand now: in what is stored, or in what
   * is typed when `edits` are given. `version` is the stored one.
   */
  list: query(
    z.strictObject({ documentId: id, edits: documentFields.optional() }),
    z.strictObject({ version: id, opinions: z.array(opinion) }),
  ),
  /** The documents with opinions that nobody has settled, and how many. */
  unsettled: query(nothing, z.array(z.strictObject({ documentId: id, count: z.int() }))),
  give: command(newOpinion, z.strictObject({ id }), everybody),
  /** One's own, while nobody has replied and nobody has settled it. */
  correct: command(opinionFields.extend({ id }), nothing, {
    ...everybody,
    saves: [{ table: 'opinion', row: 'id' }],
  }),
  withdraw: command(byId, nothing, everybody),
  reply: command(reply, z.strictObject({ id }), everybody),
  settle: command(settlement.extend({ id }), nothing, everybody),
  reopen: command(byId, nothing, everybody),
};
