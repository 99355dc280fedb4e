import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { findConference } from '#main/features/conferences/index.ts';
import { listMembers, requireBody, requireName } from '#main/features/organisation/index.ts';
import { AppError } from '#shared/errors.ts';
import { conferenceTitle } from '#shared/features/conferences/rules.ts';
import { emptyBody } from '#shared/features/documents/body.ts';
import { bodyFromFindings } from '#shared/features/documents/from-findings.ts';
import { type Issuer, issuerLines } from '#shared/features/documents/issuers.ts';
import { defaultOpeningLine, defaultRecipients, defaultSubject } from '#shared/features/documents/rules.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import type { DocumentType } from '#shared/features/documents/types.ts';
import { positionOn, termOn } from '#shared/features/organisation/rules.ts';

type Wanted = { issuer: Issuer; type: DocumentType; conferenceId: string | null; date: string | null };

/** A new document with what the office usually puts in; every line of it can be changed. */
export async function documentTemplate(
  db: Kysely<Database>,
  wanted: Wanted,
  today: string,
): Promise<DocumentFields> {
  const organisation = await requireBody(db);
  const conference = wanted.conferenceId ? await findConference(db, wanted.conferenceId) : null;
  if (wanted.conferenceId && !conference) throw new AppError('NOT_FOUND');
  const date = wanted.date ?? conference?.startsAt.slice(0, 10) ?? today;
  const name = requireName(organisation, date);
  const term =
    organisation.terms.find((found) => found.id === conference?.termId) ?? termOn(organisation, date);
  const members = term ? await listMembers(db, { termId: term.id, on: date }) : [];
  const secretary = members.find((member) => positionOn(member, date)?.role === 'secretary');
  const bases = ['Căn cứ Điều lệ Đảng'];
  if (conference && term) bases.push(`Căn cứ kết quả ${conferenceTitle(conference, term.ordinal, name)}`);
  const lines = issuerLines(name, wanted.issuer);
  return {
    issuer: wanted.issuer,
    type: wanted.type,
    conferenceId: wanted.conferenceId,
    date: wanted.date ?? conference?.startsAt.slice(0, 10) ?? null,
    draftRound: null,
    urgency: 'none',
    circulation: 'none',
    addressees: [],
    subject: defaultSubject(wanted.type, date),
    bases,
    openingLine: defaultOpeningLine(wanted.type, name),
    body: conference && wanted.type === 'NQ' ? bodyFromFindings(conference) : emptyBody,
    recipients: defaultRecipients(name),
    authority: lines.authority,
    signerTitle: secretary ? lines.signerTitle : '',
    signerName: secretary?.fullName ?? '',
    copies: null,
    effectiveFrom: null,
    relations: [],
  };
}
