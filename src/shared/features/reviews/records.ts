import { z } from 'zod';
import { defineRecord, field } from '../../record.ts';
import { opinion, opinionFields, pin, settlement } from './schema.ts';

const place = z.int().nullable();

export const opinionRecord = defineRecord({
  table: 'opinion',
  fields: {
    documentId: field.link({ column: 'document_id', to: 'document', gone: 'with' }),
    version: field.machine({ column: 'version', schema: opinion.shape.version }),
    field: field.machine({ column: 'field', schema: pin.shape.field }),
    block: field.machine({ column: 'block', schema: place }),
    part: field.machine({ column: 'part', schema: place }),
    fromLetter: field.machine({ column: 'from_letter', schema: place }),
    toLetter: field.machine({ column: 'to_letter', schema: place }),
    quote: field.line({ column: 'quote', label: 'journal.field.quote' }),
    kind: field.value({
      column: 'kind',
      label: 'journal.field.kind',
      words: 'journal.value.kind',
      schema: opinionFields.shape.kind,
    }),
    text: field.line({ column: 'text', label: 'journal.field.text', tellsWhich: true }),
    proposed: field.line({
      column: 'proposed',
      label: 'journal.field.proposed',
      schema: opinionFields.shape.proposed,
    }),
    actor: field.machine({ column: 'actor', schema: z.string() }),
    actorName: field.line({ column: 'actor_name', label: 'journal.field.actor_name' }),
    givenAt: field.machine({ column: 'given_at', schema: z.string() }),
    outcome: field.value({
      column: 'outcome',
      label: 'journal.field.outcome',
      words: 'journal.value.outcome',
      schema: settlement.shape.outcome.nullable(),
    }),
    outcomeReason: field.line({ column: 'outcome_reason', label: 'journal.field.outcome_reason' }),
    settledVersion: field.machine({ column: 'settled_version', schema: z.string().nullable() }),
    settledBy: field.machine({ column: 'settled_by', schema: z.string().nullable() }),
    settledByName: field.line({
      column: 'settled_by_name',
      label: 'journal.field.settled_by_name',
      schema: z.string().nullable(),
    }),
    settledAt: field.machine({ column: 'settled_at', schema: z.string().nullable() }),
  },
  formerly: [
    {
      // Versions were numbers of the store that they were made in.
      until: 11,
      read: ({ seq, settled_seq, ...row }, { changeSetId }) => ({
        ...row,
        version: changeSetId(Number(seq)) ?? '',
        settled_version: settled_seq == null ? null : (changeSetId(Number(settled_seq)) ?? ''),
      }),
    },
  ],
});

export const opinionReplyRecord = defineRecord({
  table: 'opinion_reply',
  fields: {
    opinionId: field.link({ column: 'opinion_id', to: 'opinion', gone: 'free' }),
    documentId: field.link({ column: 'document_id', to: 'document', gone: 'with' }),
    text: field.line({ column: 'text', label: 'journal.field.text', tellsWhich: true }),
    actor: field.machine({ column: 'actor', schema: z.string() }),
    actorName: field.line({ column: 'actor_name', label: 'journal.field.actor_name' }),
    givenAt: field.machine({ column: 'given_at', schema: z.string() }),
  },
});
