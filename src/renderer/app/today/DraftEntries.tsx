import { useQueries } from '@tanstack/react-query';
import { labelOfDraft } from '#renderer/lib/forms/draft-text.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { isNew, placeOfDraft } from '#renderer/lib/record-places.ts';
import { isToday, showClock, showDay } from '#renderer/lib/time.ts';
import type { ConferenceSummary } from '#shared/features/conferences/schema.ts';
import type { DocumentSummary } from '#shared/features/documents/schema.ts';
import { typeName } from '#shared/features/documents/types.ts';
import { Entry, Section } from './TodaySection.tsx';
import { useConferenceTitle } from './use-conference-title.ts';

type DraftEntriesProps = {
  drafts: readonly { key: string; at: string }[];
  conferences: readonly ConferenceSummary[];
  documents: readonly DocumentSummary[];
};

/** What was being typed and is not saved yet, with its time; opening it offers the text back. */
export function DraftEntries({ drafts, conferences, documents }: DraftEntriesProps) {
  const t = useT();
  const titleOf = useConferenceTitle();
  const labels = useLabelsOfNew(drafts);

  function textOf(key: string): string {
    const place = placeOfDraft(key);
    const conference = conferences.find(({ id }) => id === place.id);
    if (conference) return titleOf(conference);
    const document = documents.find(({ id }) => id === place.id);
    if (document) {
      const name = `${typeName(document.type)} ${document.subject}`;
      return key.startsWith('reviews:') ? `${t(place.label)}: ${name}` : name;
    }
    return [t(place.label, place.params), labels.get(key)].filter(Boolean).join(': ');
  }

  return (
    <Section title={t('app.today.drafts')}>
      {drafts.map(({ key, at }) => (
        <Entry
          key={key}
          to={placeOfDraft(key).to}
          text={textOf(key)}
          note={
            isToday(at)
              ? t('app.today.typedAt', { time: showClock(at) })
              : t('app.today.typedOn', { time: showClock(at), day: showDay(at) })
          }
        />
      ))}
    </Section>
  );
}

/** A new record has no name yet but in its draft; the drafts of saved records, which may be large, are not read. */
function useLabelsOfNew(drafts: readonly { key: string }[]): Map<string, string> {
  const fresh = drafts.filter(({ key }) => isNew(key));
  const results = useQueries({ queries: fresh.map(({ key }) => methodQuery('drafts.get', { key })) });
  return new Map(
    fresh.map(({ key }, index) => {
      const value = results[index]?.data?.value;
      return [key, value ? labelOfDraft(value) : ''];
    }),
  );
}
