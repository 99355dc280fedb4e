import type { Kysely } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import type { ConferenceKind, OpenMatter } from '#shared/features/conferences/schema.ts';

/**
 * Items that conferences of that kind before that day have left open and no later item goes on with, oldest matter
 * first. A matter may have been left open several times: each time an item went on with the one before.
 */
export async function listOpenMatters(
  db: Kysely<Database>,
  kind: ConferenceKind,
  before: string,
): Promise<OpenMatter[]> {
  const rows = await db
    .selectFrom('agenda_item as i')
    .innerJoin('conference as c', 'c.id', 'i.conference_id')
    .select([
      'i.id',
      'i.title',
      'i.presenter',
      'i.carry_reason',
      'i.is_carried_over',
      'i.carried_from_id',
      'c.starts_at',
    ])
    .where((where) =>
      where.or([where('i.is_carried_over', '=', 1), where('i.carried_from_id', 'is not', null)]),
    )
    .where('c.kind', '=', kind)
    .orderBy('c.starts_at')
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const taken = new Set(rows.map((row) => row.carried_from_id));
  const matters = rows
    .filter((row) => row.is_carried_over === 1 && !taken.has(row.id) && row.starts_at.slice(0, 10) < before)
    .map((row): OpenMatter => {
      let first = row;
      let times = 1;
      for (let from = row.carried_from_id; from !== null && times < 100; from = first.carried_from_id) {
        const earlier = byId.get(from);
        if (!earlier) break;
        first = earlier;
        times += 1;
      }
      return {
        itemId: row.id,
        title: row.title,
        presenter: row.presenter,
        reason: row.carry_reason,
        since: first.starts_at,
        times,
      };
    });
  return matters.sort((a, b) => a.since.localeCompare(b.since));
}
