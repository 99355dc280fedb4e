import { useQuery } from '@tanstack/react-query';
import { localDay } from '#shared/text/instants.ts';
import { client } from './client.ts';
import { methodQuery, queryClient } from './query-client.ts';

const status = methodQuery('app.status', {});

/** The day that is shown in the place of today (YYYY-MM-DD); null: today. */
export function useViewedDay(): string | null {
  return useQuery(status).data?.viewedDay ?? null;
}

/** The same outside of components. */
export function viewedDay(): string | null {
  return queryClient.getQueryData(status.queryKey)?.viewedDay ?? null;
}

/** The day that "now" means for what holds and what is open. */
export function useDayShown(): string {
  return useViewedDay() ?? localDay();
}

/** Nothing read from one day may stand beside what is read from another. */
export async function forgetWhatIsShown(): Promise<void> {
  await queryClient.resetQueries();
}

export async function leavePast(): Promise<void> {
  await client.journal.leavePast({});
  await forgetWhatIsShown();
}
