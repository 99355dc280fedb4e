import type { Stage, StepKind } from '../documents/stages.ts';

const from: Record<StepKind, readonly Stage[]> = {
  submit: ['draft', 'returned', 'refused'],
  forward: ['inReview'],
  withdraw: ['inReview'],
  return: ['inReview'],
  refuse: ['inReview'],
  approve: ['inReview'],
  lift: ['approved'],
};

export function canTake(kind: StepKind, stage: Stage): boolean {
  return from[kind].includes(stage);
}

const usualDays = 10;

/** Ten days from then, and when that is a Saturday or Sunday, the Monday after (domain 5.3). */
export function usualDue(day: string): string {
  const due = new Date(`${day}T00:00:00Z`);
  due.setUTCDate(due.getUTCDate() + usualDays);
  const toMonday = { 6: 2, 0: 1 }[due.getUTCDay()] ?? 0;
  due.setUTCDate(due.getUTCDate() + toMonday);
  return due.toISOString().slice(0, 10);
}
