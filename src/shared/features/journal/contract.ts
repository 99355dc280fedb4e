import { z } from 'zod';
import { everyRole, query, takeBack, task } from '../../define.ts';
import { id, instant, isoDate, nothing } from '../../fields.ts';
import { textAccount } from './account.ts';

const changeKinds = ['do', 'undo', 'redo'] as const;

/**
 * One field of one record, before and after, as stored; null where the record did not exist. Of a long text there is an
 * account instead of twice the text.
 */
const fieldChange = z.strictObject({
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  account: textAccount.optional(),
});

const rowChange = z.strictObject({
  table: z.string(),
  rowId: z.string(),
  /** It went with this change. */
  isGone: z.boolean(),
  fields: z.array(fieldChange),
});

export const changeSet = z.strictObject({
  seq: z.int(),
  at: instant,
  actor: z.string(),
  /** Null: not one of the users. */
  actorName: z.string().nullable(),
  command: z.string(),
  kind: z.enum(changeKinds),
  /** The change set that an undo or redo is about. */
  target: z.int().nullable(),
  final: z.boolean(),
  /** Whether it is undone at the moment. */
  undone: z.boolean(),
});
export type ChangeSet = z.infer<typeof changeSet>;

const recentChange = changeSet.extend({
  /** What it was about, by name; empty where it has none. */
  subject: z.string(),
  /** Whether the one at the PC may undo it, and nothing done since stands in the way. */
  mayUndo: z.boolean(),
});
export type RecentChange = z.infer<typeof recentChange>;
export type RowChange = z.infer<typeof rowChange>;

const recordChange = changeSet.extend({ rows: z.array(rowChange) });
export type RecordChange = z.infer<typeof recordChange>;

export const journalReport = z.strictObject({
  changeSets: z.int(),
  rows: z.int(),
  /** Hash of the newest change set: what a printed paper or a backup can vouch for. */
  head: z.string(),
  /** Message ids under `journal.fault.`; empty when all is well. */
  faults: z.array(
    z.strictObject({ kind: z.string(), seq: z.int().nullable(), table: z.string().nullable() }),
  ),
  /** What was not looked at, for want of room: message ids under `journal.verify.skipped.`. */
  skipped: z.array(z.enum(['structure'])),
  /** Whether what is searched in said what the records say; absent when it was not looked at. */
  searchIndex: z.enum(['sound', 'renewed']).optional(),
});
export type JournalReport = z.infer<typeof journalReport>;

const step = z.strictObject({ seq: z.int(), command: z.string() });

const readOnly = { allow: everyRole, onlyReads: true } as const;

export const journalContract = {
  /** Newest first. */
  recent: query(z.strictObject({ limit: z.int().min(1).max(500).default(100) }), z.array(recentChange)),
  /** Everything that happened to one record and what belongs to it, oldest first. */
  history: query(byRecord(), z.array(recordChange)),
  /** What Ctrl+Z and Ctrl+Y would do now: each person takes back what is their own. */
  steps: query(nothing, z.strictObject({ undo: step.nullable(), redo: step.nullable() })),
  /** Undoes the newest command, or the one named, also after a restart. */
  undo: takeBack('undo', z.strictObject({ seq: z.int().optional() }), step, { allow: everyRole }),
  redo: takeBack('redo', nothing, step, { allow: everyRole }),
  /** Checks the whole register. With `known`, what was found before is enough while nothing has changed since. */
  verify: task(z.strictObject({ known: z.boolean().default(false) }), journalReport, readOnly),
  /**
   * Shows everything as it was when that day ended, until `leavePast`; meanwhile nothing can be changed. For an earlier
   * day than today, and none before the first change.
   */
  viewPast: task(z.strictObject({ day: isoDate }), nothing, readOnly),
  leavePast: task(nothing, nothing, readOnly),
};

function byRecord() {
  return z.strictObject({ id });
}
