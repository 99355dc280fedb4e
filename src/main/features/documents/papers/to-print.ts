import type { QueryContext } from '#main/api/context.ts';
import { indicatorRows } from '#main/features/indicators/index.ts';
import { getOrganisation, requireName } from '#main/features/organisation/index.ts';
import { profileOn, withProfile } from '#main/paper/profiles.ts';
import { listProfiles } from '#main/paper/profiles-repository.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import { regimeOf } from '#shared/features/organisation/issuers.ts';
import type { DocumentModel, PrintModel } from '#shared/paper/model.ts';
import { periodsIn } from '#shared/text-model/live-tables.ts';
import { codes } from '../codes.ts';
import { findDocument, findIssuedPrint } from '../repository.ts';
import { composeDocument } from './document.ts';

type Ctx = Pick<QueryContext, 'db' | 'services'>;
type Numbered = DocumentFields & { number: number | null };

/**
 * The pages of a document: what was frozen when it was issued, else the draft as stored or as typed.
 * @throws AppError NOT_FOUND; RULE onPaperOnly
 */
export async function documentToPrint(
  ctx: Ctx,
  id: string,
  { edits, today }: { edits: DocumentFields | undefined; today: string },
): Promise<PrintModel> {
  const { db } = ctx;
  const stored = await findDocument(db, id, await codes(db));
  if (!stored) throw new AppError('NOT_FOUND');
  if (stored.isFromPaper) throw ruleError('onPaperOnly');
  const issued = await findIssuedPrint(db, id);
  return issued ? withProfile(issued) : documentPrintModel(ctx, { ...stored, ...edits }, today);
}

/** Without a date a draft is set with the newest names and the year of `today`. */
export async function documentPrintModel(
  ctx: Ctx,
  document: Numbered,
  today: string,
): Promise<DocumentModel> {
  const { db, services } = ctx;
  const organisation = await getOrganisation(db);
  const name = requireName(organisation, document.date ?? organisation.names.at(-1)?.validFrom ?? '');
  return composeDocument({
    document,
    name,
    indicators: await indicatorRows(db, periodsIn([document.body])),
    words: await services.references.words(db, [document.body], document.body),
    profile: profileOn(await listProfiles(db), regimeOf(document.issuer), document.date),
    year: today.slice(0, 4),
  });
}
