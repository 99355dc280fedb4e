import { Temporal } from 'temporal-polyfill';
import type { TaskContext } from '#main/api/context.ts';
import { newestSeal } from '#main/db/journal/newest-changes.ts';
import { openPast } from '#main/db/journal/past-store.ts';
import type { Store } from '#main/db/open.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import { showDay } from '#shared/text/instants.ts';

/**
 * Shows the store as it was when that day ended on the office's calendar.
 * @throws AppError RULE pastNotYet, pastBeforeFirst; STORE_DAMAGED; CANCELLED
 */
export async function viewPast(ctx: TaskContext, day: string): Promise<void> {
  const { session } = ctx.services;
  if (day >= ctx.today()) throw ruleError('pastNotYet');
  const present = session.present();
  const seq = newestOf(present, day);
  const past = await openPast(present, seq, {
    copy: (done, total) => ctx.progress('copy', done, total),
    rollBack: (done, total) => ctx.progress('rollBack', done, total),
  });
  if (session.present() !== present) {
    // A backup came into its place meanwhile.
    await past.close();
    throw new AppError('CANCELLED');
  }
  await session.view(past, day);
}

/**
 * The last change before the first one that is later than the day: a clock that once stood years back (an empty
 * battery) puts a later change nowhere else.
 */
function newestOf({ raw }: Store, day: string): number {
  const newest = newestSeal(raw);
  if (newest === null) throw ruleError('notSetUp');
  const later = raw.prepare<[string], { seq: number; at: string }>(
    `SELECT seq, (SELECT at FROM change_set WHERE seq = 1) AS at FROM change_set WHERE at >= ? ORDER BY seq LIMIT 1`,
  );
  const first = later.get(endOf(day));
  if (!first) return newest.seq;
  if (first.seq === 1) throw ruleError('pastBeforeFirst', { day: showDay(first.at) });
  return first.seq - 1;
}

/** The instant in which the next day begins. */
function endOf(day: string): string {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(Temporal.Now.timeZoneId());
  return new Date(next.epochMilliseconds).toISOString();
}
