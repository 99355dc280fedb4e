import { useQuery } from '@tanstack/react-query';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { localDay } from '#renderer/lib/time.ts';
import { conferenceTitle } from '#shared/features/conferences/rules.ts';
import { nameOn } from '#shared/features/organisation/rules.ts';
import { showDate } from '#shared/text/dates.ts';

export function useDocuments() {
  return useQuery(methodQuery('documents.list', {}));
}

export function useDocument(id: string) {
  return useQuery(methodQuery('documents.get', { id }));
}

/** What issuing on that day would give; refused while no term holds then. */
export function useNextNumber(id: string, date: string) {
  return useQuery(methodQuery('documents.nextNumber', { id, date }));
}

/** Who can sign on that day. */
export function useSigners(date: string | null) {
  return useQuery(methodQuery('organisation.listMembers', { on: date ?? localDay() }));
}

/** Conferences to choose from, newest first, by their official title and day. */
export function useConferenceChoices(): { value: string; label: string }[] {
  const { data: organisation } = useQuery(methodQuery('organisation.get', {}));
  const { data: conferences = [] } = useQuery(methodQuery('conferences.list', {}));
  return conferences
    .toSorted((a, b) => b.startsAt.localeCompare(a.startsAt))
    .map((conference) => {
      const day = conference.startsAt.slice(0, 10);
      const name = organisation && nameOn(organisation, day);
      const title = name ? conferenceTitle(conference, conference.termOrdinal, name) : conference.content;
      return { value: conference.id, label: `${title} · ${showDate(day)}` };
    });
}
