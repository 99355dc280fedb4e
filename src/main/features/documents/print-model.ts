import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { listIndicators } from '#main/features/indicators/index.ts';
import { getOrganisation, requireName } from '#main/features/organisation/index.ts';
import { composeDocument } from '#main/features/print/index.ts';
import { AppError } from '#shared/errors.ts';
import { documentCode } from '#shared/features/documents/rules.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import type { PrintModel } from '#shared/features/print/model.ts';
import { findDocument, findIssuedPrint } from './repository.ts';
import { symbols } from './symbols.ts';

type Db = Kysely<Database>;
type Numbered = DocumentFields & { number: number | null };

/**
 * The pages of a document: what was frozen when it was issued, else the draft as stored or as typed.
 * @throws AppError NOT_FOUND
 */
export async function documentToPrint(
  db: Db,
  id: string,
  { edits, today }: { edits: DocumentFields | undefined; today: string },
): Promise<PrintModel> {
  const stored = await findDocument(db, id, await symbols(db));
  if (!stored) throw new AppError('NOT_FOUND');
  const issued = await findIssuedPrint(db, id);
  return issued ?? documentPrintModel(db, { ...stored, ...edits }, today);
}

/** Without a date a draft is set with the newest names and the year of `today`. */
export async function documentPrintModel(db: Db, document: Numbered, today: string): Promise<PrintModel> {
  const organisation = await getOrganisation(db);
  const name = requireName(organisation, document.date ?? organisation.names.at(-1)?.validFrom ?? '');
  const code = documentCode(document.number, document.type, name.symbol);
  return composeDocument({
    document: { ...document, code },
    name,
    indicators: await listIndicators(db, undefined),
    year: today.slice(0, 4),
  });
}
