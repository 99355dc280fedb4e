/** Steps of a draft on its way to its number. Returned means mend it; refused means it shall not come. */
export const stepKinds = ['submit', 'forward', 'withdraw', 'return', 'refuse', 'approve', 'lift'] as const;
export type StepKind = (typeof stepKinds)[number];

/** Where a draft stands by its newest step. */
export const stages = ['draft', 'inReview', 'returned', 'refused', 'approved'] as const;
export type Stage = (typeof stages)[number];

const leadsTo: Record<StepKind, Stage> = {
  submit: 'inReview',
  forward: 'inReview',
  withdraw: 'draft',
  return: 'returned',
  refuse: 'refused',
  approve: 'approved',
  lift: 'draft',
};

/** Where a draft stands after that step; null: it has taken none. */
export function stageAfter(newest: StepKind | null): Stage {
  return newest === null ? 'draft' : leadsTo[newest];
}
