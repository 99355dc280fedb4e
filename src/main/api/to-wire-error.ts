import { randomUUID } from 'node:crypto';
import { troubleOf } from '#main/db/trouble.ts';
import type { Method } from '#shared/define.ts';
import { AppError, codeOf, type ErrorCode, type WireError } from '#shared/errors.ts';
import type { Log } from './log.ts';

type Known = { code: ErrorCode; reason?: string };

/** SQLite's own words never reach the page. */
const sqliteCodes: readonly [prefix: string, known: Known][] = [
  ['SQLITE_CONSTRAINT_FOREIGNKEY', { code: 'CONFLICT', reason: 'inUse' }],
  ['SQLITE_CONSTRAINT_UNIQUE', { code: 'CONFLICT', reason: 'duplicate' }],
  ['SQLITE_CORRUPT', { code: 'STORE_DAMAGED' }],
  ['SQLITE_NOTADB', { code: 'STORE_DAMAGED' }],
];

/** What the triggers of the migrations raise when something is locked. */
const lockReasons: Readonly<Record<string, string>> = {
  'conference: closed': 'conferenceClosed',
  'conference: numbered': 'minutesNumberStays',
  'term: holds': 'termHolds',
  'document: issued': 'issuedIsFrozen',
  'document: approved': 'approvedIsLocked',
  'user: last administrator': 'lastAdministrator',
};

/** Why these came stands in the log alone, unless the program was being closed. */
function isUnexplained({ code, detail }: AppError): boolean {
  return ['TYPESET_FAILED', 'CHECK_FAILED'].includes(code) && detail.reason !== 'closed';
}

/**
 * Any failure as plain data; what nobody expected is logged whole and arrives as INTERNAL with its log id. What has a cause, and
 * what the system says of the store's file, leaves its trace in the log as well.
 * @param method which method failed, where it was one
 */
export function toWireError(error: unknown, log: Log, method?: Pick<Method, 'takesBack'>): WireError {
  const logged = () => {
    const logId = randomUUID().slice(0, 8);
    log.error(logId, error);
    return { logId };
  };
  if (error instanceof AppError) {
    const { code, detail, cause } = error;
    // What came from a call within a task is in the log already.
    const isNew = detail.logId === undefined && (cause !== undefined || isUnexplained(error));
    return { code, detail: isNew ? { ...detail, ...logged() } : detail };
  }
  const code = codeOf(error);
  if (code !== null) {
    const raised = code === 'SQLITE_CONSTRAINT_TRIGGER' && error instanceof Error ? error.message : '';
    const lock = lockReasons[raised];
    if (lock) return { code: 'RULE', detail: { reason: lock } };
    // What is put back must fit into the records of today: a row there, or one that refers to it, is of later.
    if (code.startsWith('SQLITE_CONSTRAINT') && method?.takesBack)
      return { code: 'CONFLICT', detail: { reason: 'laterInTheWay' } };
    const known = sqliteCodes.find(([prefix]) => code.startsWith(prefix))?.[1];
    if (known) return { code: known.code, detail: known.reason ? { reason: known.reason } : logged() };
    const trouble = troubleOf(error);
    // What else was refused for want of rights is not the folder of the data.
    if (trouble && (code.startsWith('SQLITE_') || trouble.code !== 'STORE_READ_ONLY'))
      return { code: trouble.code, detail: logged() };
  }
  return { code: 'INTERNAL', detail: logged() };
}
