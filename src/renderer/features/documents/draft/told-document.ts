import type { Told } from '#renderer/lib/forms/differences.ts';
import { documentRecord } from '#shared/features/documents/records.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import { referredNames } from '../queries.ts';

export const toldDocument: Told<DocumentFields> = { fields: documentRecord.fields, names: referredNames };
