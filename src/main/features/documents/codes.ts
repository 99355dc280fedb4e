import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { getOrganisation } from '#main/features/organisation/index.ts';
import { profileOn } from '#main/paper/profiles.ts';
import { listProfiles } from '#main/paper/profiles-repository.ts';
import { documentCode } from '#shared/features/documents/numbers.ts';
import type { DocumentType } from '#shared/features/documents/types.ts';
import { type Issuer, issuerLines, regimeOf } from '#shared/features/organisation/issuers.ts';
import { nameOn } from '#shared/features/organisation/rules.ts';

/** The code that a document would have on its date, under the names and the layout of that day. */
export type CodeOf = (
  document: { issuer: Issuer; type: DocumentType; date: string | null },
  number: number | null,
) => string;

/** An undated draft shows the newest symbol. */
export async function codes(db: Kysely<Database>): Promise<CodeOf> {
  const organisation = await getOrganisation(db);
  const profiles = await listProfiles(db);
  return ({ issuer, type, date }, number) => {
    const name = date ? nameOn(organisation, date) : organisation.names.at(-1);
    const regime = regimeOf(issuer);
    const bodySymbol = name ? issuerLines(name, issuer).symbol : '';
    return documentCode(number, { type, regime, bodySymbol }, profileOn(profiles, regime, date).head.number);
  };
}
