import type { Database as Sqlite } from 'better-sqlite3';
import type { Source } from './passages.ts';

/** Which record a row belongs to, from its image: the row itself may be gone. Other tables say nothing that is looked for. */
const sourceOfRow = `
  CASE table_name
    WHEN 'document' THEN 'document ' || row_id
    WHEN 'conference' THEN 'conference ' || row_id
    WHEN 'member' THEN 'person ' || row_id
    WHEN 'indicator' THEN 'indicator ' || row_id
    WHEN 'attachment' THEN 'attachment ' || row_id
    WHEN 'position' THEN 'person ' || json_extract(coalesce(after, before), '$.member_id')
    WHEN 'election_candidate' THEN 'conference ' ||
      (SELECT conference_id FROM election WHERE id = json_extract(coalesce(after, before), '$.election_id'))
    ELSE 'conference ' || json_extract(coalesce(after, before), '$.conference_id')
  END`;

const tables = [
  'document',
  'conference',
  'member',
  'indicator',
  'attachment',
  'position',
  'agenda_item',
  'attendance',
  'vote',
  'election',
  'election_candidate',
];

/** The records that change sets later than `seq` have touched; what the conferences are called follows names and terms. */
export function changedSources(raw: Sqlite, seq: number): Source[] {
  const touched = raw
    .prepare(
      `SELECT DISTINCT ${sourceOfRow} FROM change_row
       WHERE change_seq > ? AND table_name IN (${tables.map(() => '?').join(', ')})`,
    )
    .pluck()
    .all(seq, ...tables) as (string | null)[];
  const isRenamed =
    raw
      .prepare(
        `SELECT 1 FROM change_row WHERE change_seq > ? AND table_name IN ('body_name', 'term') LIMIT 1`,
      )
      .get(seq) !== undefined;
  const renamed = isRenamed
    ? (raw.prepare(`SELECT 'conference ' || id FROM conference`).pluck().all() as string[])
    : [];
  const all = new Set([...touched, ...renamed].filter((source) => source !== null));
  return [...all].map((source) => {
    const [kind, id] = source.split(' ') as [Source['kind'], string];
    return { kind, id };
  });
}
