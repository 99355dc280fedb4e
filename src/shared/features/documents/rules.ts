import { fold } from '../../text/fold.ts';
import type { Issuer } from '../organisation/issuers.ts';
import type { BodyName } from '../organisation/schema.ts';
import { type DocumentType, typeOf } from './types.ts';

type Names = Pick<BodyName, 'committeeName' | 'standingName'>;

/** Who decides, in the words of the opening line; of the others the act stands alone. */
function deciderOf(issuer: Issuer, { committeeName, standingName }: Names): string {
  const deciders: Partial<Record<Issuer, string>> = {
    committee: committeeName,
    standing: standingName,
    congress: 'Đại hội',
    inspection: 'Ủy ban Kiểm tra',
    cell: 'Chi bộ',
  };
  return deciders[issuer] ?? '';
}

/** "BAN CHẤP HÀNH ĐẢNG BỘ XÃ QUYẾT NGHỊ:", "QUYẾT ĐỊNH:". Customary, not part of the guideline, so it can be emptied. */
export function defaultOpeningLine(issuer: Issuer, type: DocumentType, names: Names): string {
  const { act } = typeOf(type);
  return act ? `${deciderOf(issuer, names)} ${act}`.trim().toUpperCase() : '';
}

/** A subject to start from; the clerk writes the rest where "…" stands. */
export function defaultSubject(issuer: Issuer, type: DocumentType, date: string): string {
  const { subject, yearlySubject } = typeOf(type);
  const yearly = yearlySubject[issuer];
  return yearly ? `${yearly} ${Number(date.slice(0, 4)) + 1}` : subject;
}

/**
 * The years of an earlier subject, as they are in the new one: "nhiệm vụ năm 2022" of 2021 is "năm 2023" in 2022. Only
 * the year itself and the one after it; days, terms ("2020 - 2025") and numbers of documents stay.
 */
export function moveYears(subject: string, from: string, to: string): string {
  const year = Number(from.slice(0, 4));
  const step = Number(to.slice(0, 4)) - year;
  return subject.replace(/(?<![\p{L}\d/–-]|[–-] )\d{4}(?![\p{L}\d/–-]| [–-])/gu, (found) =>
    Number(found) === year || Number(found) === year + 1 ? String(Number(found) + step) : found,
  );
}

/** Whether a basis is the conference that adopted the document: a new document rests on another one. */
export function isConferenceBasis(basis: string): boolean {
  return /^can cu ket qua (?:hoi nghi|dai hoi)/u.test(fold(basis));
}

/** Papers that are handed to somebody and minutes have none (domain 1.2, 1.6). */
export function needsRecipients(type: DocumentType): boolean {
  return typeOf(type).needsRecipients;
}

/** Whether a line says where the document itself is kept: it stays the last of the recipients. */
export function isArchiveLine(line: string): boolean {
  return /^luu(?:[: ]|$)/u.test(fold(line.replace(/^[-–+]\s+/u, '')));
}

/** Types whose paper begins with "Kính gửi" or "Kính trình". */
export function isAddressed(type: DocumentType): boolean {
  return typeOf(type).addressed !== 'nobody';
}

/**
 * Puts a usual line among those that are there, in the order of the usual ones: before the first that comes later there.
 * One that is no usual line leaves the archive line last.
 */
export function insertLine(lines: readonly string[], added: string, usual: readonly string[]): string[] {
  if (lines.includes(added)) return [...lines];
  const later = usual.slice(usual.indexOf(added) + 1);
  const before = lines.findIndex(
    (line) => later.includes(line) || (isArchiveLine(line) && !isArchiveLine(added)),
  );
  const at = before < 0 ? lines.length : before;
  return [...lines.slice(0, at), added, ...lines.slice(at)];
}
