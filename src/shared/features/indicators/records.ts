import { quantity } from '../../fields.ts';
import { defineRecord, field } from '../../record.ts';
import { fold } from '../../text/fold.ts';
import { isQuantity, showQuantity } from '../../text/quantities.ts';
import { indicatorFields, indicatorRow } from './schema.ts';

export const indicatorRecord = defineRecord({
  table: 'indicator',
  fields: {
    bodyId: field.link({ column: 'body_id', to: 'body', gone: 'free' }),
    name: field.line({ column: 'name', label: 'journal.field.name', tellsWhich: true }),
    unit: field.line({ column: 'unit', label: 'journal.field.unit' }),
    direction: field.value({
      column: 'direction',
      label: 'journal.field.direction',
      words: 'journal.value.direction',
      schema: indicatorFields.shape.direction,
    }),
    listOrder: field.machine({ column: 'list_order', schema: indicatorRow.shape.listOrder }),
  },
  derived: { folded_name: { from: 'name', by: fold } },
  name: (row) => String(row.name),
  found: { kind: 'indicator', title: (row) => String(row.name) },
  counted: 'backup.count.indicator',
});

export const indicatorPlanRecord = defineRecord({
  table: 'indicator_plan',
  fields: {
    indicatorId: field.link({ column: 'indicator_id', to: 'indicator', gone: 'with' }),
    period: field.value({
      column: 'period',
      label: 'journal.field.period',
      schema: indicatorFields.shape.period,
    }),
    source: field.value({
      column: 'source',
      label: 'journal.field.source',
      words: 'journal.value.source',
      schema: indicatorFields.shape.planSource,
    }),
    quantity: field.value({
      column: 'quantity',
      label: 'journal.field.quantity',
      tell: (_, stored) => shownQuantity(stored),
      schema: indicatorFields.shape.plan,
    }),
  },
});

export const indicatorActualRecord = defineRecord({
  table: 'indicator_actual',
  fields: {
    indicatorId: field.link({ column: 'indicator_id', to: 'indicator', gone: 'with' }),
    period: field.value({
      column: 'period',
      label: 'journal.field.period',
      schema: indicatorFields.shape.period,
    }),
    quantity: field.value({
      column: 'quantity',
      label: 'journal.field.quantity',
      tell: (_, stored) => shownQuantity(stored),
      schema: quantity,
    }),
  },
});

function shownQuantity(stored: unknown): string {
  const text = String(stored);
  return isQuantity(text) ? showQuantity(text) : text;
}
