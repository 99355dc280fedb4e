import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { listVoidedMinutes, numberedMinutes } from '#main/features/conferences/index.ts';
import { getOrganisation, requireName } from '#main/features/organisation/index.ts';
import { AppError } from '#shared/errors.ts';
import { conferenceTitle } from '#shared/features/conferences/rules.ts';
import { changesByDocument } from '#shared/features/documents/in-force.ts';
import { minutesCounter, minutesType } from '#shared/features/documents/numbers.ts';
import {
  distinctDays,
  type Register,
  type Registered,
  type RegisterQuery,
  registerCounters,
  registerRows,
  registerYears,
} from '#shared/features/documents/register.ts';
import { type CodeOf, codes } from '../codes.ts';
import { effectiveDocuments, numberedDocuments } from './repository.ts';

type Db = Kysely<Database>;

/** The register of a term. @throws AppError NOT_FOUND for a term that there is not */
export async function termRegister(db: Db, { termId, ...wanted }: RegisterQuery): Promise<Register> {
  const organisation = await getOrganisation(db);
  const term = organisation.terms.find(({ id }) => id === termId);
  if (!term) throw new AppError('NOT_FOUND');
  const changes = changesByDocument(await effectiveDocuments(db, 'relating'));
  const documents = (await numberedDocuments(db, termId)).map((document) => ({
    ...document,
    changes: changes.get(document.id) ?? [],
  }));
  const codeOf = await codes(db);
  const minutes = (await numberedMinutes(db, termId)).map((one): Registered => {
    const { id, number, issuer, date, chairName, titled } = one;
    const subject = conferenceTitle(titled, term.ordinal, requireName(organisation, date));
    return minutesEntry(codeOf, {
      of: 'minutes',
      ...{ id, number, issuer, date, subject },
      signerName: chairName ?? '',
      voidReason: null,
    });
  });
  const voided = (await listVoidedMinutes(db, termId)).map(
    ({ id, number, issuer, date, title, chairName, reason }): Registered =>
      minutesEntry(codeOf, {
        of: 'voidedMinutes',
        ...{ id, number, issuer, date, subject: title },
        signerName: chairName,
        voidReason: reason,
      }),
  );
  const entries = [...documents, ...minutes, ...voided];
  return {
    termOrdinal: term.ordinal,
    termDays: distinctDays(organisation.terms, term),
    years: registerYears(entries),
    counters: registerCounters(entries),
    rows: registerRows(entries, wanted),
  };
}

type Minutes = Pick<
  Registered,
  'of' | 'id' | 'number' | 'issuer' | 'date' | 'subject' | 'signerName' | 'voidReason'
>;

function minutesEntry(codeOf: CodeOf, minutes: Minutes): Registered {
  const { issuer, date, number } = minutes;
  return {
    kind: 'entry',
    ...minutes,
    type: minutesType,
    counter: minutesCounter(issuer),
    code: codeOf({ issuer, type: minutesType, date }, number),
    recipients: [],
    copies: null,
    isFromPaper: false,
    changes: [],
  };
}
