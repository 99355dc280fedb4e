import { useQueryClient } from '@tanstack/react-query';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';

/** Puts the roll in a new order; shown at once. */
export function useRollOrder({ id }: Conference): (ids: string[]) => Promise<void> {
  const cache = useQueryClient();
  const command = useCommand('conferences.orderPeople');
  return async (ids) => {
    const { queryKey } = methodQuery('conferences.get', { id });
    void cache.cancelQueries({ queryKey });
    cache.setQueryData<Conference>(
      queryKey,
      (conference) =>
        conference && {
          ...conference,
          attendance: conference.attendance.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
        },
    );
    if ((await command.run({ id, ids })) === null) await cache.invalidateQueries({ queryKey });
  };
}
