import type { About, Inspected } from '#main/db/backup-file.ts';
import type { Report } from '#main/db/journal/verify.ts';
import type { BackupManifest } from '#shared/features/backup/contract.ts';

/** What the checker is asked for, and what it gives. Never about the store itself: its own process has it locked. */
export type CheckerOperation = 'verify' | 'seal' | 'inspect';

export type CheckerInput = {
  /** A copy of the store. */
  verify: { file: string };
  /** A copy of the store, to become a backup. */
  seal: { file: string; about: About };
  /** A backup. */
  inspect: { file: string; newestVersion: number };
};

export type CheckerRequest = {
  [O in CheckerOperation]: { id: number; op: O; input: CheckerInput[O] };
}[CheckerOperation];

export type CheckerResult = { verify: Report; seal: BackupManifest; inspect: Inspected };
