import { changesOf } from '#main/db/journal/past-rows.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { documentInput, setUpOffice } from '../support/records.ts';
import { createTestApp } from '../support/test-app.ts';
import { median } from './median.ts';

const changes = 500;
const rounds = 15;

/** About 12 KB; each save changes one paragraph, as a day of work on a text does. */
const bodyOf = (n: number) =>
  bodyFromLines(
    Array.from(
      { length: 40 },
      (_, i) => `Đoạn ${i}, lần ${n % 40 === i ? n : 0}. ${'Phát triển kinh tế - xã hội của xã. '.repeat(7)}`,
    ),
  );

export type HistoryTimes = {
  /** Through the dispatcher: found, compared paragraph by paragraph, named. */
  oursMs: number;
  /** Both whole rows of each change read by plain better-sqlite3 and parsed. */
  plainMs: number;
};

/** The history of a document that was saved 500 times. */
export async function measureHistory(): Promise<HistoryTimes> {
  const app = await createTestApp({ checkOutput: false });
  await setUpOffice(app.call);
  const { id } = await app.call.documents.create(documentInput({ body: bodyOf(0) }));
  for (let n = 1; n < changes; n += 1)
    await app.call.documents.save({ ...documentInput({ subject: `về việc ${n}`, body: bodyOf(n) }), id });
  const { raw } = app.store();
  // Both whole rows of each change, as a journal without differences would keep them.
  raw.exec('CREATE TEMP TABLE plain_journal (id INTEGER PRIMARY KEY, seq INTEGER, before TEXT, after TEXT)');
  const keep = raw.prepare('INSERT INTO plain_journal (seq, before, after) VALUES (?, ?, ?)');
  for (const { seq, before, after } of changesOf(raw, [{ table: 'document', rowId: id }]))
    keep.run(seq, before && JSON.stringify(before), JSON.stringify(after));
  const read = raw.prepare(
    'SELECT c.*, r.before, r.after FROM plain_journal r JOIN change_set c ON c.seq = r.seq ORDER BY r.id',
  );
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    let started = performance.now();
    await app.call.journal.history({ id });
    ours.push(performance.now() - started);
    started = performance.now();
    for (const { before, after } of read.all() as { before: string | null; after: string }[]) {
      JSON.parse(before ?? 'null');
      JSON.parse(after);
    }
    plain.push(performance.now() - started);
  }
  await app.close();
  return { oursMs: median(ours), plainMs: median(plain) };
}
