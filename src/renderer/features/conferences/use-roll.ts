import { useQuery, useQueryClient } from '@tanstack/react-query';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { defaultPresets } from '#shared/features/conferences/presets.ts';
import type { Conference, ConferenceKind, Preset } from '#shared/features/conferences/schema.ts';

/** What a conference of that kind goes by; what is usual until the office's own is read. */
export function usePreset(kind: ConferenceKind): Preset {
  const { data } = useQuery(methodQuery('conferences.presets', {}));
  return data?.find((preset) => preset.kind === kind) ?? defaultPresets[kind];
}

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
