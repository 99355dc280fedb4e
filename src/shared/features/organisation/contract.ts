import { z } from 'zod';
import { command, query } from '../../define.ts';
import { byId, id, nothing } from '../../fields.ts';
import {
  bodyNameFields,
  member,
  memberFields,
  memberSearch,
  organisation,
  setupFields,
  termFields,
} from './schema.ts';

const identified = z.strictObject({ id });

export const organisationContract = {
  get: query(nothing, organisation),
  /** The first start: one body with its names and its running term. */
  setup: command(setupFields, z.strictObject({ bodyId: id, termId: id })),
  saveName: command(bodyNameFields.extend({ id: id.optional() }), identified, {
    saves: [{ table: 'body_name', row: 'id' }],
  }),
  removeName: command(byId, nothing),
  saveTerm: command(termFields.extend({ id: id.optional() }), identified, {
    saves: [{ table: 'term', row: 'id' }],
  }),
  removeTerm: command(byId, nothing),
  listMembers: query(memberSearch, z.array(member)),
  saveMember: command(memberFields.extend({ id: id.optional() }), identified, {
    saves: [
      { table: 'member', row: 'id' },
      { table: 'position', under: 'id' },
    ],
  }),
  removeMember: command(byId, nothing),
  /** The order of the paper list; a commune's committee has some thirty members. */
  orderMembers: command(z.strictObject({ termId: id, ids: z.array(id).max(500) }), nothing),
};
