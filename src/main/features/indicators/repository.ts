import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import {
  indicatorActualRecord,
  indicatorPlanRecord,
  indicatorRecord,
} from '#shared/features/indicators/records.ts';
import { classify } from '#shared/features/indicators/rules.ts';
import type { IndicatorFields, IndicatorRow } from '#shared/features/indicators/schema.ts';
import { calledIn, readFields } from '#shared/record.ts';
import { fold } from '#shared/text/fold.ts';
import { percentOf } from '#shared/text/quantities.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

type Indicator = { id: string; name: string; unit: string; direction: string; list_order: number };

/** Every indicator with its figures of the period; without a period, a row for each period that has figures. */
export async function listIndicators(db: Db, wanted: string | undefined): Promise<IndicatorRow[]> {
  if (wanted) return indicatorRows(db, [wanted]);
  const rows = await indicatorRows(db, await listPeriods(db));
  return rows.filter(({ plan, actual }) => plan !== null || actual !== null);
}

/** Every indicator in each of the periods, also those that have no figures yet. */
export async function indicatorRows(db: Db, periods: readonly string[]): Promise<IndicatorRow[]> {
  if (periods.length === 0) return [];
  const indicators = await db
    .selectFrom('indicator')
    .select(['id', 'name', 'unit', 'direction', 'list_order'])
    .orderBy('list_order')
    .orderBy('id')
    .execute();
  const plans = await db
    .selectFrom('indicator_plan')
    .select(['indicator_id', 'period', 'source', 'quantity'])
    .where('period', 'in', periods)
    .execute();
  const actuals = await db
    .selectFrom('indicator_actual')
    .select(['indicator_id', 'period', 'quantity'])
    .where('period', 'in', periods)
    .execute();
  const key = (id: string, period: string) => `${id} ${period}`;
  const planOf = new Map(plans.map((plan) => [key(plan.indicator_id, plan.period), plan]));
  const actualOf = new Map(actuals.map((actual) => [key(actual.indicator_id, actual.period), actual]));
  const row = (indicator: Indicator, period: string): IndicatorRow => {
    const at = key(indicator.id, period);
    return toRow(indicator, period, planOf.get(at), actualOf.get(at));
  };
  return periods.flatMap((period) => indicators.map((indicator) => row(indicator, period)));
}

/** Newest first. */
export async function listPeriods(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('indicator_plan')
    .select('period')
    .union(db.selectFrom('indicator_actual').select('period'))
    .execute();
  const periods = rows.map((row) => readFields(indicatorPlanRecord, ['period'], row).period);
  return periods.sort((a, b) => b.localeCompare(a));
}

export async function saveIndicator(
  db: Trx,
  bodyId: string,
  id: string,
  fields: IndicatorFields,
  newId: () => string,
): Promise<void> {
  const row = {
    name: fields.name,
    folded_name: fold(fields.name),
    unit: fields.unit,
    direction: fields.direction,
  };
  const known = await db.updateTable('indicator').set(row).where('id', '=', id).executeTakeFirst();
  if (known.numUpdatedRows === 0n) {
    const last = await db
      .selectFrom('indicator')
      .select((select) => select.fn.max('list_order').as('order'))
      .executeTakeFirst();
    await db
      .insertInto('indicator')
      .values({ id, body_id: bodyId, list_order: Number(last?.order ?? 0) + 1, ...row })
      .execute();
  }
  await savePlan(db, id, fields, newId);
  await saveActual(db, id, fields, newId);
}

async function savePlan(db: Trx, id: string, fields: IndicatorFields, newId: () => string): Promise<void> {
  const plan = { source: fields.planSource, quantity: fields.plan };
  await db
    .insertInto('indicator_plan')
    .values({ id: newId(), indicator_id: id, period: fields.period, ...plan })
    .onConflict((conflict) => conflict.columns(['indicator_id', 'period']).doUpdateSet(plan))
    .execute();
}

async function saveActual(db: Trx, id: string, fields: IndicatorFields, newId: () => string): Promise<void> {
  if (fields.actual === null) {
    await db
      .deleteFrom('indicator_actual')
      .where('indicator_id', '=', id)
      .where('period', '=', fields.period)
      .execute();
    return;
  }
  await db
    .insertInto('indicator_actual')
    .values({ id: newId(), indicator_id: id, period: fields.period, quantity: fields.actual })
    .onConflict((conflict) =>
      conflict.columns(['indicator_id', 'period']).doUpdateSet({ quantity: fields.actual ?? '' }),
    )
    .execute();
}

export async function indicatorExists(db: Db, id: string): Promise<boolean> {
  return (
    (await db.selectFrom('indicator').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
  );
}

function toRow(
  indicator: Indicator,
  period: string,
  plan: { source: string; quantity: string | null } | undefined,
  actual: { quantity: string } | undefined,
): IndicatorRow {
  const fields = readFields(indicatorRecord, ['name', 'unit', 'direction', 'listOrder'], indicator);
  const name = () => calledIn(indicatorRecord, indicator);
  const planned = plan && readFields(indicatorPlanRecord, ['source', 'quantity'], plan, name);
  const done = actual && readFields(indicatorActualRecord, ['quantity'], actual, name);
  const quantities = { plan: planned?.quantity ?? null, actual: done?.quantity ?? null };
  return {
    id: indicator.id,
    ...fields,
    period,
    planSource: planned?.source ?? 'assigned',
    ...quantities,
    percent: percentOf(quantities.actual, quantities.plan),
    result: classify(fields.direction, quantities.plan, quantities.actual),
  };
}
