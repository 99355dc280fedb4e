import { z } from 'zod';
import { defineRecord, field } from '../../record.ts';
import { sheet } from './sheets.ts';

export const opinionSheetRecord = defineRecord({
  table: 'opinion_sheet',
  fields: {
    documentId: field.link({ column: 'document_id', to: 'document', gone: 'with' }),
    listOrder: field.machine({ column: 'list_order', schema: z.int() }),
    name: field.line({ column: 'name', label: 'journal.field.name', tellsWhich: true }),
    title: field.line({ column: 'title', label: 'journal.field.title', tellsWhich: true }),
    dueOn: field.value({ column: 'due_on', label: 'journal.field.due_on', schema: sheet.shape.dueOn }),
    answer: field.value({
      column: 'answer',
      label: 'journal.field.answer',
      words: 'journal.value.answer',
      schema: sheet.shape.answer,
    }),
    remark: field.line({ column: 'remark', label: 'journal.field.remark' }),
    returnedOn: field.value({
      column: 'returned_on',
      label: 'journal.field.returned_on',
      schema: sheet.shape.returnedOn,
    }),
  },
});
