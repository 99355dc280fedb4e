import { z } from 'zod';
import { defineRecord, field } from '../../record.ts';
import { userFields } from './schema.ts';

export const userRecord = defineRecord({
  table: 'user',
  fields: {
    name: field.line({ column: 'name', label: 'journal.field.name', tellsWhich: true }),
    title: field.line({ column: 'title', label: 'journal.field.title', tellsWhich: true }),
    roles: field.list({ column: 'roles', label: 'journal.field.roles', schema: userFields.shape.roles }),
    isActive: field.flag({ column: 'is_active', label: 'journal.field.is_active' }),
    pinSetAt: field.machine({ column: 'pin_set_at', schema: z.string() }),
  },
  name: (row) => String(row.name),
});
