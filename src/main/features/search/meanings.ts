import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { ownPhrases } from '#main/features/phrases/index.ts';
import { documentTypes, typeName, typeSymbol } from '#shared/features/documents/types.ts';
import { starterPhrases } from '#shared/features/phrases/starter.ts';
import { type Meanings, wordsOf } from '#shared/features/search/query.ts';

/** What offices shorten: the symbols of the types, the usual short forms, and those of this office. */
export async function knownMeanings(db: Kysely<Database>): Promise<Meanings> {
  const own = await ownPhrases(db);
  const pairs: (readonly [string, string])[] = [
    ...documentTypes.map((type) => [typeSymbol(type, 'party'), typeName(type)] as const),
    ...starterPhrases,
    ...own.map(({ abbreviation, text }) => [abbreviation, text] as const),
  ];
  return new Map(pairs.map(([short, text]) => [wordsOf(short).join(' '), text]));
}
