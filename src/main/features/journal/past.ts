import { Temporal } from 'temporal-polyfill';
import type { TaskContext } from '#main/api/context.ts';
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
  const first = raw.prepare('SELECT min(seq) FROM change_set WHERE at >= ?').pluck().get(endOf(day));
  const newest = raw.prepare('SELECT max(seq) FROM change_set').pluck().get() as number | null;
  if (newest === null) throw ruleError('notSetUp');
  if (first === 1) {
    const at = raw.prepare('SELECT at FROM change_set WHERE seq = 1').pluck().get() as string;
    throw ruleError('pastBeforeFirst', { day: showDay(at) });
  }
  return first === null ? newest : (first as number) - 1;
}

/** The instant in which the next day begins. */
function endOf(day: string): string {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(Temporal.Now.timeZoneId());
  return new Date(next.epochMilliseconds).toISOString();
}
