import { createHash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { packNext } from '#main/db/journal/pack.ts';
import { migrate } from '#main/db/migrate.ts';
import { makeOldStore, sealOld } from './first-journal.ts';
import { released } from './trial-migrations.ts';
import { sealed } from './trial-store.ts';

/** A text of an agenda item, long enough to stand beside the journal, and most of it as it was. */
export const discussion = (of: number | string) =>
  JSON.stringify({ type: 'doc', content: [`Ý kiến ${of}. ${'Các chi bộ tiếp tục thực hiện. '.repeat(30)}`] });

const save = (of: number) => `UPDATE agenda_item SET discussion = '${discussion(of)}' WHERE id = 'i1'`;
const item = (id: string, text: string) =>
  `INSERT INTO agenda_item (id, conference_id, list_order, title, presenter, discussion, conclusion)
   VALUES ('${id}', 'c', 1, 'Nội dung', '', '${text}', '${discussion('kết luận')}');`;
const bytes = 'x'.repeat(40);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const attachment = (id: string) =>
  `INSERT INTO attachment VALUES ('${id}', 'conference', 'c', 'scan', 'quét.pdf', 'application/pdf', 40, '${sha256}', 1, 'x');`;
const candidate = (id: string) =>
  `INSERT INTO election_candidate VALUES ('${id}', 'e', 1, 'Đinh Thị Bé', '', 1);`;

/** Each a change set: rows that come, change often and little, go, and come back. */
const changes = (from: string, first: number, saves: number) => [
  item(`${from}2`, discussion(from)) + item(`${from}3`, '{}') + attachment(`${from}a`),
  candidate(`${from}c`),
  ...Array.from({ length: saves }, (_, of) => save(first + of)),
  `UPDATE agenda_item SET title = 'Khác', presenter = 'Ông' WHERE id IN ('${from}2', '${from}3');
   INSERT INTO phrase VALUES ('${from}p', '${from}', 'Phụ lục')`,
  `DELETE FROM agenda_item WHERE id IN ('${from}2', '${from}3'); DELETE FROM attachment WHERE id = '${from}a'`,
  item(`${from}3`, discussion(`${from} lại`)) + attachment(`${from}b`),
];

/**
 * A store with a journal of every form: whole rows of before version 11, packed and not packed, and what the program of
 * today writes. Small, to be looked through hundreds of times.
 * @param saves of one row; 26 are enough for one that is kept whole
 */
export function storeOfThreeForms(saves = 26): Sqlite.Database {
  const raw = new Sqlite(':memory:');
  makeOldStore(raw, released.slice(0, 10));
  raw.exec(`
    INSERT INTO meta VALUES ('store_id', '01900000-0000-7000-8000-00000000abcd');
    INSERT INTO attachment_content VALUES ('${sha256}', 40, CAST('${bytes}' AS BLOB));`);
  const old = (sql: string) =>
    raw.transaction(() => {
      raw.exec(sql);
      return sealOld(raw);
    })();
  old(`INSERT INTO body VALUES ('b', '2020-06-01T00:00:00.000Z');
    INSERT INTO term VALUES ('t', 'b', 13, '2020-06-01', NULL);`);
  old(`INSERT INTO conference (id, term_id, kind, ordinal, starts_at, place, content, papers, invited, recorder_name, conclusion)
    VALUES ('c', 't', 'cell', 1, '2021-12-24T07:30', '', 'Tên có "nháy"', '', '', '', '{}');
    ${item('i1', discussion('đầu'))}
    INSERT INTO election VALUES ('e', 'c', 'i1', 1, 'Bầu', 1, 3, 3, 3, 3, 0, '', '[]')`);
  for (const sql of changes('h', 0, saves)) old(sql);
  const packed = raw
    .prepare('SELECT sum(coalesce(length(before), 0) + coalesce(length(after), 0)) FROM change_row')
    .pluck()
    .get() as number;
  for (const sql of changes('i', 100, 2)) old(sql);
  const head = {
    id: '01900000-0000-7000-8000-000000000001',
    origin: 'máy một',
    at: '2026-01-01T00:00:00.000Z',
  };
  migrate(raw, released, head);
  raw.transaction(() => packNext(raw, packed - 1))();
  for (const sql of changes('j', 200, saves)) sealed(raw, sql);
  const target = sealed(raw, `INSERT INTO phrase VALUES ('p', 'p', 'Phụ lục')`, { origin: 'máy một' });
  sealed(raw, `DELETE FROM phrase WHERE id = 'p'`, { kind: 'undo', target });
  return raw;
}
