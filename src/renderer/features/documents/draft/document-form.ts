import type { z } from 'zod';
import type { SavedForm } from '#renderer/lib/forms/saved-form.ts';
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
