import type { DocumentSummary } from '#shared/features/documents/schema.ts';
import { typeName } from '#shared/features/documents/types.ts';
import { showDate } from '#shared/text/dates.ts';

/** A document in a list to choose from: "12-NQ/ĐU · 24/12/2021 · về phương hướng, nhiệm vụ năm 2022". */
export function documentChoice({ id, type, number, code, date, subject }: DocumentSummary): {
  value: string;
  label: string;
} {
  const head = number === null ? typeName(type) : code;
  return { value: id, label: [head, date && showDate(date), subject].filter(Boolean).join(' · ') };
}
