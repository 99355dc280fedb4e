import type { Transaction } from 'kysely';
import type { Store } from '#main/db/open.ts';
import type { Database } from '#main/db/schema.ts';
import type { Numbering } from '#main/numbering/numbering.ts';
import type { References } from '#main/references/references.ts';
import type { Checker } from '#main/workers/checker-client.ts';
import type { Typesetter } from '#main/workers/typesetter-client.ts';
import type { Startup, StoreTrouble } from '#shared/features/app/contract.ts';
import type { TextSize } from '#shared/features/app/text-size.ts';
import type { MinutesIssuer } from '#shared/features/conferences/schema.ts';
import type { JournalReport } from '#shared/features/journal/contract.ts';
import type { PrintedPage } from '#shared/features/print/contract.ts';
import type { RowRules } from './context.ts';
import type { Log } from './log.ts';
import type { Presence } from './presence.ts';
import type { RunningTasks } from './running-tasks.ts';

/**
 * What handlers need from outside the store: the system's dialogs, the workers, the store's own life, and what other
 * features answer for. The window and the command line bring their own dialogs and workers.
 */
export type Services = {
  version: string;
  /** Number of the newest migration: what is newer was made by a newer program. */
  schemaVersion: number;
  host: Host;
  typesetter: Typesetter;
  checker: Checker;
  /** The fonts of the paper, to measure with. */
  fontsDir: string;
  session: Session;
  presence: Presence;
  /** What texts follow, whichever feature has it. */
  references: References;
  /** `minutesCounter`: what minutes of a body are counted by. */
  numbering: Numbering & { minutesCounter: (issuer: MinutesIssuer) => string };
  /** What commands ask of the rows that they touch, whichever feature has them. */
  rowRules: RowRules;
  /** Gives what is kept for one person, drafts and what was read, to another one. */
  handOver: (db: Transaction<Database>, from: string, to: string) => Promise<void>;
  /** Makes the index of words anew and says whether it was right; null when it was not looked at. */
  renewIndex: (
    ctx: { store: Store; services: Services },
    signal: AbortSignal,
  ) => Promise<JournalReport['searchIndex'] | null>;
  tasks: RunningTasks;
  log: Log;
};

export type PrintWay = { copies?: number | undefined; isTwoSided?: boolean | undefined };

/** Paths come from the system's dialogs or from the command line, never from the page. Null: called off. */
export type Host = {
  chooseFolder: (use: 'backup' | 'pdf') => Promise<string | null>;
  chooseBackupFile: () => Promise<string | null>;
  choosePdfTarget: (suggestedName: string) => Promise<string | null>;
  chooseWordTarget: (suggestedName: string) => Promise<string | null>;
  /** One or more files of any kind. */
  chooseFiles: () => Promise<readonly string[] | null>;
  /** Where a file of any kind shall lie; the dialog asked before it names one that exists. */
  chooseSaveTarget: (suggestedName: string) => Promise<string | null>;
  /** In the system's own viewer. Only for what this program has just written, and only what viewers merely show. */
  openFile: (path: string) => Promise<void>;
  /** The system's print dialog over these pages, opened with these settings. */
  printPages: (pages: readonly PrintedPage[], way?: PrintWay) => Promise<void>;
  /** Of the window, kept for the next start. */
  textSize: { get: () => TextSize; set: (size: TextSize) => void };
};

/** The store of this program: open, or the reason why not. In its place an earlier day of it may be shown. */
export type Session = {
  folder: string;
  /** What is shown: the store, or the copy of an earlier day. */
  store: () => Store;
  /** The store itself, open and safe whatever is shown. */
  present: () => Store;
  /** YYYY-MM-DD; null while today is shown. */
  viewedDay: () => string | null;
  view: (past: Store, day: string) => Promise<void>;
  /** Back to today. */
  leave: () => Promise<void>;
  startup: () => Startup;
  /** What keeps the log from being folded into the file. */
  trouble: () => StoreTrouble | null;
  /** Whether a restore was cut off before it was opened, so that it is the store of before. */
  isRestoreTakenBack: () => boolean;
  /** Whether opening it takes a while, as a new version has to bring it up to date. */
  isBehind: () => boolean;
  /**
   * Opens it, or finds out again why it cannot be. Never throws a refusal.
   * @param acceptedAt the newest change of a store that is older than what this PC has seen, or lacks its log
   */
  open: (acceptedAt?: number) => Promise<Startup>;
  close: () => Promise<void>;
};
