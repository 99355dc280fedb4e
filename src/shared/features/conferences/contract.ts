import { z } from 'zod';
import { command, query } from '../../define.ts';
import { byId, id, isoDate, nothing } from '../../fields.ts';
import {
  agendaItem,
  attendanceEntry,
  conference,
  conferenceFields,
  conferenceKinds,
  conferenceSummary,
} from './schema.ts';

export const conferencesContract = {
  list: query(nothing, z.array(conferenceSummary)),
  get: query(byId, conference),
  /** The ordinal that a new conference of that kind would get on that day; 1 when no term holds then. */
  nextOrdinal: query(
    z.strictObject({ kind: z.enum(conferenceKinds), on: isoDate }),
    z.strictObject({ ordinal: z.int() }),
  ),
  /** A new conference; its roster of members valid on the day starts as present. */
  create: command(conferenceFields, z.strictObject({ id })),
  save: command(conferenceFields.extend({ id }), nothing),
  remove: command(byId, nothing),
  setAttendance: command(z.strictObject({ id, entry: attendanceEntry }), nothing),
  /** The whole agenda in its order; items are known by their id, a new one comes without. */
  saveAgenda: command(
    z.strictObject({ id, items: z.array(agendaItem.extend({ id: id.optional() })).max(200) }),
    z.strictObject({ ids: z.array(id) }),
  ),
};
