import type { MessageId } from '#renderer/lib/i18n.tsx';
import { routes } from '#renderer/lib/routes.ts';

export type Place = { to: string; label: MessageId; keys?: string };

/** The entries of the navigation, in its order; only what exists. */
export const places: readonly Place[] = [
  { to: routes.today, label: 'app.nav.today', keys: 'f2' },
  { to: routes.conferences, label: 'app.nav.conferences', keys: 'f3' },
  { to: routes.documents, label: 'app.nav.documents', keys: 'f4' },
  { to: routes.indicators, label: 'app.nav.indicators', keys: 'f6' },
  { to: routes.backup, label: 'app.nav.backup', keys: 'f8' },
  { to: routes.history, label: 'app.nav.history' },
  { to: routes.settings, label: 'app.nav.settings' },
];
