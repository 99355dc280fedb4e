import type { SavedForm } from '#renderer/lib/forms/saved-form.ts';
import { pick } from '#renderer/lib/plain.ts';
import {
  type DocumentFields,
  type DocumentRecord,
  documentFields,
} from '#shared/features/documents/schema.ts';

export type SavedDocument = SavedForm<DocumentFields>;

/** A form always holds every field; what may be left out is for older callers. */
export const documentForm = documentFields.required();

export const fieldNames = documentFields.keyof().options;

export function fieldsOf(document: DocumentRecord): DocumentFields {
  return pick(document, fieldNames);
}
