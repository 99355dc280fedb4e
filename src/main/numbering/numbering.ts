import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Database } from '#main/db/schema.ts';

type Db = Kysely<Database>;
export type Numbered = { number: number; date: string; id: string };

/**
 * What a feature has numbered within a term by that counter, as a part of one statement; null where nothing of it counts
 * there. Several features share a counter: minutes count with the documents of their body.
 */
export type NumberedRows = (
  db: Db,
  termId: string,
  counter: string,
) => SelectQueryBuilder<Database, never, Numbered> | null;

export type Numbering = {
  /** The newest number of the counter within the term, voided ones included: a number is never given twice. */
  last: (db: Db, termId: string, counter: string) => Promise<Numbered | null>;
  /** What carries that number already. */
  find: (db: Db, termId: string, counter: string, number: number) => Promise<Numbered | null>;
  /** The number after the newest. */
  next: (db: Db, termId: string, counter: string) => Promise<number>;
};

export function createNumbering(sources: readonly NumberedRows[]): Numbering {
  const numbersOf = (db: Db, termId: string, counter: string) => {
    const [first, ...others] = sources.flatMap((rows) => rows(db, termId, counter) ?? []);
    if (!first) throw new Error(`nothing counts by ${counter}`);
    const all = others.reduce((union, rows) => union.unionAll(rows), first);
    return db.selectFrom(all.as('numbered')).selectAll();
  };
  const last: Numbering['last'] = async (db, termId, counter) => {
    const newest = numbersOf(db, termId, counter).orderBy('number', 'desc').limit(1);
    return (await newest.executeTakeFirst()) ?? null;
  };
  return {
    last,
    find: async (db, termId, counter, number) => {
      const carrying = numbersOf(db, termId, counter).where('number', '=', number);
      return (await carrying.executeTakeFirst()) ?? null;
    },
    next: async (db, termId, counter) => ((await last(db, termId, counter))?.number ?? 0) + 1,
  };
}
