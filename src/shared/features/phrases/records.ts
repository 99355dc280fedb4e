import { z } from 'zod';
import { defineRecord, field } from '../../record.ts';
import { usualLists } from './contract.ts';

export const phraseRecord = defineRecord({
  table: 'phrase',
  fields: {
    abbreviation: field.line({ column: 'abbreviation', label: 'journal.field.abbreviation' }),
    text: field.line({ column: 'text', label: 'journal.field.text', tellsWhich: true }),
  },
  name: (row) => String(row.abbreviation),
});

export const usualLineRecord = defineRecord({
  table: 'usual_line',
  fields: {
    list: field.value({
      column: 'list',
      label: 'journal.field.usual_line.list',
      words: 'journal.value.list',
      schema: z.enum(usualLists),
    }),
    text: field.line({ column: 'text', label: 'journal.field.text', tellsWhich: true }),
    listOrder: field.machine({ column: 'list_order', schema: z.int() }),
  },
});
