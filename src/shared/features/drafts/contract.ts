import { z } from 'zod';
import { local, query } from '../../define.ts';
import { instant, nothing } from '../../fields.ts';

/** "documents:<id>", "conferences:new": what is being typed where. */
const key = z.string().min(1).max(100);

/** The unsaved form as the page holds it; the page alone reads it back, but for `basedOn`, on which version it was typed. */
const draft = z.strictObject({ key, value: z.string().max(8_000_000), at: instant });

/** Somebody else saved the record after that was typed; without a name: not one of the users. */
const savedSince = z.strictObject({ at: instant, name: z.string().nullable() });

/** Of the person at the PC; `others` alone tells of more. */
export const draftsContract = {
  list: query(nothing, z.array(draft.omit({ value: true }))),
  get: query(z.strictObject({ key }), draft.extend({ savedSince: savedSince.nullable() }).nullable()),
  /** Who else has something unsaved there, newest first. */
  others: query(z.strictObject({ key }), z.array(z.strictObject({ name: z.string(), at: instant }))),
  put: local(draft.omit({ at: true }), z.strictObject({ at: instant })),
  discard: local(z.strictObject({ key }), nothing),
};
