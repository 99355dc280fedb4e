import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { requireDocument } from '#main/features/documents/index.ts';
import { getOrganisation, requireName } from '#main/features/organisation/index.ts';
import { profileOn } from '#main/paper/profiles.ts';
import { listProfiles } from '#main/paper/profiles-repository.ts';
import { regimeOf } from '#shared/features/organisation/issuers.ts';
import type { PapersModel } from '#shared/paper/model.ts';
import { listSheets } from '../sheets-repository.ts';
import { composeOpinionSheets } from './opinion-sheets.ts';

/** The sheets that are handed out for a document. @throws AppError NOT_FOUND; RULE notSetUp */
export async function sheetsToPrint(
  db: Kysely<Database>,
  documentId: string,
  today: string,
): Promise<PapersModel> {
  const document = await requireDocument(db, documentId);
  const day = document.date ?? today;
  return composeOpinionSheets({
    document,
    asked: await listSheets(db, documentId),
    name: requireName(await getOrganisation(db), day),
    profile: profileOn(await listProfiles(db), regimeOf(document.issuer), day),
    year: day.slice(0, 4),
  });
}
