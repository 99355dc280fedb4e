import { z } from 'zod';
import { id, quantity, requiredLine } from '../../fields.ts';

/** Whether more or less is better; "equal" for quotas such as the call-up. */
export const directions = ['up', 'down', 'equal'] as const;
export type Direction = (typeof directions)[number];

/** Who set the plan: the superior, a resolution, the office's own year plan. */
export const planSources = ['assigned', 'resolution', 'own'] as const;
export type PlanSource = (typeof planSources)[number];

export const resultClasses = ['exceeded', 'met', 'nearly_met', 'not_met'] as const;
export type ResultClass = (typeof resultClasses)[number];

/** "2021" now; quarters and halves come with their own form. */
export const period = z.string().regex(/^(19|20)\d{2}$/u, 'validation.year');

export const indicatorFields = z.strictObject({
  name: requiredLine(300),
  unit: requiredLine(60),
  direction: z.enum(directions),
  period,
  planSource: z.enum(planSources),
  plan: quantity.nullable(),
  actual: quantity.nullable(),
});
export type IndicatorFields = z.infer<typeof indicatorFields>;

/** An indicator in one period; `percent` is computed, never typed. */
export const indicatorRow = indicatorFields.extend({
  id,
  listOrder: z.int(),
  percent: quantity.nullable(),
  result: z.enum(resultClasses).nullable(),
});
export type IndicatorRow = z.infer<typeof indicatorRow>;
