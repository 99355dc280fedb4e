import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { expect, test } from 'vitest';
import { withPreparedOnce } from '#main/db/statement-cache.ts';

test('a statement is prepared once; of very many the one unused for longest is prepared anew', () => {
  const raw = new Sqlite(':memory:');
  const db = withPreparedOnce(raw);
  const often = db.prepare('SELECT 1 AS one');
  const once = db.prepare('SELECT 2 AS two');
  for (let n = 0; n < 299; n += 1) {
    expect(db.prepare(`SELECT ${n} AS n`).all([])).toEqual([{ n }]);
    expect(db.prepare('SELECT 1 AS one')).toBe(often);
  }
  expect(db.prepare('SELECT 2 AS two')).not.toBe(once);
  expect(db.prepare('SELECT 2 AS two').all([])).toEqual([{ two: 2 }]);
  db.close();
  expect(raw.open).toBe(false);
});

test('a statement that failed, or whose table has changed since, runs again', () => {
  const raw = new Sqlite(':memory:');
  raw.exec('CREATE TABLE t (a INTEGER UNIQUE)');
  const db = withPreparedOnce(raw);
  const insert = () => db.prepare('INSERT INTO t (a) VALUES (?)').run([1]);
  insert();
  expect(insert).toThrow();
  raw.exec('DELETE FROM t; ALTER TABLE t ADD COLUMN b TEXT');
  insert();
  expect(db.prepare('SELECT * FROM t').all([])).toEqual([{ a: 1, b: null }]);
  db.close();
});

test('what made SQLite roll back by itself is told, and the next transaction works', async () => {
  const raw = new Sqlite(':memory:');
  raw.exec('CREATE TABLE t (a INTEGER UNIQUE)');
  const db = new Kysely({ dialect: new SqliteDialect({ database: withPreparedOnce(raw) }) });
  const insert = (value: number) =>
    db.transaction().execute((tx) => sql`INSERT OR ROLLBACK INTO t (a) VALUES (${value})`.execute(tx));
  await insert(1);
  await expect(insert(1)).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' });
  await insert(2);
  expect(raw.prepare('SELECT a FROM t').pluck().all()).toEqual([1, 2]);
  await db.destroy();
});
