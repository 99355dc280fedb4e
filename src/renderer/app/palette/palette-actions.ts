import { useQuery } from '@tanstack/react-query';
import { places } from '#renderer/app/shell/places.ts';
import { type Translate, useT } from '#renderer/lib/i18n.tsx';
import { useMay } from '#renderer/lib/presence.ts';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { path, routes } from '#renderer/lib/routes.ts';
import { type Shortcut, useRegisteredShortcuts } from '#renderer/lib/shortcuts.tsx';
import { conferenceTitle } from '#shared/features/conferences/rules.ts';
import { typeName } from '#shared/features/documents/types.ts';
import { nameOn } from '#shared/features/organisation/rules.ts';
import { showDate } from '#shared/text/dates.ts';
import { fold } from '#shared/text/fold.ts';

export type PaletteAction = {
  id: string;
  text: string;
  /** What kind of thing it is, or when it was. */
  hint: string;
  keys?: string;
  run: () => void;
};

type Go = (to: string) => void;

/** Everything Ctrl+K can reach: places, what this page can do, conferences and documents. */
export function usePaletteActions(go: Go): PaletteAction[] {
  const t = useT();
  const shortcuts = useRegisteredShortcuts();
  const may = { conference: useMay('conferences.create'), document: useMay('documents.create') };
  return [...acts(t, go, shortcuts, may), ...useRecords(t, go)];
}

/** What may be begun now. */
type May = { conference: boolean; document: boolean };

function acts(t: Translate, go: Go, shortcuts: readonly Shortcut[], may: May): PaletteAction[] {
  const byKey = new Map(
    shortcuts.filter(({ keyOnly }) => !keyOnly).map((shortcut) => [shortcut.keys, shortcut]),
  );
  const goTo = places.map(({ to, label, keys }): PaletteAction => {
    if (keys) byKey.delete(keys);
    return { id: to, text: t(label), hint: t('app.palette.place'), run: () => go(to), ...(keys && { keys }) };
  });
  const make = [
    ...(may.conference ? [{ id: routes.newConference, text: t('app.palette.newConference') }] : []),
    ...(may.document ? [{ id: routes.newDocument, text: t('app.palette.newDocument') }] : []),
    { id: routes.register, text: t('app.palette.register') },
    { id: routes.viewPast, text: t('app.palette.viewPast') },
  ].map(({ id, text }) => ({ id, text, hint: t('app.palette.act'), run: () => go(id) }));
  const rest = [...byKey.values()].map(({ keys, label, run }) => ({
    id: `${keys} ${label}`,
    text: t(label),
    hint: t('app.palette.act'),
    keys,
    run,
  }));
  return [...goTo, ...make, ...rest];
}

function useRecords(t: Translate, go: Go): PaletteAction[] {
  const { data: organisation } = useQuery(methodQuery('organisation.get', {}));
  const { data: conferences = [] } = useQuery(methodQuery('conferences.list', {}));
  const { data: documents = [] } = useQuery(methodQuery('documents.list', {}));
  return [
    ...conferences.flatMap((conference) => {
      const name = organisation && nameOn(organisation, conference.startsAt.slice(0, 10));
      if (!name) return [];
      const text = conferenceTitle(conference, conference.termOrdinal, name);
      return [
        {
          id: conference.id,
          text,
          hint: showDate(conference.startsAt),
          run: () => go(path.conference(conference.id)),
        },
      ];
    }),
    ...documents.map(({ id, type, code, number, subject, date }) => ({
      id,
      text: `${typeName(type)}${number === null ? '' : ` ${code}`} ${subject}`,
      hint: date ? showDate(date) : t('app.palette.draft'),
      run: () => go(path.document(id)),
    })),
  ];
}

/** Every word must occur; what begins with the query comes first. */
export function findActions(
  actions: readonly PaletteAction[],
  query: string,
  limit: number,
): PaletteAction[] {
  const whole = fold(query.trim());
  const words = whole.split(/\s+/u).filter(Boolean);
  const found: PaletteAction[] = [];
  const first: PaletteAction[] = [];
  for (const action of actions) {
    const text = fold(`${action.text} ${action.hint}`);
    if (!words.every((word) => text.includes(word))) continue;
    if (whole !== '' && text.startsWith(whole)) first.push(action);
    else found.push(action);
  }
  return [...first, ...found].slice(0, limit);
}
