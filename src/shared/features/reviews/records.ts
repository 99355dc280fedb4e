import { defineRecord, field } from '../../record.ts';

export const opinionRecord = defineRecord({
  table: 'opinion',
  fields: {
    documentId: field.link({ column: 'document_id', to: 'document', gone: 'with' }),
    version: field.machine({ column: 'version' }),
    field: field.machine({ column: 'field' }),
    block: field.machine({ column: 'block' }),
    part: field.machine({ column: 'part' }),
    fromLetter: field.machine({ column: 'from_letter' }),
    toLetter: field.machine({ column: 'to_letter' }),
    quote: field.line({ column: 'quote', label: 'journal.field.quote' }),
    kind: field.value({ column: 'kind', label: 'journal.field.kind', words: 'journal.value.kind' }),
    text: field.line({ column: 'text', label: 'journal.field.text', tellsWhich: true }),
    proposed: field.line({ column: 'proposed', label: 'journal.field.proposed' }),
    actor: field.machine({ column: 'actor' }),
    actorName: field.line({ column: 'actor_name', label: 'journal.field.actor_name' }),
    givenAt: field.machine({ column: 'given_at' }),
    outcome: field.value({
      column: 'outcome',
      label: 'journal.field.outcome',
      words: 'journal.value.outcome',
    }),
    outcomeReason: field.line({ column: 'outcome_reason', label: 'journal.field.outcome_reason' }),
    settledVersion: field.machine({ column: 'settled_version' }),
    settledBy: field.machine({ column: 'settled_by' }),
    settledByName: field.line({ column: 'settled_by_name', label: 'journal.field.settled_by_name' }),
    settledAt: field.machine({ column: 'settled_at' }),
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
    actor: field.machine({ column: 'actor' }),
    actorName: field.line({ column: 'actor_name', label: 'journal.field.actor_name' }),
    givenAt: field.machine({ column: 'given_at' }),
  },
});
