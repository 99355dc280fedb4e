import type { Database as Sqlite, Statement } from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** More than the program has; lists of ids of each length make one each. */
const most = 300;

/**
 * The connection as kysely sees it, each statement prepared once: preparing an UPDATE compiles the journal's triggers
 * with it, which costs more than running it. Safe because every statement is run to its end before the next
 * (`stream()` is not: it would find its statement busy).
 */
export function withPreparedOnce(raw: Sqlite): SqliteDatabase {
  const known = new Map<string, Statement<unknown[]>>();
  return {
    prepare: (asked) => {
      // On a full disk SQLite has rolled back by itself; a second time would fail and hide why the first was needed.
      const sql = asked === 'rollback' && !raw.inTransaction ? 'SELECT 1' : asked;
      const statement = known.get(sql) ?? raw.prepare<unknown[]>(sql);
      // Put last again: the first of the map is the one unused for longest.
      known.delete(sql);
      known.set(sql, statement);
      if (known.size > most) known.delete(known.keys().next().value as string);
      return statement;
    },
    close: () => {
      known.clear();
      raw.close();
    },
  };
}

const statementsOf = new WeakMap<Sqlite, Map<string, Statement<unknown[]>>>();

/** A statement prepared once for the connection: for what each save runs. */
export function preparedOnce(raw: Sqlite, sql: string): Statement<unknown[]> {
  const known = statementsOf.get(raw) ?? new Map<string, Statement<unknown[]>>();
  statementsOf.set(raw, known);
  const statement = known.get(sql) ?? raw.prepare<unknown[]>(sql);
  known.set(sql, statement);
  return statement;
}
