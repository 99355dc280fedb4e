import { type RawBuilder, sql } from 'kysely';

/** For lists of other features: the name of the member that a column of theirs points at. */
export function memberName(column: string): RawBuilder<string | null> {
  return sql`(SELECT full_name FROM member WHERE id = ${sql.ref(column)})`;
}

/** The ordinal of the term that a column which is never empty points at. */
export function termOrdinal(column: string): RawBuilder<number> {
  return sql`(SELECT ordinal FROM term WHERE id = ${sql.ref(column)})`;
}
