import type { QueryContext } from '#main/api/context.ts';
import { requireName } from '#main/features/organisation/index.ts';
import type { Output } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { isConferenceBasis, moveYears } from '#shared/features/documents/rules.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import type { Organisation } from '#shared/features/organisation/schema.ts';
import { superiorOf } from '#shared/features/organisation/usual-readers.ts';
import { bodyText } from '#shared/text-model/body.ts';
import { copyBody } from '#shared/text-model/copy-body.ts';
import { codes } from '../codes.ts';
import { findDocument } from '../repository.ts';

type Start = {
  /** What the office puts in without an earlier document; what that one lacks stays so. */
  usual: DocumentFields;
  date: string;
  organisation: Organisation;
  /** Who can sign on that day, and how by the rules. */
  signers: readonly Signer[];
};

type Signer = Output<'documents.signing'>['signers'][number];

/**
 * An earlier document as the start of a new one: its words, with the year of the subject and the superior among the
 * recipients moved on. Never its number, date, conference and relations, nor a signer who has left since or would sign
 * otherwise today. What hangs on issuer and type comes along where both are the same.
 * @throws AppError NOT_FOUND
 */
export async function startFrom(
  { db, newId }: Pick<QueryContext, 'db' | 'newId'>,
  id: string,
  { usual, date, organisation, signers }: Start,
): Promise<DocumentFields> {
  const earlier = await findDocument(db, id, await codes(db));
  if (!earlier) throw new AppError('NOT_FOUND');
  const isSameKind = earlier.issuer === usual.issuer && earlier.type === usual.type;
  const signer = signers.find(({ name }) => name === earlier.signerName);
  const signs = earlier.issuer === usual.issuer && signer?.signature.title === earlier.signerTitle;
  const superior = (on: string) => superiorOf(usual.issuer, requireName(organisation, on));
  const [was, is] = [superior(earlier.date ?? date), superior(date)];
  const today = (lines: readonly string[]) => lines.map((line) => line.replaceAll(was, is));
  const conferences = usual.bases.filter(isConferenceBasis);
  const bases = earlier.bases.filter((basis) => !isConferenceBasis(basis));
  return {
    ...usual,
    subject: earlier.date ? moveYears(earlier.subject, earlier.date, date) : earlier.subject,
    bases: bases.length > 0 ? [...bases, ...conferences] : usual.bases,
    body: bodyText(earlier.body) === '' ? usual.body : copyBody(earlier.body, newId),
    recipients: earlier.recipients.length > 0 ? today(earlier.recipients) : usual.recipients,
    ...(isSameKind && { openingLine: earlier.openingLine, addressees: today(earlier.addressees) }),
    ...(signs && {
      authority: earlier.authority,
      signerTitle: earlier.signerTitle,
      signerName: earlier.signerName,
    }),
  };
}
