import { useQuery } from '@tanstack/react-query';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { conferenceTitle } from '#shared/features/conferences/rules.ts';
import type { ConferenceSummary } from '#shared/features/conferences/schema.ts';
import { nameOn } from '#shared/features/organisation/rules.ts';

/** The official title, with the names of the conference's own day. */
export function useConferenceTitle(): (conference: ConferenceSummary) => string {
  const { data: organisation } = useQuery(methodQuery('organisation.get', {}));
  return (conference) => {
    const name = organisation && nameOn(organisation, conference.startsAt.slice(0, 10));
    return name ? conferenceTitle(conference, conference.termOrdinal, name) : conference.content;
  };
}
