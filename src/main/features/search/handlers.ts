import type { FeatureHandlers } from '#main/api/context.ts';
import { readQuery } from '#shared/features/search/query.ts';
import { findPassages } from './find.ts';
import { withIndex } from './index-of.ts';
import { knownMeanings } from './meanings.ts';

export const searchHandlers: FeatureHandlers<'search'> = {
  find: async (ctx, { text, ...wanted }) => {
    const sought = readQuery(text, await knownMeanings(ctx.db));
    if (sought.length === 0) return { total: 0, hits: [] };
    return withIndex(ctx, (index) => findPassages(index, sought, text, wanted));
  },
};
