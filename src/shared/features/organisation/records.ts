import { z } from 'zod';
import { defineRecord, field } from '../../record.ts';
import { fold } from '../../text/fold.ts';
import { bodyNameFields, member, position, term } from './schema.ts';

export const bodyRecord = defineRecord({
  table: 'body',
  fields: {
    createdAt: field.machine({ column: 'created_at', schema: z.string() }),
  },
});

export const bodyNameRecord = defineRecord({
  table: 'body_name',
  fields: {
    bodyId: field.link({ column: 'body_id', to: 'body', gone: 'with' }),
    validFrom: field.value({
      column: 'valid_from',
      label: 'journal.field.valid_from',
      schema: bodyNameFields.shape.validFrom,
    }),
    validTo: field.value({
      column: 'valid_to',
      label: 'journal.field.valid_to',
      schema: bodyNameFields.shape.validTo,
    }),
    name: field.line({ column: 'name', label: 'journal.field.name', tellsWhich: true }),
    parentLine: field.line({ column: 'parent_line', label: 'journal.field.parent_line' }),
    issuingLine: field.line({ column: 'issuing_line', label: 'journal.field.issuing_line' }),
    placeName: field.line({ column: 'place_name', label: 'journal.field.place_name' }),
    symbol: field.line({ column: 'symbol', label: 'journal.field.symbol' }),
    committeeName: field.line({ column: 'committee_name', label: 'journal.field.committee_name' }),
    standingName: field.line({ column: 'standing_name', label: 'journal.field.standing_name' }),
    superiorLevel: field.line({ column: 'superior_level', label: 'journal.field.superior_level' }),
    issuers: field.json({
      column: 'issuers',
      label: 'journal.field.body_name.issuers',
      schema: bodyNameFields.shape.issuers,
    }),
  },
});

export const termRecord = defineRecord({
  table: 'term',
  fields: {
    bodyId: field.link({ column: 'body_id', to: 'body', gone: 'with' }),
    ordinal: field.value({ column: 'ordinal', label: 'journal.field.ordinal', schema: term.shape.ordinal }),
    startsOn: field.value({
      column: 'starts_on',
      label: 'journal.field.starts_on',
      schema: term.shape.startsOn,
    }),
    endsOn: field.value({ column: 'ends_on', label: 'journal.field.ends_on', schema: term.shape.endsOn }),
  },
});

export const memberRecord = defineRecord({
  table: 'member',
  fields: {
    termId: field.link({ column: 'term_id', to: 'term', gone: 'refuse', reason: 'termHasMembers' }),
    fullName: field.line({ column: 'full_name', label: 'journal.field.full_name', tellsWhich: true }),
    validFrom: field.value({
      column: 'valid_from',
      label: 'journal.field.valid_from',
      schema: member.shape.validFrom,
    }),
    validTo: field.value({
      column: 'valid_to',
      label: 'journal.field.valid_to',
      schema: member.shape.validTo,
    }),
    listOrder: field.machine({ column: 'list_order', schema: member.shape.listOrder }),
  },
  derived: { folded_name: { from: 'fullName', by: fold } },
  name: (row) => String(row.full_name),
  found: { kind: 'person', title: (row) => String(row.full_name) },
  termDays: { columns: ['valid_from', 'valid_to'], reason: 'termHoldsMembers' },
  counted: 'backup.count.member',
});

export const positionRecord = defineRecord({
  table: 'position',
  fields: {
    memberId: field.link({ column: 'member_id', to: 'member', gone: 'with' }),
    role: field.value({
      column: 'role',
      label: 'journal.field.role',
      words: 'journal.value.role',
      schema: position.shape.role,
    }),
    title: field.line({ column: 'title', label: 'journal.field.title', tellsWhich: true }),
    validFrom: field.value({
      column: 'valid_from',
      label: 'journal.field.valid_from',
      schema: position.shape.validFrom,
    }),
    validTo: field.value({
      column: 'valid_to',
      label: 'journal.field.valid_to',
      schema: position.shape.validTo,
    }),
    listOrder: field.machine({ column: 'list_order', schema: z.int() }),
  },
  termDays: { columns: ['valid_from', 'valid_to'], reason: 'termHoldsMembers' },
});
