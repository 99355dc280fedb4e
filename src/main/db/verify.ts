import { createHash } from 'node:crypto';
import type { Database as Sqlite } from 'better-sqlite3';
import { type ChangeSetHead, changeHash, storeId } from './change-set.ts';
import { differences } from './journal-triggers.ts';

/** The last part of the message id `journal.fault.<kind>`. */
export type FaultKind = 'structure' | 'reference' | 'chain' | 'row' | 'loose' | 'content';
export type Fault = { kind: FaultKind; seq: number | null; table: string | null };
export type Report = { changeSets: number; rows: number; head: string; faults: Fault[] };

/** Told how far a check is; a total of 0 is not known. */
export type VerifyWatch = (
  stage: 'verify' | 'verifyChain' | 'verifyRows' | 'verifyContents',
  done: number,
  total: number,
) => void;

type StoredHead = Omit<ChangeSetHead, 'final'> & {
  seq: number;
  final: number;
  prev_hash: string;
  hash: string;
};

/**
 * Everything the store can prove about itself: SQLite's own structure and references, the chain of the journal, that
 * the journal adds up to the rows, and that the bytes of attachments are still those of their hash. SQLite's checks
 * alone miss a flipped bit inside a value; the last two do not. On a large store this takes seconds in one piece, so
 * the program has it done by a process of its own.
 */
export function verifyStore(raw: Sqlite, watch: VerifyWatch = () => undefined): Report {
  watch('verify', 0, 0);
  const faults: Fault[] = structureFaults(raw);
  const report = { changeSets: 0, rows: 0, head: '', faults };
  if (faults.length > 0) return report;
  verifyChain(raw, report, watch);
  for (const { table } of differences(raw, (done, total) => watch('verifyRows', done, total)))
    faults.push({ kind: 'row', seq: null, table });
  verifyContents(raw, faults, watch);
  return report;
}

function structureFaults(raw: Sqlite): Fault[] {
  try {
    if (raw.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      return [{ kind: 'structure', seq: null, table: null }];
    const broken = raw.pragma('foreign_key_check') as { table: string }[];
    return broken.map(({ table }) => ({ kind: 'reference', seq: null, table }));
  } catch (error) {
    if (isOutOfMemory(error)) throw error;
    return [{ kind: 'structure', seq: null, table: null }];
  }
}

/** Says nothing about the file. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError || (error as { code?: unknown } | null)?.code === 'SQLITE_NOMEM';
}

/** One content after the other, so that only one is in memory. A backup of the first version has none. */
function verifyContents(raw: Sqlite, faults: Fault[], watch: VerifyWatch): void {
  const table = 'attachment_content';
  if (raw.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) === undefined) return;
  const total = raw.prepare(`SELECT coalesce(sum(size), 0) FROM ${table}`).pluck().get() as number;
  let done = 0;
  const contents = raw.prepare(`SELECT sha256, bytes FROM ${table}`).raw().iterate();
  for (const [sha256, bytes] of contents as Iterable<[string, Buffer]>) {
    watch('verifyContents', done, total);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      faults.push({ kind: 'content', seq: null, table });
    done += bytes.length;
  }
}

function verifyChain(raw: Sqlite, report: Report, watch: VerifyWatch): void {
  const store = storeId(raw);
  const total = raw.prepare('SELECT count(*) FROM change_set').pluck().get() as number;
  let prev = '';
  for (const head of raw.prepare('SELECT * FROM change_set ORDER BY seq').iterate() as Iterable<StoredHead>) {
    watch('verifyChain', report.changeSets, total);
    report.changeSets += 1;
    const hash = changeHash(raw, store, head.seq, prev, { ...head, final: head.final === 1 });
    if (head.seq !== report.changeSets || head.prev_hash !== prev || head.hash !== hash) {
      report.faults.push({ kind: 'chain', seq: head.seq, table: null });
    }
    prev = head.hash;
  }
  report.head = prev;
  report.rows = raw.prepare('SELECT count(*) FROM change_row').pluck().get() as number;
  const loose = raw
    .prepare('SELECT count(*) FROM change_row WHERE change_seq > ?')
    .pluck()
    .get(report.changeSets) as number;
  if (loose > 0) report.faults.push({ kind: 'loose', seq: null, table: null });
}
