import { createHash } from 'node:crypto';
import type { Database as Sqlite } from 'better-sqlite3';
import { isOutOfMemory, troubleOf } from '#main/db/trouble.ts';
import { AppError } from '#shared/errors.ts';
import { changeHash, type StoredHead, storeId } from './change-set.ts';
import { derivedId } from './derived-id.ts';
import { columnsOf } from './triggers.ts';
import { rowFaults } from './verify-rows.ts';

/** The last part of the message id `journal.fault.<kind>`. */
export type FaultKind = 'structure' | 'reference' | 'chain' | 'packing' | 'row' | 'loose' | 'content';
export type Fault = { kind: FaultKind; seq: number | null; table: string | null };
/** `skipped`: what was not looked at. */
export type Report = {
  changeSets: number;
  rows: number;
  head: string;
  faults: Fault[];
  skipped: 'structure'[];
};

/** Told how far a check is; a total of 0 is not known. */
export type VerifyWatch = (
  stage: 'verify' | 'verifyChain' | 'verifyRows' | 'verifyContents',
  done: number,
  total: number,
) => void;

/**
 * Everything the store can prove about itself: SQLite's own structure and references, the chain of the journal, that
 * the journal adds up to the rows, and that the bytes of attachments are still those of their hash. SQLite's checks
 * alone miss a flipped bit inside a value; the last two do not. On a large store this takes seconds in one piece, so
 * the program has it done by a process of its own.
 */
export function verifyStore(raw: Sqlite, watch: VerifyWatch = () => undefined): Report {
  watch('verify', 0, 0);
  const report: Report = { ...nothingFound(), faults: structureFaults(raw) };
  if (report.faults.length === 0) for (const _ of verifySteps(raw, report, watch));
  return report;
}

export function nothingFound(): Report {
  return { changeSets: 0, rows: 0, head: '', faults: [], skipped: [] };
}

/** All but SQLite's own checks, which are done in one piece each; step by step, so that the program can go on in between. */
export function* verifySteps(raw: Sqlite, report: Report, watch: VerifyWatch): Generator<void> {
  yield* verifyChain(raw, report, watch);
  for (const fault of rowFaults(raw, (done, total) => watch('verifyRows', done, total))) {
    if (fault) report.faults.push(fault);
    yield;
  }
  yield* verifyContents(raw, report.faults, watch);
}

/** SQLite takes a name, and what it names, in any letters for the same; the journal and the records do not. */
const oddNames = `SELECT 1 FROM sqlite_schema WHERE name <> lower(name) OR tbl_name <> lower(tbl_name)
  OR type NOT IN ('table', 'index', 'trigger', 'view')`;

function structureFaults(raw: Sqlite): Fault[] {
  try {
    if (raw.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      return [{ kind: 'structure', seq: null, table: null }];
    if (raw.prepare(oddNames).get() !== undefined) return [{ kind: 'structure', seq: null, table: null }];
    const broken = raw.pragma('foreign_key_check') as { table: string }[];
    return broken.map(({ table }) => ({ kind: 'reference', seq: null, table }));
  } catch (error) {
    if (isOutOfMemory(error) || troubleOf(error)) throw error;
    return [{ kind: 'structure', seq: null, table: null }];
  }
}

/** One content after the other, so that only one is in memory. A backup of the first version has none. */
function* verifyContents(raw: Sqlite, faults: Fault[], watch: VerifyWatch): Generator<void> {
  const table = 'attachment_content';
  if (raw.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) === undefined) return;
  const total = raw.prepare(`SELECT coalesce(sum(size), 0) FROM ${table}`).pluck().get() as number;
  let done = 0;
  const names = raw.prepare(`SELECT sha256 FROM ${table}`).pluck().all() as string[];
  const read = raw.prepare<[string], Buffer>(`SELECT bytes FROM ${table} WHERE sha256 = ?`).pluck();
  for (const sha256 of names) {
    watch('verifyContents', done, total);
    const bytes = read.get(sha256);
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256)
      faults.push({ kind: 'content', seq: null, table });
    done += bytes?.length ?? 0;
    yield;
  }
}

function* verifyChain(raw: Sqlite, report: Report, watch: VerifyWatch): Generator<void> {
  const store = storeId(raw);
  const seqs = raw.prepare('SELECT seq FROM change_set ORDER BY seq').pluck().all() as number[];
  const read = raw.prepare('SELECT * FROM change_set WHERE seq = ?');
  const hasIds = columnsOf(raw, 'change_set').includes('id');
  const origins = new Map<string, string>();
  let prev = '';
  let form = 1;
  for (const seq of seqs) {
    watch('verifyChain', report.changeSets, seqs.length);
    report.changeSets += 1;
    const head = read.get(seq) as StoredHead;
    const follows = seq === report.changeSets && head.prev_hash === prev && (head.form ?? 1) >= form;
    const isNamed = !hasIds || head.form !== 1 || head.id === derivedId(head.hash);
    if (!follows || !isNamed || head.hash !== hashOrNone(raw, store, prev, head))
      report.faults.push({ kind: 'chain', seq, table: null });
    if (head.origin && head.id && !origins.has(head.origin)) origins.set(head.origin, head.id);
    prev = head.hash;
    form = head.form ?? 1;
    yield;
  }
  report.head = prev;
  if (hasIds) {
    verifyOrigins(raw, origins, report);
    if (raw.prepare('SELECT 1 FROM change_open').get() !== undefined)
      report.faults.push({ kind: 'loose', seq: null, table: 'change_open' });
    verifyForms(raw, report);
  }
  const entries = raw.prepare('SELECT count(*), coalesce(min(id), 1), coalesce(max(id), 0) FROM change_row');
  const [count, first, last] = entries.raw().get() as [number, number, number];
  report.rows = count;
  // None was ever taken out, and none got another number.
  if (first !== 1 || last !== count) report.faults.push({ kind: 'chain', seq: null, table: 'change_row' });
  const loose = raw
    .prepare('SELECT count(*) FROM change_row WHERE change_seq > ?')
    .pluck()
    .get(report.changeSets) as number;
  if (loose > 0) report.faults.push({ kind: 'loose', seq: null, table: null });
}

/** What cannot even be unpacked has no hash. */
function hashOrNone(raw: Sqlite, store: string, prev: string, head: StoredHead): string | null {
  try {
    return changeHash(raw, store, prev, head);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** Whole rows are of sets of the first form alone; one of those that came or went is packed only for its long texts. */
function verifyForms(raw: Sqlite, report: Report): void {
  const mixed = raw
    .prepare(
      `SELECT r.change_seq FROM change_row r JOIN change_set c ON c.seq = r.change_seq
       WHERE (c.form = 2 AND r.form = 1) OR (c.form = 1 AND r.form = 3 AND r.kept IS NULL AND r.after IS NOT NULL) LIMIT 1`,
    )
    .pluck()
    .get() as number | undefined;
  if (mixed !== undefined) report.faults.push({ kind: 'packing', seq: mixed, table: 'change_row' });
}

/** Each installation is noted with its first change, and nobody else is. */
function verifyOrigins(raw: Sqlite, origins: ReadonlyMap<string, string>, report: Report): void {
  const noted = raw.prepare('SELECT id, since FROM origin').raw().all() as [string, string][];
  const isSame = noted.length === origins.size && noted.every(([id, since]) => origins.get(id) === since);
  if (!isSame) report.faults.push({ kind: 'chain', seq: null, table: 'origin' });
}
