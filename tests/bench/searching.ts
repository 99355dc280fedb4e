import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { searchIndexFile } from '#main/db/store-files.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { documentInput, setUpOffice } from '../support/records.ts';
import { createTestApp } from '../support/test-app.ts';
import { median } from './median.ts';

const rounds = 15;
const words =
  'phát triển kinh tế xã hội nâng cao năng lực lãnh đạo của đảng bộ nông thôn mới lúa mì ngô sắn đường giao thông trường học y tế an ninh'.split(
    ' ',
  );

/** About 12 KB, words in no order, the same at every run. */
const bodyOf = (n: number) =>
  bodyFromLines(
    Array.from({ length: 40 }, (_, line) =>
      Array.from({ length: 55 }, (_, at) => words[(n * 7 + line * 31 + at * at * 13) % words.length]).join(
        ' ',
      ),
    ),
  );

export type Searching = {
  documents: number;
  /** The first search: every document read and its words put into the index. */
  indexMs: number;
  /** Words that every document says. */
  findMs: number;
  /** The same match counted by plain better-sqlite3 in the same file. */
  plainMs: number;
  /** One document saved since the last search. */
  afterSaveMs: number;
};

export async function measureSearching(documents: number): Promise<Searching> {
  const app = await createTestApp({ checkOutput: false });
  await setUpOffice(app.call);
  let id = '';
  for (let n = 0; n < documents; n += 1)
    ({ id } = await app.call.documents.create(documentInput({ subject: `về việc ${n}`, body: bodyOf(n) })));
  const find = () => timed(() => app.call.search.find({ text: 'nong thon moi', limit: 6 }));
  const indexMs = await find();
  const times = { find: [] as number[], plain: [] as number[], afterSave: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.find.push(await find());
    const plain = new Sqlite(join(app.folder, searchIndexFile), { readonly: true });
    const count = plain.prepare(`SELECT count(*) FROM words WHERE words MATCH 'nong thon moi*'`);
    times.plain.push(await timed(() => count.get()));
    plain.close();
    await app.call.documents.save({
      ...documentInput({ subject: `về việc ${round}`, body: bodyOf(round) }),
      id,
    });
    times.afterSave.push(await find());
  }
  await app.close();
  return {
    documents,
    indexMs,
    findMs: median(times.find),
    plainMs: median(times.plain),
    afterSaveMs: median(times.afterSave),
  };
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
