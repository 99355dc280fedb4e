import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import type { Registered } from '#shared/features/documents/checks/rule.ts';
import { type CheckRule, type CheckSetting, checkRule } from '#shared/features/documents/checks/schema.ts';

type Db = Kysely<Database>;

/** The checks that the office does without. One that this version does not know is left alone. */
export async function listCheckSettings(db: Db): Promise<CheckSetting[]> {
  const rows = await db.selectFrom('check_setting').select(['rule', 'reason']).orderBy('id').execute();
  return rows.flatMap(({ rule, reason }) => {
    const known = checkRule.safeParse(rule);
    return known.success ? [{ rule: known.data, reason }] : [];
  });
}

export async function upsertCheckSetting(
  db: Transaction<Database>,
  { id, rule, reason }: CheckSetting & { id: string },
): Promise<void> {
  await db
    .insertInto('check_setting')
    .values({ id, rule, reason })
    .onConflict((conflict) => conflict.column('rule').doUpdateSet({ reason }))
    .execute();
}

export async function deleteCheckSetting(db: Transaction<Database>, rule: CheckRule): Promise<void> {
  await db.deleteFrom('check_setting').where('rule', '=', rule).execute();
}

/** Those of the codes that stand in the register, voided ones too: they were given. */
export async function findRegistered(db: Db, codes: readonly string[]): Promise<Registered[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .selectFrom('document')
    .select(['code', 'date'])
    .where('code', 'in', codes)
    .$narrowType<{ code: string; date: string }>()
    .execute();
  return rows;
}

/** The day of the oldest document in the register. */
export async function registerSince(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('document')
    .select((one) => one.fn.min('date').as('since'))
    .where('term_id', 'is not', null)
    .executeTakeFirst();
  return row?.since ?? null;
}
