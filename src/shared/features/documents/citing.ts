import { twoDigits } from '../../text/quantities.ts';
import { regimeOf } from '../organisation/issuers.ts';
import type { DocumentRecord } from './schema.ts';
import { typeName } from './types.ts';

/** As it is cited: "Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026"; the state has no comma (domain 2.3). */
export function citingName(
  document: Pick<DocumentRecord, 'type' | 'issuer' | 'number' | 'code' | 'date' | 'subject'>,
): string {
  const { type, issuer, number, code, date, subject } = document;
  if (number === null || date === null) return `${typeName(type)} ${shortened(subject)}`.trimEnd();
  const comma = regimeOf(issuer) === 'party' ? ',' : '';
  return `${typeName(type)} số ${code}${comma} ngày ${citedDate(date)}`;
}

/** A label has 300 letters; a subject may have a thousand. */
function shortened(subject: string): string {
  return subject.length > 200 ? `${subject.slice(0, 199).trimEnd()}…` : subject;
}

/** "05/9/2026": days below ten and the months 1 and 2 carry a zero, as in the date line. */
function citedDate(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return `${twoDigits(day)}/${month <= 2 ? twoDigits(month) : month}/${year}`;
}
