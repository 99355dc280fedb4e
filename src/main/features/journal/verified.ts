import type { Database as Sqlite } from 'better-sqlite3';
import { type Report, verifyStore } from '#main/db/verify.ts';

/** The newest check of each store that is open. */
const checked = new WeakMap<Sqlite, { seq: number; report: Report }>();

/** Checks the whole store and remembers what was found. */
export function verifyNow(raw: Sqlite): Report {
  const report = verifyStore(raw);
  checked.set(raw, { seq: newestSeq(raw), report });
  return report;
}

/** What the check says of the store as it is: pages that are shown and then printed check it once. */
export function verified(raw: Sqlite): Report {
  const last = checked.get(raw);
  return last && last.seq === newestSeq(raw) ? last.report : verifyNow(raw);
}

function newestSeq(raw: Sqlite): number {
  return raw.prepare('SELECT coalesce(max(seq), 0) FROM change_set').pluck().get() as number;
}
