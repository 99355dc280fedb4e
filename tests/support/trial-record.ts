import { defineRecord, field, type RecordDefinition } from '#shared/record.ts';
import { records } from '#shared/records.ts';

/**
 * Two more records, as a new feature would say them, and nothing anywhere else. Whatever asks the records reads the list
 * when it is loaded, so this is imported before the program.
 */
const vow = defineRecord({
  table: 'vow',
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
  found: { kind: 'vow', title: (row) => String(row.words) },
  counted: 'backup.count.document',
});

const vowNote = defineRecord({
  table: 'vow_note',
  fields: {
    vowId: field.link({ column: 'vow_id', to: 'vow', gone: 'with' }),
    text: field.line({ column: 'text', label: 'journal.field.remark' }),
  },
});

(records as unknown as RecordDefinition[]).push(vow, vowNote);

/** What its migration would say. */
export const trialTables = `
  CREATE TABLE vow (
    id TEXT PRIMARY KEY,
    conference_id TEXT NOT NULL REFERENCES conference (id),
    words TEXT NOT NULL,
    due_on TEXT
  ) STRICT;
  CREATE TABLE vow_note (
    id TEXT PRIMARY KEY,
    vow_id TEXT NOT NULL REFERENCES vow (id),
    text TEXT NOT NULL
  ) STRICT;`;
