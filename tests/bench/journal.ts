import { statSync } from 'node:fs';
import { join } from 'node:path';
import { imageAfter } from '#main/db/journal/reader.ts';
import { loadMigrations, migrate } from '#main/db/migrate.ts';
import { blankItem } from '#shared/features/conferences/blank.ts';
import { type Body, bodyFromLines } from '#shared/text-model/body.ts';
import { conferenceInput, documentInput, setUpOffice } from '../support/records.ts';
import { appRoot, createTestApp, type TestApp } from '../support/test-app.ts';
import { median } from './median.ts';

export type Journal = {
  /** Bytes that saving one word in a paper of 240 paragraphs adds to the journal, and what both whole rows would. */
  word: { ours: number; whole: number };
  /** Megabytes that the journal of an office takes: 300 papers saved three times each, 60 conferences of 30 statements. */
  office: { ours: number; whole: number };
  /** Reading back a version of that paper, of 300. */
  versionMs: number;
  /** The history of one of 60 conferences. */
  historyMs: number;
  /** A column is added to the documents of an office of 5,000 papers. */
  column: { growth: number; seconds: number; papers: number };
};

const paragraphs = 240;
const versions = 300;

export async function measureJournal(): Promise<Journal> {
  const { word, versionMs } = await measureWord();
  const { office, historyMs } = await measureOffice();
  return { word, versionMs, office, historyMs, column: await measureColumn(5_000) };
}

async function measureWord() {
  const app = await createTestApp({ checkOutput: false });
  await setUpOffice(app.call);
  const lines = linesOf(paragraphs, 1);
  const { id } = await app.call.documents.create(documentInput({ body: bodyFromLines(lines) }));
  const before = journalBytes(app);
  for (let n = 1; n < versions; n += 1) {
    const at = (n * 7) % paragraphs;
    lines[at] = `${lines[at]} ${wordOf(n)}`;
    await app.call.documents.save({ ...documentInput({ body: bodyFromLines(lines) }), id });
  }
  const ours = (journalBytes(app) - before) / (versions - 1);
  const { raw } = app.store();
  const entries = raw
    .prepare(`SELECT id FROM change_row WHERE table_name = 'document' ORDER BY id`)
    .pluck()
    .all();
  const times = (entries as number[]).map((entry) => {
    const started = performance.now();
    imageAfter(raw, { table: 'document', rowId: id }, entry);
    return performance.now() - started;
  });
  const whole = 2 * JSON.stringify(raw.prepare('SELECT * FROM document').get()).length;
  await app.close();
  return { word: { ours, whole }, versionMs: median(times) };
}

async function measureOffice() {
  const app = await createTestApp({ checkOutput: false });
  await setUpOffice(app.call);
  let whole = 0;
  const wholeOf = (body: Body, times: number) => {
    whole += times * JSON.stringify(JSON.stringify(body)).length;
  };
  for (let paper = 0; paper < 300; paper += 1) {
    const lines = linesOf(60, paper);
    const { id } = await app.call.documents.create(documentInput({ body: bodyFromLines(lines) }));
    wholeOf(bodyFromLines(lines), 1);
    for (let n = 0; n < 3; n += 1) {
      for (let i = n; i < 60; i += 20) lines[i] = `${lines[i]} ${wordOf(paper + n)}`;
      await app.call.documents.save({ ...documentInput({ body: bodyFromLines(lines) }), id });
      wholeOf(bodyFromLines(lines), 2);
    }
  }
  let id = '';
  for (let conference = 0; conference < 60; conference += 1) {
    ({ id } = await app.call.conferences.create(conferenceInput({ ordinal: conference + 1 })));
    const item = blankItem('Ý kiến');
    const saved = await app.call.conferences.saveAgenda({ id, items: [item] });
    const [itemId = ''] = saved.ids;
    for (let n = 0; n < 30; n += 1) {
      const discussion = bodyFromLines(linesOf(n + 1, conference));
      await app.call.conferences.saveAgenda({
        id,
        items: [{ ...item, id: itemId, discussion }],
      });
      wholeOf(discussion, 2);
    }
  }
  const times: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const started = performance.now();
    await app.call.journal.history({ id });
    times.push(performance.now() - started);
  }
  const ours = journalBytes(app);
  await app.close();
  return { office: { ours: ours / 1e6, whole: whole / 1e6 }, historyMs: median(times) };
}

async function measureColumn(papers: number) {
  const app = await createTestApp({ checkOutput: false });
  await setUpOffice(app.call);
  const lines = linesOf(60, 7);
  for (let paper = 0; paper < papers; paper += 1) {
    lines[paper % 60] = wordsOf(40, paper);
    await app.call.documents.create(documentInput({ body: bodyFromLines(lines) }));
  }
  const { raw, file } = app.store();
  const size = () => {
    raw.pragma('wal_checkpoint(TRUNCATE)');
    return statSync(file).size;
  };
  const before = size();
  const known = loadMigrations(join(appRoot, 'migrations'));
  const sql = `ALTER TABLE document ADD COLUMN trial TEXT NOT NULL DEFAULT ''`;
  const head = {
    id: '01900000-0000-7000-8000-000000000001',
    origin: app.store().origin,
    at: '2022-01-05T00:00:00Z',
  };
  const started = performance.now();
  migrate(raw, [...known, { version: known.length + 1, name: 'trial.sql', sql }], head);
  const seconds = (performance.now() - started) / 1000;
  const growth = size() / before - 1;
  await app.close();
  return { growth, seconds, papers };
}

/** Pages of the file that the journal takes. */
function journalBytes(app: TestApp): number {
  return app
    .store()
    .raw.prepare(`SELECT sum(pgsize) FROM dbstat WHERE aggregate = TRUE AND name LIKE '%change_%'`)
    .pluck()
    .get() as number;
}

const vocabulary = (
  'Đảng ủy xã chi bộ lãnh đạo chỉ đạo thực hiện nhiệm vụ phát triển kinh tế văn hóa xã hội quốc phòng an ninh nông thôn ' +
  'mới diện tích sản lượng lúa mì rừng trồng chăn nuôi giảm nghèo đầu tư công ngân sách thu chi giáo dục y tế môi trường ' +
  'nhân dân đoàn kết kiểm tra giám sát tổ chức cán bộ đảng viên quần chúng nghị quyết kế hoạch tháng quý năm đề nghị'
).split(' ');

/** The same on every machine, and no more alike than what people write. */
function wordOf(n: number): string {
  return vocabulary[Math.abs(Math.imul(n + 1, 2_654_435_761) >> 8) % vocabulary.length] ?? '';
}

function wordsOf(count: number, seed: number): string {
  return Array.from({ length: count }, (_, i) => wordOf(seed * 7_919 + i * 31 + (i % 7) * seed)).join(' ');
}

function linesOf(count: number, seed: number): string[] {
  return Array.from({ length: count }, (_, i) => `${i + 1}. ${wordsOf(55, seed * 1_000 + i)}.`);
}
