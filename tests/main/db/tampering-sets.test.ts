import Sqlite from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { derivedId } from '#main/db/journal/derived-id.ts';
import { packNext } from '#main/db/journal/pack.ts';
import { namedStep, undo } from '#main/db/journal/undo.ts';
import { verifyStore } from '#main/db/journal/verify.ts';
import { migrate } from '#main/db/migrate.ts';
import { sealOld } from '../../support/first-journal.ts';
import { faultsAfter, unlocked } from '../../support/tampering.ts';
import { storeOfThreeForms } from '../../support/three-forms.ts';
import { released } from '../../support/trial-migrations.ts';
import { memoryCopy, rowsOf, sealed } from '../../support/trial-store.ts';

/* Whole entries and sets are taken out, changed about or put in, as somebody would who knows how they are made. */

let raw: Sqlite.Database;
beforeAll(() => {
  raw = unlocked(storeOfThreeForms(2));
});

const all = <T>(sql: string): T[] => raw.prepare(sql).pluck().all() as T[];
const one = <T>(sql: string): T => raw.prepare(sql).pluck().get() as T;
const told = (tamper: () => void) => expect(faultsAfter(raw, tamper)).not.toEqual([]);

/** What two rows say in those columns is changed about. */
function swap(
  table: string,
  key: string,
  [a, b]: readonly [unknown, unknown],
  columns: readonly string[],
): void {
  const read = raw.prepare(`SELECT ${columns.join(', ')} FROM ${table} WHERE ${key} = ?`).raw();
  const write = raw.prepare(
    `UPDATE ${table} SET ${columns.map((name) => `${name} = ?`).join(', ')} WHERE ${key} = ?`,
  );
  const [ofA, ofB] = [read.get(a) as unknown[], read.get(b) as unknown[]];
  // No two are the same on the way: ids are given once.
  write.run(...ofA.map((value) => (typeof value === 'string' ? `${value}~` : value)), a);
  write.run(...ofA, b);
  write.run(...ofB, a);
}

const pairsOf = <T>(list: readonly T[]) => list.slice(1).map((next, at) => [list[at] as T, next] as const);

test('an entry that is taken out, alone or with all of its set', () => {
  for (const id of all<number>('SELECT id FROM change_row'))
    told(() => raw.prepare('DELETE FROM change_row WHERE id = ?').run(id));
  for (const seq of all<number>('SELECT seq FROM change_set WHERE seq < (SELECT max(seq) FROM change_set)'))
    told(() => {
      raw.prepare('DELETE FROM change_row WHERE change_seq = ?').run(seq);
      raw.prepare('DELETE FROM change_set WHERE seq = ?').run(seq);
    });
});

test('what is kept beside two entries, changed about', () => {
  for (const form of [1, 2]) {
    const kept = all<number>(
      `SELECT r.id FROM change_row r JOIN change_set c ON c.seq = r.change_seq WHERE c.form = ${form} AND kept IS NOT NULL`,
    );
    expect(kept.length).toBeGreaterThan(3);
    for (const pair of pairsOf(kept)) told(() => swap('change_row', 'id', pair, ['kept']));
  }
});

test('two entries, and what they say, changed about', () => {
  const ids = all<number>('SELECT id FROM change_row ORDER BY change_seq, id');
  const columns = ['table_name', 'row_id', 'before', 'after', 'form', 'kept', 'owner_id'];
  for (const pair of pairsOf(ids)) told(() => swap('change_row', 'id', pair, columns));
});

test('an entry that is moved to another set', () => {
  const entries = raw.prepare('SELECT id, change_seq AS seq FROM change_row').all() as {
    id: number;
    seq: number;
  }[];
  const move = raw.prepare('UPDATE change_row SET change_seq = ? WHERE id = ?');
  const last = one<number>('SELECT max(seq) FROM change_set');
  for (const { id, seq } of entries.filter((_, at) => at % 2 === 0))
    for (const to of [seq + 1, last]) if (to !== seq && to <= last) told(() => move.run(to, id));
});

test('two sets, their names and where they were made, changed about', () => {
  const later = all<number>('SELECT seq FROM change_set WHERE form = 2');
  const head = ['at', 'actor', 'command', 'kind', 'target', 'final'];
  for (const pair of pairsOf(later)) {
    told(() => swap('change_set', 'seq', pair, ['id']));
    told(() => swap('change_set', 'seq', pair, [...head, 'id', 'origin', 'hash']));
  }
  const of = (origin: string) => one<number>(`SELECT max(seq) FROM change_set WHERE origin = '${origin}'`);
  const two = [of('máy một'), of('máy hai')] as const;
  told(() => swap('change_set', 'seq', two, ['origin']));
  told(() => swap('change_set', 'seq', two, ['id', 'origin']));
  // Everywhere, as if each had been the other.
  told(() => {
    raw.exec(`UPDATE change_set SET origin = CASE origin WHEN 'máy một' THEN 'máy hai' WHEN 'máy hai' THEN 'máy một' END
      WHERE form = 2`);
    swap('origin', 'id', ['máy một', 'máy hai'], ['since']);
  });
});

test('another name for a set of before version 11', () => {
  const seqs = all<number>('SELECT seq FROM change_set WHERE form = 1');
  const rename = raw.prepare('UPDATE change_set SET id = ? WHERE seq = ?');
  for (const seq of seqs) told(() => rename.run('01900000-0000-7000-8000-00000000ffff', seq));
  for (const pair of pairsOf(seqs)) told(() => swap('change_set', 'seq', pair, ['id']));
});

test('a set as versions before 11 made them, after one of today', () => {
  const after = JSON.stringify({ id: 'lén', abbreviation: 'l', text: 'Lén' });
  const append = () => {
    raw.exec(
      `INSERT INTO phrase VALUES ('lén', 'l', 'Lén'); DELETE FROM change_open; DELETE FROM temp.journal_pending`,
    );
    raw
      .prepare(
        `INSERT INTO change_row (change_seq, table_name, row_id, after) SELECT max(seq) + 1, 'phrase', 'lén', ? FROM change_set`,
      )
      .run(after);
    const seq = sealOld(raw);
    const hash = one<string>(`SELECT hash FROM change_set WHERE seq = ${seq}`);
    raw.prepare('UPDATE change_set SET id = ? WHERE seq = ?').run(derivedId(hash), seq);
  };
  const seq = one<number>('SELECT max(seq) + 1 FROM change_set');
  raw.exec('BEGIN');
  append();
  // All of it is as it should be but for its place.
  expect(verifyStore(raw).faults).toEqual([{ kind: 'chain', seq, table: null }]);
  raw.exec('ROLLBACK');
});

test('an entry of today as whole rows, and a whole row beside one of today', () => {
  const ids = all<number>(
    'SELECT r.id FROM change_row r JOIN change_set c ON c.seq = r.change_seq WHERE c.form = 2',
  );
  for (const id of ids)
    for (const form of [1, 2, 3]) {
      if (form === one<number>(`SELECT form FROM change_row WHERE id = ${id}`)) continue;
      told(() => raw.prepare('UPDATE change_row SET form = ? WHERE id = ?').run(form, id));
    }
});

test('an installation that made nothing, or that is not noted', () => {
  told(() => raw.exec(`INSERT INTO origin VALUES ('máy ba', 'x')`));
  told(() => raw.exec(`DELETE FROM origin WHERE id = 'máy hai'`));
  told(() => raw.exec(`INSERT INTO change_open VALUES ((SELECT max(seq) FROM change_set))`));
});

test('a text of another change is not put back by undo', () => {
  const copy = new Sqlite(':memory:');
  migrate(copy, released, { id: 'm', origin: 'o', at: 'x' });
  copy.exec(`INSERT INTO meta VALUES ('store_id', 'x'); DROP TRIGGER change_row_keep`);
  // Nothing in common, so that each is kept whole.
  const text = (of: string) => of.repeat(600);
  sealed(copy, `INSERT INTO phrase VALUES ('a', 'a', '${text('a')}'), ('b', 'b', '${text('b')}')`);
  const second = sealed(
    copy,
    `UPDATE phrase SET text = CASE id WHEN 'a' THEN '${text('c')}' ELSE '${text('d')}' END`,
  );
  const third = sealed(copy, `UPDATE phrase SET text = '${text('e')}' WHERE id = 'a'`) ?? 0;
  const of = (row: string) =>
    `(SELECT kept FROM change_row WHERE change_seq = ${second} AND row_id = '${row}')`;
  copy.exec(`UPDATE change_row SET kept = ${of('b')} WHERE change_seq = ${second} AND row_id = 'a'`);
  expect(() => undo(copy, namedStep(copy, third))).toThrow(/STORE_DAMAGED/u);
  expect(copy.prepare(`SELECT text FROM phrase WHERE id = 'a'`).pluck().get()).toBe(text('e'));
  copy.close();
});

test('nonsense where the packing has come to does no harm', () => {
  const whole = storeOfThreeForms(1);
  for (const nonsense of ['', 'abc', '-7', '1e99', '12.5', '0x10', '{}']) {
    const copy = memoryCopy(whole);
    copy.prepare(`INSERT OR REPLACE INTO meta VALUES ('journal_packed', ?)`).run(nonsense);
    const rows = rowsOf(copy);
    for (let rounds = 0; copy.transaction(() => packNext(copy))(); rounds += 1)
      expect(rounds).toBeLessThan(20);
    expect(verifyStore(copy).faults).toEqual([]);
    expect(rowsOf(copy)).toEqual(rows);
    copy.close();
  }
});
