import { bodyFromLines } from '#shared/text-model/body.ts';
import { documentInput, setUpOffice } from '../support/records.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { median } from './median.ts';

const documents = 300;
const rounds = 200;

/** About 72 KB. */
const longBody = bodyFromLines(
  Array.from({ length: 240 }, (_, i) => `Đoạn ${i}. ${'Phát triển kinh tế - xã hội của xã. '.repeat(7)}`),
);

type Reading = {
  /** Through the dispatcher: every field held against its schema. */
  oursMs: number;
  /** The same rows by plain better-sqlite3, their JSON parsed. */
  plainMs: number;
};
export type ReadingTimes = { documents: number; open: Reading; list: Reading };

/** A long document that is opened, and the list that it stands in. */
export async function measureReading(): Promise<ReadingTimes> {
  const app = await createTestApp({ checkOutput: false });
  await setUpOffice(app.call);
  const { id } = await app.call.documents.create(documentInput({ body: longBody }));
  for (let n = 1; n < documents; n += 1)
    await app.call.documents.create(documentInput({ subject: `về việc ${n}` }));
  const times = { documents, open: await openingOf(app, id), list: await listing(app) };
  await app.close();
  return times;
}

function openingOf({ call, store }: TestApp, id: string): Promise<Reading> {
  type Row = { addressees: string; bases: string; body: string; recipients: string; relations: string };
  const read = store().raw.prepare<[string], Row>('SELECT * FROM document WHERE id = ?');
  const plain = () => {
    const { addressees, bases, body, recipients, relations } = read.get(id) ?? {};
    return [addressees, bases, body, recipients, relations].map((text) => JSON.parse(text ?? 'null'));
  };
  return inTurns(() => call.documents.get({ id }), plain);
}

function listing({ call, store }: TestApp): Promise<Reading> {
  const columns = 'id, issuer, type, status, term_id, number, code, date, subject, conference_id';
  const read = store().raw.prepare(
    `SELECT ${columns} FROM document ORDER BY date DESC, number DESC, id DESC`,
  );
  return inTurns(
    () => call.documents.list({}),
    () => read.all(),
  );
}

async function inTurns(ours: () => Promise<unknown>, plain: () => unknown): Promise<Reading> {
  const times = { ours: [] as number[], plain: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    let started = performance.now();
    await ours();
    times.ours.push(performance.now() - started);
    started = performance.now();
    plain();
    times.plain.push(performance.now() - started);
  }
  return { oursMs: median(times.ours), plainMs: median(times.plain) };
}
