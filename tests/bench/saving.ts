import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { documentInput, setUpOffice } from '../support/records.ts';
import { createTestApp } from '../support/test-app.ts';
import { median } from './median.ts';

/** The engine has compiled what a save runs through after some 400. */
const warmUp = 500;
const saves = 300;
/** A morning's work: what a save takes before that. */
const firstSaves = 50;

/** A document of about 12 KB, different each time. */
const bodyOf = (n: number) =>
  bodyFromLines(
    Array.from({ length: 40 }, (_, i) => `Đoạn ${i}, lần ${n}. ${'Phát triển kinh tế - xã hội. '.repeat(9)}`),
  );

export type Saving = { dispatcherMs: number; firstMs: number; plainMs: number; bareMs: number };

/**
 * ms of one save: through the dispatcher; the same rows (the document and what the journal keeps of it) written by plain
 * better-sqlite3 at synchronous FULL; and the document's row alone.
 */
export async function measureSaving(): Promise<Saving> {
  const app = await createTestApp({ checkOutput: false });
  await setUpOffice(app.call);
  const { id } = await app.call.documents.create(documentInput());
  const folder = mkdtempSync(path.join(os.tmpdir(), 'snq-bench-'));
  const plain = openPlain(path.join(folder, 'plain.sqlite'), id);
  const times = { dispatcher: [] as number[], plain: [] as number[], bare: [] as number[] };
  let before = '';
  // Taken in turns: the disk of the moment is the same for all.
  for (let n = 0; n < warmUp + saves; n += 1) {
    // As it comes from the page: its texts are whole, not yet to be put together from pieces.
    const input = structuredClone({ ...documentInput({ subject: `về việc ${n}`, body: bodyOf(n) }), id });
    const row = { subject: input.subject, body: JSON.stringify(input.body), id };
    const after = JSON.stringify({ ...input, body: row.body });
    times.dispatcher.push(await timed(() => app.call.documents.save(input)));
    times.plain.push(await timed(() => plain.withJournal(n + 1, row, before, after)));
    times.bare.push(await timed(() => plain.alone({ ...row, body: `${row.body} ` })));
    before = after;
  }
  plain.close();
  await app.close();
  rmSync(folder, { recursive: true });
  return {
    dispatcherMs: median(times.dispatcher.slice(warmUp)),
    firstMs: median(times.dispatcher.slice(0, firstSaves)),
    plainMs: median(times.plain.slice(warmUp)),
    bareMs: median(times.bare.slice(warmUp)),
  };
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

type Row = { subject: string; body: string; id: string };

function openPlain(file: string, id: string) {
  const raw = new Sqlite(file);
  raw.pragma('locking_mode = EXCLUSIVE');
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.exec(`
    CREATE TABLE document (id TEXT PRIMARY KEY, subject TEXT NOT NULL, body TEXT NOT NULL) STRICT;
    CREATE TABLE change_set (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, hash TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE change_row (id INTEGER PRIMARY KEY, change_seq INTEGER NOT NULL, row_id TEXT NOT NULL, before TEXT, after TEXT) STRICT;
    CREATE INDEX change_row_seq ON change_row (change_seq);
    CREATE INDEX change_row_row ON change_row (row_id);`);
  raw.prepare('INSERT INTO document VALUES (?, ?, ?)').run(id, '', '');
  const update = raw.prepare<Row>('UPDATE document SET subject = @subject, body = @body WHERE id = @id');
  const change = raw.prepare('INSERT INTO change_set VALUES (?, ?, ?)');
  const image = raw.prepare('INSERT INTO change_row (change_seq, row_id, before, after) VALUES (?, ?, ?, ?)');
  return {
    alone: (row: Row) => update.run(row),
    withJournal: raw.transaction((seq: number, row: Row, before: string, after: string) => {
      update.run(row);
      image.run(seq, row.id, before, after);
      change.run(seq, '2021-12-24T00:30:00.000Z', String(seq).padStart(64, '0'));
    }),
    close: () => raw.close(),
  };
}
