import { createHash } from 'node:crypto';
import type { Database as Sqlite } from 'better-sqlite3';
import { type ChangeSetHead, changeHash, storeId } from './change-set.ts';
import { differences } from './journal-triggers.ts';

/** The last part of the message id `journal.fault.<kind>`. */
export type FaultKind = 'structure' | 'reference' | 'chain' | 'row' | 'loose' | 'content';
export type Fault = { kind: FaultKind; seq: number | null; table: string | null };
export type Report = { changeSets: number; rows: number; head: string; faults: Fault[] };

type StoredHead = Omit<ChangeSetHead, 'final'> & {
  seq: number;
  final: number;
  prev_hash: string;
  hash: string;
};

/**
 * Everything the store can prove about itself: SQLite's own structure and references, the chain of the journal, that
 * the journal adds up to the rows, and that the bytes of attachments are still those of their hash. SQLite's checks
 * alone miss a flipped bit inside a value; the last two do not.
 */
export function verifyStore(raw: Sqlite): Report {
  const faults: Fault[] = structureFaults(raw);
  const report = { changeSets: 0, rows: 0, head: '', faults };
  if (faults.length > 0) return report;
  verifyChain(raw, report);
  for (const difference of differences(raw)) faults.push({ kind: 'row', seq: null, table: difference.table });
  verifyContents(raw, faults);
  return report;
}

function structureFaults(raw: Sqlite): Fault[] {
  try {
    if (raw.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      return [{ kind: 'structure', seq: null, table: null }];
    const broken = raw.pragma('foreign_key_check') as { table: string }[];
    return broken.map(({ table }) => ({ kind: 'reference', seq: null, table }));
  } catch {
    return [{ kind: 'structure', seq: null, table: null }];
  }
}

/** One content after the other, so that only one is in memory. A backup of the first version has none. */
function verifyContents(raw: Sqlite, faults: Fault[]): void {
  const table = 'attachment_content';
  if (raw.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) === undefined) return;
  const contents = raw.prepare(`SELECT sha256, bytes FROM ${table}`).raw().iterate();
  for (const [sha256, bytes] of contents as Iterable<[string, Buffer]>) {
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      faults.push({ kind: 'content', seq: null, table });
  }
}

function verifyChain(raw: Sqlite, report: Report): void {
  const store = storeId(raw);
  let prev = '';
  for (const head of raw.prepare('SELECT * FROM change_set ORDER BY seq').iterate() as Iterable<StoredHead>) {
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
