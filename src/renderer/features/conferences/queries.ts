import { useQuery, useQueryClient } from '@tanstack/react-query';
import { methodQuery, queryClient } from '#renderer/lib/query-client.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { defaultPresets } from '#shared/features/conferences/presets.ts';
import { conferenceTitle } from '#shared/features/conferences/rules.ts';
import type {
  AttendanceEntry,
  Conference,
  ConferenceFields,
  ConferenceKind,
  Preset,
} from '#shared/features/conferences/schema.ts';
import { nameOn, positionOn } from '#shared/features/organisation/rules.ts';
import type { Member, Organisation } from '#shared/features/organisation/schema.ts';

export function useConferences() {
  return useQuery(methodQuery('conferences.list', {}));
}

export function useConference(id: string) {
  return useQuery(methodQuery('conferences.get', { id }));
}

export function useOrganisation() {
  return useQuery(methodQuery('organisation.get', {}));
}

/** What a conference of that kind goes by; what is usual until the office's own is read. */
export function usePreset(kind: ConferenceKind): Preset {
  const { data } = useQuery(methodQuery('conferences.presets', {}));
  return data?.find((preset) => preset.kind === kind) ?? defaultPresets[kind];
}

/** The committee of a term in the order of the paper list. */
export function useCommittee(termId: string) {
  return useQuery(methodQuery('organisation.listMembers', { termId }));
}

type Titled = Pick<ConferenceFields, 'kind' | 'session' | 'ordinal' | 'customTitle' | 'startsAt'>;

/** What they are called, by id; for once. */
export async function memberNames(termId: string): Promise<Record<string, string>> {
  const members = await queryClient.ensureQueryData(methodQuery('organisation.listMembers', { termId }));
  return Object.fromEntries(members.map(({ id, fullName }) => [id, fullName]));
}

/** The official title, with the names of the conference's own day; empty while there is no name. */
export function titleOf(
  organisation: Organisation | undefined,
  conference: Titled,
  termOrdinal: number,
): string {
  const name = organisation && nameOn(organisation, conference.startsAt.slice(0, 10));
  return name ? conferenceTitle(conference, termOrdinal, name) : '';
}

/** "Bí thư Đảng ủy": what stands after the name on that day. */
export function titleOn(member: Member | undefined, on: string): string {
  return (member && positionOn(member, on)?.title) ?? '';
}

/** What a command will make of the roll is shown before it has. */
function useRollAtOnce(
  id: string,
): (change: (roll: AttendanceEntry[]) => AttendanceEntry[], run: () => Promise<unknown>) => Promise<void> {
  const cache = useQueryClient();
  return async (change, run) => {
    const { queryKey } = methodQuery('conferences.get', { id });
    // An answer that is under way does not know of this change yet.
    void cache.cancelQueries({ queryKey });
    cache.setQueryData<Conference>(
      queryKey,
      (conference) => conference && { ...conference, attendance: change(conference.attendance) },
    );
    if ((await run()) === null) await cache.invalidateQueries({ queryKey });
  };
}

/** One key in the roll is one command. */
export function useAttendance(id: string): (entry: AttendanceEntry) => Promise<void> {
  const atOnce = useRollAtOnce(id);
  const command = useCommand('conferences.setAttendance');
  return (entry) =>
    atOnce(
      (roll) => roll.map((old) => (old.id === entry.id ? entry : old)),
      () => command.run({ id, entry }),
    );
}

/** Puts the roll in a new order. */
export function useRollOrder(id: string): (ids: string[]) => Promise<void> {
  const atOnce = useRollAtOnce(id);
  const command = useCommand('conferences.orderPeople');
  return (ids) =>
    atOnce(
      (roll) => roll.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
      () => command.run({ id, ids }),
    );
}
