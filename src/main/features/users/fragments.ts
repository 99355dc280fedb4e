import { type RawBuilder, sql } from 'kysely';

/** For lists of other features: the name of the user that a column of theirs points at. */
export function userName(column: string): RawBuilder<string | null> {
  return sql`(SELECT name FROM user WHERE id = ${sql.ref(column)})`;
}
