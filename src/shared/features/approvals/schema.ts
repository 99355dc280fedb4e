import { z } from 'zod';
import { id, instant, isoDate, line, requiredLine } from '../../fields.ts';
import { stages, stepKinds } from '../documents/stages.ts';
import { documentTypes } from '../documents/types.ts';

export const step = z.strictObject({
  kind: z.enum(stepKinds),
  at: instant,
  actorName: z.string(),
  /** Before whom it was laid; null: before everybody who may decide. */
  assigneeName: z.string().nullable(),
  dueOn: isoDate.nullable(),
  reason: z.string(),
});
export type Step = z.infer<typeof step>;

export const way = z.strictObject({
  stage: z.enum(stages),
  /** Oldest first. */
  steps: z.array(step),
  /** The newest version of the text: what is decided on. */
  version: id,
  /** The words and figures that follow records read otherwise by now. */
  hasMoved: z.boolean(),
});
export type Way = z.infer<typeof way>;

/** Before whom, and until when it should be decided. */
export const handing = z.strictObject({
  documentId: id,
  assigneeId: id.nullable(),
  dueOn: isoDate.nullable(),
  reason: line(500).default(''),
});

export const withReason = z.strictObject({ documentId: id, reason: requiredLine(1_000) });

/** A document that waits for somebody. */
export const work = z.strictObject({
  documentId: id,
  type: z.enum(documentTypes),
  subject: z.string(),
  /** What is to be done with it. */
  task: z.enum(['decide', 'mend', 'issue']),
  stage: z.enum(stages),
  since: instant,
  by: z.string(),
  dueOn: isoDate.nullable(),
  reason: z.string(),
});
export type Work = z.infer<typeof work>;

/** A document that waits for others: for whoever decides, or for sheets that are not back; `count` is how many. */
export const awaited = z.strictObject({
  documentId: id,
  from: z.enum(['decision', 'sheets']),
  count: z.int(),
  /** The earliest day; null: none was set. */
  dueOn: isoDate.nullable(),
});
export type Awaited = z.infer<typeof awaited>;
