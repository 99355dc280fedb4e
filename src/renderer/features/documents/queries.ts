import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { methodQuery, queryClient } from '#renderer/lib/query-client.ts';
import type { Input, Output } from '#shared/contract.ts';
import { conferenceTitle } from '#shared/features/conferences/rules.ts';
import type { Issuer } from '#shared/features/organisation/issuers.ts';
import { nameOn } from '#shared/features/organisation/rules.ts';
import { showDate } from '#shared/text/dates.ts';
import { documentChoice } from './draft/document-choices.ts';

export function useDocuments() {
  return useQuery(methodQuery('documents.list', {}));
}

export function useDocument(id: string) {
  return useQuery(methodQuery('documents.get', { id }));
}

/** The register of a term; asked once there is one. */
export function useRegister(wanted: Input<'documents.register'> | null) {
  return useQuery({
    ...methodQuery('documents.register', wanted ?? { termId: '' }),
    enabled: wanted !== null,
    placeholderData: keepPreviousData,
  });
}

/** How everything that was numbered stands on that day, or one document; null: not asked. */
export function useForce(on: string | null, id?: string) {
  const wanted = { on: on ?? '', ...(id && { id }) };
  return useQuery({ ...methodQuery('documents.inForce', wanted), enabled: on !== null });
}

/** What issuing on that day would give; refused while no term holds then. */
export function useNextNumber(id: string, date: string) {
  return useQuery(methodQuery('documents.nextNumber', { id, date }));
}

/** Who can sign for the body on that day, and how. */
export function useSigning(issuer: Issuer, date: string | null) {
  return useQuery({
    ...methodQuery('documents.signing', { issuer, date }),
    placeholderData: keepPreviousData,
  });
}

/** Conferences to choose from, newest first, by their official title and day. */
export function useConferenceChoices(): { value: string; label: string }[] {
  const { data: organisation } = useQuery(methodQuery('organisation.get', {}));
  const { data: conferences = [] } = useQuery(methodQuery('conferences.list', {}));
  return conferenceChoices(organisation, conferences);
}

function conferenceChoices(
  organisation: Output<'organisation.get'> | undefined,
  conferences: Output<'conferences.list'>,
): { value: string; label: string }[] {
  return conferences
    .toSorted((a, b) => b.startsAt.localeCompare(a.startsAt))
    .map((conference) => {
      const day = conference.startsAt.slice(0, 10);
      const name = organisation && nameOn(organisation, day);
      const title = name ? conferenceTitle(conference, conference.termOrdinal, name) : conference.content;
      return { value: conference.id, label: `${title} · ${showDate(day)}` };
    });
}

/** What the conferences and documents are called that a document can name, by id; for once. */
export async function referredNames(): Promise<Record<string, string>> {
  const [organisation, conferences, documents] = await Promise.all([
    queryClient.ensureQueryData(methodQuery('organisation.get', {})),
    queryClient.ensureQueryData(methodQuery('conferences.list', {})),
    queryClient.ensureQueryData(methodQuery('documents.list', {})),
  ]);
  const choices = [...conferenceChoices(organisation, conferences), ...documents.map(documentChoice)];
  return Object.fromEntries(choices.map(({ value, label }) => [value, label]));
}

/** How many opinions on a document are not settled yet. */
export function useOpenOpinions(documentId: string): number {
  const { data } = useQuery(methodQuery('reviews.list', { documentId }));
  return data?.opinions.filter(({ settled }) => !settled).length ?? 0;
}
