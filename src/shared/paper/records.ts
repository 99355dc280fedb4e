import { z } from 'zod';
import { defineRecord, field } from '../record.ts';
import { storedLayout } from './frozen.ts';

export const layoutProfileRecord = defineRecord({
  table: 'layout_profile',
  fields: {
    key: field.machine({ column: 'key', schema: z.string() }),
    layout: field.json({ column: 'layout', label: 'journal.field.layout', stored: storedLayout }),
  },
  citedAs: ({ key }) => `Thể thức ${key}`,
});
