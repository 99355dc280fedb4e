import type { z } from 'zod';
import type { SavedForm } from '#renderer/lib/use-saved-form.ts';
import { isWithinPowers } from '#shared/features/documents/issuers.ts';
import {
  type DocumentFields,
  type DocumentRecord,
  documentFields,
} from '#shared/features/documents/schema.ts';

export type SavedDocument = SavedForm<DocumentFields>;

/** A form always holds every field; what may be left out is for older callers. */
export const documentForm = documentFields as unknown as z.ZodType<DocumentFields, DocumentFields>;

export const fieldNames = Object.keys(documentFields.shape) as (keyof DocumentFields)[];

export function fieldsOf(document: DocumentRecord): DocumentFields {
  return Object.fromEntries(fieldNames.map((name) => [name, document[name]])) as DocumentFields;
}

export type IssueHint = 'beyondPowers' | 'noSigner' | 'noRecipients' | 'subjectUnfinished' | 'noDate';

/** What an office looks at before it gives a number; hints, they never block. */
export function issueHints(fields: DocumentFields): IssueHint[] {
  const hints: IssueHint[] = [];
  if (!isWithinPowers(fields.issuer, fields.type)) hints.push('beyondPowers');
  if (/(?:…|\.{3})\s*$/u.test(fields.subject)) hints.push('subjectUnfinished');
  if (fields.signerName === '') hints.push('noSigner');
  if (fields.recipients.length === 0) hints.push('noRecipients');
  if (fields.date === null) hints.push('noDate');
  return hints;
}
