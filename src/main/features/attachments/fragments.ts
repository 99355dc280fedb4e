import { type RawBuilder, sql } from 'kysely';

/** For lists of other features: the size of the content that a column of theirs points at. */
export function contentSize(column: string): RawBuilder<number | null> {
  return sql`(SELECT size FROM attachment_content WHERE sha256 = ${sql.ref(column)})`;
}
