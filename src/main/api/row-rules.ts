import { reviewRowRules } from '#main/features/reviews/index.ts';
import type { RowRules } from './context.ts';

/** Commands that ask whose the rows are. All others may be done, and taken back, by whoever has the role. */
export const rowRules: RowRules = { ...reviewRowRules };
