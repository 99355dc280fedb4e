import { z } from 'zod';
import { command, query } from '../../define.ts';
import { byId, id, nothing } from '../../fields.ts';
import { indicatorFields, indicatorRow, period } from './schema.ts';

export const indicatorsContract = {
  /** All indicators with their figures of the period (empty figures where there are none); every period when left out. */
  list: query(z.strictObject({ period: period.optional() }), z.array(indicatorRow)),
  periods: query(nothing, z.array(period)),
  create: command(indicatorFields, z.strictObject({ id })),
  /** Name, unit and direction belong to the indicator, plan and actual to its period. */
  save: command(indicatorFields.extend({ id }), nothing, {
    saves: [
      { table: 'indicator', row: 'id' },
      { table: 'indicator_plan', under: 'id' },
      { table: 'indicator_actual', under: 'id' },
    ],
  }),
  remove: command(byId, nothing),
};
