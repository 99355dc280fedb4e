import type { QueryContext } from '#main/api/context.ts';
import { findConference } from '#main/features/conferences/index.ts';
import { requireBody, requireName } from '#main/features/organisation/index.ts';
import { AppError } from '#shared/errors.ts';
import { conferenceTitle } from '#shared/features/conferences/rules.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { bodyFromFindings } from '#shared/features/documents/from-findings.ts';
import { defaultBody } from '#shared/features/documents/outlines.ts';
import { documentRecord } from '#shared/features/documents/records.ts';
import { defaultOpeningLine, defaultSubject } from '#shared/features/documents/rules.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import { type DocumentType, typeOf } from '#shared/features/documents/types.ts';
import {
  defaultAddressees,
  defaultBases,
  defaultRecipients,
  restsOnConference,
} from '#shared/features/documents/usual-lines.ts';
import { type Issuer, issuerLines } from '#shared/features/organisation/issuers.ts';
import type { BodyName, Organisation } from '#shared/features/organisation/schema.ts';
import { withRest } from '#shared/record.ts';
import { signersOn } from '../issue/signing.ts';
import { startFrom } from './start-from.ts';

type Wanted = {
  issuer: Issuer;
  type: DocumentType;
  conferenceId: string | null;
  date: string | null;
  fromId?: string | undefined;
};

/**
 * A new document with what the office usually puts in, or what an earlier one had; every line of it can be changed.
 * @throws AppError NOT_FOUND, RULE notSetUp
 */
export async function documentTemplate(
  ctx: Pick<QueryContext, 'db' | 'newId' | 'today'>,
  wanted: Wanted,
): Promise<DocumentFields> {
  const { db } = ctx;
  const { issuer, type, fromId } = wanted;
  const organisation = await requireBody(db);
  const conference = wanted.conferenceId ? await findConference(db, wanted.conferenceId) : null;
  if (wanted.conferenceId && !conference) throw new AppError('NOT_FOUND');
  const known = wanted.date ?? conference?.startsAt.slice(0, 10) ?? null;
  const date = known ?? ctx.today();
  const name = requireName(organisation, date);
  const signing = await signersOn(db, { issuer, date });
  const signer = signing.signers.find((one) => one.name === signing.head?.name);
  const signature = signer?.signature ?? signing.choices[0];
  const usual = withRest(documentRecord, {
    issuer,
    type,
    conferenceId: wanted.conferenceId,
    date: known,
    addressees: defaultAddressees(issuer, type, name),
    subject: defaultSubject(issuer, type, date),
    bases: [
      ...defaultBases(issuer, type, date),
      ...(conference && restsOnConference(type) ? conferenceBasis(conference, organisation, name) : []),
    ],
    openingLine: defaultOpeningLine(issuer, type, name),
    body:
      conference && typeOf(type).isFromFindings ? bodyFromFindings(conference) : defaultBody(issuer, type),
    recipients: defaultRecipients(issuer, type, name),
    authority: signature?.authority ?? issuerLines(name, issuer).authority,
    signerTitle: signature?.title ?? '',
    signerName: signer?.name ?? '',
  });
  return fromId ? startFrom(ctx, fromId, { usual, date, organisation, signers: signing.signers }) : usual;
}

/** "Căn cứ kết quả Hội nghị Ban Chấp hành Đảng bộ xã lần thứ bảy, khóa XIII" */
function conferenceBasis(
  conference: Conference,
  organisation: Organisation,
  name: Pick<BodyName, 'committeeName' | 'standingName'>,
): string[] {
  const term = organisation.terms.find(({ id }) => id === conference.termId);
  return term ? [`Căn cứ kết quả ${conferenceTitle(conference, term.ordinal, name)}`] : [];
}
