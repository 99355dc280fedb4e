import { defineRecord, field } from '../../record.ts';

export const opinionSheetRecord = defineRecord({
  table: 'opinion_sheet',
  fields: {
    documentId: field.link({ column: 'document_id', to: 'document', gone: 'with' }),
    listOrder: field.machine({ column: 'list_order' }),
    name: field.line({ column: 'name', label: 'journal.field.name', tellsWhich: true }),
    title: field.line({ column: 'title', label: 'journal.field.title', tellsWhich: true }),
    dueOn: field.value({ column: 'due_on', label: 'journal.field.due_on' }),
    answer: field.value({ column: 'answer', label: 'journal.field.answer', words: 'journal.value.answer' }),
    remark: field.line({ column: 'remark', label: 'journal.field.remark' }),
    returnedOn: field.value({ column: 'returned_on', label: 'journal.field.returned_on' }),
  },
});
