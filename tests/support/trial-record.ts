import { defineRecord, field, type RecordDefinition } from '#shared/record.ts';
import { records } from '#shared/records.ts';

/**
 * Two more records, as a new feature would say them, and nothing anywhere else. Whatever asks the records reads the list
 * when it is loaded, so this is imported before the program.
 */
const pledge = defineRecord({
  table: 'pledge',
  fields: {
    conferenceId: field.link({
      column: 'conference_id',
      to: 'conference',
      gone: 'refuse',
      reason: 'memberSat',
    }),
    words: field.line({ column: 'words', label: 'journal.field.text', tellsWhich: true }),
    dueOn: field.value({ column: 'due_on', label: 'journal.field.due_on' }),
  },
  name: (row) => `Cam kết ${row.words}`,
  found: { kind: 'pledge', title: (row) => String(row.words) },
  counted: 'backup.count.document',
});

const pledgeNote = defineRecord({
  table: 'pledge_note',
  fields: {
    pledgeId: field.link({ column: 'pledge_id', to: 'pledge', gone: 'with' }),
    text: field.line({ column: 'text', label: 'journal.field.remark' }),
  },
});

(records as unknown as RecordDefinition[]).push(pledge, pledgeNote);

/** What its migration would say. */
export const trialTables = `
  CREATE TABLE pledge (
    id TEXT PRIMARY KEY,
    conference_id TEXT NOT NULL REFERENCES conference (id),
    words TEXT NOT NULL,
    due_on TEXT
  ) STRICT;
  CREATE TABLE pledge_note (
    id TEXT PRIMARY KEY,
    pledge_id TEXT NOT NULL REFERENCES pledge (id),
    text TEXT NOT NULL
  ) STRICT;`;
