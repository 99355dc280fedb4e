import type { MessageId, Params } from '#renderer/lib/i18n.tsx';
import { path, routes } from '#renderer/lib/routes.ts';

export type DraftPlace = { to: string; label: MessageId; params?: Params; id: string | null };

/** Where the draft of a key ("documents:<id>", "conferences:new") goes on, and what to call it without a name. */
export function placeOfDraft(key: string): DraftPlace {
  const [feature, id = ''] = key.split(':');
  const record = isNew(key) ? null : id;
  switch (feature) {
    case 'conferences':
      return {
        to: record ? path.conference(record) : routes.newConference,
        label: 'app.draft.conference',
        id: record,
      };
    case 'documents':
      return {
        to: record ? path.document(record) : routes.newDocument,
        label: 'app.draft.document',
        id: record,
      };
    case 'reviews':
      return {
        to: record ? path.document(record) : routes.documents,
        label: 'app.draft.opinion',
        id: record,
      };
    case 'indicators':
      return { to: path.indicators(id), label: 'app.draft.indicators', params: { year: id }, id: record };
    case 'layout':
      return { to: record ? path.layout(record) : routes.settings, label: 'app.draft.layout', id: record };
    default:
      return { to: routes.settings, label: 'app.draft.settings', id: record };
  }
}

/** "documents:new", "organisation:new-term": what is typed there has no record yet. */
export function isNew(key: string): boolean {
  return key.split(':')[1]?.startsWith('new') ?? true;
}
