import { z } from 'zod';
import { everyRole, local, query, task } from '../../define.ts';
import { errorCodes } from '../../errors.ts';
import { instant, isoDate, nothing } from '../../fields.ts';
import { languages } from '../../i18n/languages.ts';
import { finalAct, objection } from '../../objections.ts';
import { textSize } from './text-size.ts';

export const preferences = z.strictObject({
  language: z.enum(languages),
  colorScheme: z.enum(['light', 'dark', 'auto']),
  /** Whether the steps of a beginning are offered where they are not done. */
  firstSteps: z.enum(['shown', 'hidden']),
});
export type Preferences = z.infer<typeof preferences>;

const params = z.record(z.string(), z.union([z.string(), z.number()])).optional();

/** See `ErrorDetail`. */
const errorDetail = z.strictObject({
  reason: z.string().optional(),
  params,
  issues: z.array(z.strictObject({ path: z.string(), message: z.string(), params })).optional(),
  logId: z.string().optional(),
});

export const startup = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('ready') }),
  z.strictObject({
    state: z.literal('failed'),
    error: z.strictObject({ code: z.enum(errorCodes), detail: errorDetail }),
  }),
]);
export type Startup = z.infer<typeof startup>;

/** What is wrong with the place of the open store: its disk is full or failing, read-only by now, its folder gone. */
const storeTrouble = z.enum(['full', 'failing', 'readOnly', 'moved']);
export type StoreTrouble = z.infer<typeof storeTrouble>;

export const appStatus = z.strictObject({
  version: z.string(),
  /** Of today; null before the first start is done. */
  officeName: z.string().nullable(),
  termOrdinal: z.int().nullable(),
  isSetUp: z.boolean(),
  /** When the newest change set was committed. */
  savedAt: instant.nullable(),
  drafts: z.int(),
  /** What was saved is safe, and the clerk has to do something so that it stays so. */
  trouble: storeTrouble.nullable(),
  /** The day that is shown in the place of today, read-only; null: today. */
  viewedDay: isoDate.nullable(),
  lastBackup: z.strictObject({ at: instant, fileName: z.string(), changesSince: z.int() }).nullable(),
  /** A restore was cut off, and the store is the one of before. */
  isRestoreTakenBack: z.boolean(),
  /** The PC's clock stands more than a day before the newest change set, or years after it. */
  clock: z.enum(['behind', 'ahead']).nullable(),
  preferences,
  /** Of the window; it holds before a store is open, and is kept outside it. */
  textSize,
});
export type AppStatus = z.infer<typeof appStatus>;

export const appContract = {
  startup: query(nothing, startup, { storeless: true, beforeSignIn: true }),
  /** Tries to open the store again, after the clerk did what the message asked for. */
  retry: task(nothing, startup, { storeless: true, beforeSignIn: true }),
  /** Opens a store that may lack changes (`STORE_OLDER_THAN_SEEN`, `STORE_WITHOUT_LOG`), whose newest change is `found`. */
  openOlder: task(z.strictObject({ found: z.int() }), startup, { storeless: true, beforeSignIn: true }),
  /** The way out where a restore was cut off and nothing says how far it came: the store of before, or what stands there. */
  giveUpRestore: task(nothing, startup, { storeless: true, beforeSignIn: true }),
  status: query(nothing, appStatus, { beforeSignIn: true }),
  /** What is not given stays. */
  savePreferences: local(preferences.partial(), nothing),
  /** Holds at once; keeps nothing in the store. */
  saveTextSize: query(z.strictObject({ textSize }), nothing, {
    storeless: true,
    beforeSignIn: true,
    joins: false,
  }),
  /** Fills an empty office with the demo records, in one step that can be taken back. */
  loadDemo: task(nothing, nothing, { trial: true }),
  /** Writes log, versions, room and check into a file for the technician: no texts of records, also where no store opens. */
  saveReport: task(nothing, z.strictObject({ fileName: z.string() }).nullable(), {
    allow: everyRole,
    storeless: true,
    beforeSignIn: true,
    onlyReads: true,
  }),
  /** What failed in the page, for the log. A query, because it needs no store. */
  noteFailure: query(z.strictObject({ logId: z.string().max(20), words: z.string().max(20_000) }), nothing, {
    storeless: true,
    beforeSignIn: true,
    joins: false,
  }),
  /** What the features have to say against an act that cannot be taken back. */
  objections: query(finalAct, z.array(objection)),
  /** Cancels a running task; true when there was one. */
  cancel: query(z.strictObject({ job: z.string().max(100) }), z.strictObject({ cancelled: z.boolean() }), {
    storeless: true,
    beforeSignIn: true,
  }),
};
