import type { FeatureHandlers } from '#main/api/context.ts';
import { requireBody } from '#main/features/organisation/index.ts';
import { removeRecord } from '#main/records/removal.ts';
import { AppError } from '#shared/errors.ts';
import { indicatorExists, listIndicators, listPeriods, saveIndicator } from './repository.ts';

export const indicatorsHandlers: FeatureHandlers<'indicators'> = {
  list: ({ db }, { period }) => listIndicators(db, period),

  periods: ({ db }) => listPeriods(db),

  create: async ({ db, newId }, fields) => {
    const { bodyId } = await requireBody(db);
    const id = newId();
    await saveIndicator(db, bodyId, id, fields, newId);
    return { id };
  },

  save: async ({ db, newId }, { id, ...fields }) => {
    const { bodyId } = await requireBody(db);
    if (!(await indicatorExists(db, id))) throw new AppError('NOT_FOUND');
    await saveIndicator(db, bodyId, id, fields, newId);
    return {};
  },

  remove: async ({ db }, { id }) => {
    await removeRecord(db, 'indicator', id);
    return {};
  },
};
