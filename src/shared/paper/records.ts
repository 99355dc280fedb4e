import { defineRecord, field } from '../record.ts';

export const layoutProfileRecord = defineRecord({
  table: 'layout_profile',
  fields: {
    key: field.machine({ column: 'key' }),
    layout: field.json({ column: 'layout', label: 'journal.field.layout' }),
  },
});
