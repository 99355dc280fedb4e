/** Every place in the program; hash routes, so that the page works from any origin. */
export const routes = {
  today: '/',
  conferences: '/conferences',
  newConference: '/conferences/new',
  conference: '/conferences/:id/:step?',
  documents: '/documents',
  newDocument: '/documents/new',
  register: '/documents/register',
  document: '/documents/:id',
  indicators: '/indicators',
  backup: '/backup',
  history: '/history',
  viewPast: '/history?as-of',
  search: '/search',
  settings: '/settings',
  members: '/settings?tab=members',
  layout: '/settings/layouts/:id',
} as const;

export type ConferenceStep = 'prepare' | 'attendance' | 'proceedings' | 'finish';

/** Addresses of records: `path.conference(id, 'attendance')`. */
export const path = {
  conference: (id: string, step?: ConferenceStep) =>
    step ? `/conferences/${id}/${step}` : `/conferences/${id}`,
  /** The words of the minutes that a document took over. */
  finding: (conferenceId: string, findingId: string) =>
    `/conferences/${conferenceId}/proceedings?finding=${findingId}`,
  /** An item of the agenda, with what was said; `words`: where it says them. */
  item: (conferenceId: string, itemId: string, words?: string) =>
    `/conferences/${conferenceId}/proceedings?item=${itemId}${words ? `&find=${encodeURIComponent(words)}` : ''}`,
  document: (id: string, words?: string) =>
    `/documents/${id}${words ? `?find=${encodeURIComponent(words)}` : ''}`,
  indicators: (year: string) => `${routes.indicators}?year=${year}`,
  member: (id: string) => `${routes.members}&id=${id}`,
  search: (text: string) => `${routes.search}?q=${encodeURIComponent(text)}`,
  layout: (id: string) => `/settings/layouts/${id}`,
  newDocument: (conferenceId?: string) =>
    conferenceId ? `${routes.newDocument}?conference=${conferenceId}` : routes.newDocument,
};
