import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { numberedMinutes } from '#main/features/conferences/index.ts';
import { getOrganisation, requireName } from '#main/features/organisation/index.ts';
import { AppError } from '#shared/errors.ts';
import { conferenceTitle } from '#shared/features/conferences/rules.ts';
import { changesByDocument } from '#shared/features/documents/in-force.ts';
import { minutesCounter, minutesType } from '#shared/features/documents/numbers.ts';
import {
  type Register,
  type Registered,
  type RegisterQuery,
  registerCounters,
  registerRows,
  registerYears,
} from '#shared/features/documents/register.ts';
import { codes } from '../codes.ts';
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
    const counted = { issuer, type: minutesType, date };
    const subject = conferenceTitle(titled, term.ordinal, requireName(organisation, date));
    return {
      kind: 'entry',
      of: 'minutes',
      ...{ id, number, ...counted, subject },
      counter: minutesCounter(issuer),
      code: codeOf(counted, number),
      signerName: chairName ?? '',
      recipients: [],
      copies: null,
      voidReason: null,
      isFromPaper: false,
      changes: [],
    };
  });
  const entries = [...documents, ...minutes];
  return {
    termOrdinal: term.ordinal,
    years: registerYears(entries),
    counters: registerCounters(entries),
    rows: registerRows(entries, wanted),
  };
}
