import { z } from 'zod';
import { local, query } from '../../define.ts';
import { instant, nothing } from '../../fields.ts';

/** "documents:<id>", "conferences:new": what is being typed where. */
const key = z.string().min(1).max(100);

/** The unsaved form as the page holds it; the page alone reads it back. */
const draft = z.strictObject({ key, value: z.string().max(8_000_000), at: instant });

export const draftsContract = {
  list: query(nothing, z.array(draft.omit({ value: true }))),
  get: query(z.strictObject({ key }), draft.nullable()),
  put: local(draft.omit({ at: true }), z.strictObject({ at: instant })),
  discard: local(z.strictObject({ key }), nothing),
};
