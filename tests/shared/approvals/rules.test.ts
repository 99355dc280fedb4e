import { describe, expect, test } from 'vitest';
import { canTake, usualDue } from '#shared/features/approvals/rules.ts';
import { stageAfter, stages, stepKinds } from '#shared/features/documents/stages.ts';

describe('the way of a draft', () => {
  test('has no step that leads nowhere and no stage without a way on', () => {
    for (const kind of stepKinds) expect(stages).toContain(stageAfter(kind));
    for (const stage of stages) expect(stepKinds.some((kind) => canTake(kind, stage))).toBe(true);
  });

  test('leads to an approval only through a submission', () => {
    expect(stages.filter((stage) => canTake('approve', stage))).toEqual(['inReview']);
    expect(stepKinds.filter((kind) => stageAfter(kind) === 'inReview')).toEqual(['submit', 'forward']);
  });
});

test.each([
  ['2026-09-07', '2026-09-17'],
  // A Saturday and a Sunday.
  ['2026-09-09', '2026-09-21'],
  ['2026-09-10', '2026-09-21'],
  ['2026-12-25', '2027-01-04'],
  ['2028-02-19', '2028-02-29'],
])('what is submitted on %s is due on %s', (day, due) => {
  expect(usualDue(day)).toBe(due);
});
