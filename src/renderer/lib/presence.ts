import { useQuery } from '@tanstack/react-query';
import type { MethodName } from '#shared/contract.ts';
import type { Presence } from '#shared/features/users/contract.ts';
import { client } from './client.ts';
import { flushOpenDrafts } from './forms/open-drafts.ts';
import { leavePast, useViewedDay, viewedDay } from './past.ts';
import { methodQuery, queryClient } from './query-client.ts';

export function usePresence(): Presence | undefined {
  return useQuery(methodQuery('users.presence', {})).data;
}

/** Whether the roles of the one at the PC allow the method; the door checks it again. */
export function useHasRight(method: MethodName): boolean {
  return !usePresence()?.refused.includes(method);
}

/** The same for what changes something now: on an earlier day nobody may. */
export function useMay(method: MethodName): boolean {
  const hasRight = useHasRight(method);
  return useViewedDay() === null && hasRight;
}

const lastKey = 'lastUser';

/** Whom the lock proposes. */
export function lastPerson(): string | null {
  return localStorage.getItem(lastKey);
}

/** However they came in: the first administrator never stood before the lock. */
export function rememberPerson(id: string): void {
  localStorage.setItem(lastKey, id);
}

/** Reads everything anew, for the eyes of who is here now. */
export async function presenceChanged(): Promise<void> {
  await queryClient.invalidateQueries();
}

/** An earlier day that is shown belongs to who looked at it. */
export async function backToToday(): Promise<void> {
  if (viewedDay() !== null) await leavePast();
}

/** Nobody is here; what was being typed is kept for who typed it. */
export async function lock(): Promise<void> {
  await flushOpenDrafts();
  await backToToday();
  await client.users.lock({});
  await queryClient.invalidateQueries({ queryKey: ['users.presence'] });
}
