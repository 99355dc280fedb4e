import { useMay } from '#renderer/lib/presence.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';

/** Closed, or opened by somebody who only reads. */
export function useReadOnly({ closedAt }: Pick<Conference, 'closedAt'>): boolean {
  const mayWrite = useMay('conferences.saveAgenda');
  return closedAt !== null || !mayWrite;
}
