import type { Hit, HitKind } from '#shared/features/search/contract.ts';
import { foundWords } from '#shared/features/search/snippet.ts';
import type { MessageId, Params } from './i18n.tsx';
import { path, routes } from './routes.ts';

/*
 * Where records stand on the page: a hit of each kind, and the draft of each form. Whoever adds a record says it here.
 */

/** Where it can be read: at the words that were found. */
const hitPlaces: Record<HitKind, (hit: Hit) => string> = {
  document: ({ id, snippet }) => path.document(id, foundWords(snippet)),
  conference: ({ id }) => path.conference(id),
  item: ({ id, owner, snippet }) =>
    owner ? path.item(owner.id, id, foundWords(snippet)) : routes.conferences,
  attachment: ({ owner }) => {
    if (!owner) return routes.today;
    return owner.kind === 'document' ? path.document(owner.id) : path.conference(owner.id, 'finish');
  },
  person: ({ id }) => path.member(id),
  indicator: () => routes.indicators,
};

export function pathOfHit(hit: Hit): string {
  return hitPlaces[hit.kind](hit);
}

export type DraftPlace = { to: string; label: MessageId; params?: Params; id: string | null };

/** By the first word of its key; the record's id, or null for one that is new. */
const draftPlaces: Record<string, (record: string | null, id: string) => Omit<DraftPlace, 'id'>> = {
  conferences: (record) => ({
    to: record ? path.conference(record) : routes.newConference,
    label: 'app.draft.conference',
  }),
  documents: (record) => ({
    to: record ? path.document(record) : routes.newDocument,
    label: 'app.draft.document',
  }),
  reviews: (record) => ({
    to: record ? path.document(record) : routes.documents,
    label: 'app.draft.opinion',
  }),
  indicators: (_, year) => ({
    to: path.indicators(year),
    label: 'app.draft.indicators',
    params: { year },
  }),
  layout: (record) => ({ to: record ? path.layout(record) : routes.settings, label: 'app.draft.layout' }),
  organisation: () => ({ to: routes.settings, label: 'app.draft.settings' }),
  settings: () => ({ to: routes.settings, label: 'app.draft.settings' }),
};

/** Where the draft of a key ("documents:<id>", "conferences:new") goes on, and what to call it without a name. */
export function placeOfDraft(key: string): DraftPlace {
  // Where the first versions kept those of presets.
  const [feature = '', id = ''] = key.replace(/^conferences:preset-/u, 'settings:preset-').split(':');
  const record = isNew(key) ? null : id;
  // A draft of another version is not lost from sight.
  const place = draftPlaces[feature] ?? draftPlaces.settings;
  return { to: routes.settings, label: 'app.draft.settings', ...place?.(record, id), id: record };
}

/** "documents:new", "organisation:new-term": what is typed there has no record yet. */
export function isNew(key: string): boolean {
  return key.split(':')[1]?.startsWith('new') ?? true;
}
