import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { ErrorBoundary } from '#renderer/app/ErrorBoundary.tsx';
import { Pages } from '#renderer/app/routes.tsx';
import { useT } from '#renderer/lib/i18n.tsx';
import { fetchAhead, loadedLater } from '#renderer/lib/loaded-later.tsx';
import { routes } from '#renderer/lib/routes.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import type { AppStatus } from '#shared/features/app/contract.ts';
import type { Presence } from '#shared/features/users/contract.ts';
import { Navigation } from './Navigation.tsx';
import { PastBanner } from './PastBanner.tsx';
import { places } from './places.ts';
import classes from './Shell.module.css';
import { StatusLine } from './StatusLine.tsx';
import { StoreNotes } from './StoreNotes.tsx';
import { TitleBar } from './TitleBar.tsx';
import { ViewerNote } from './ViewerNote.tsx';

const Palette = loadedLater(async () => (await import('#renderer/app/palette/Palette.tsx')).Palette);
const ShortcutOverlay = loadedLater(async () => (await import('./ShortcutOverlay.tsx')).ShortcutOverlay);

type ShellProps = {
  status: AppStatus;
  /** Null while the office has no users. */
  person: Presence['signedIn'];
  onSwitch: () => void;
};

/** The frame around every page: who and where on top, places on the left, what is safe at the bottom. */
export function Shell({ status, person, onSwitch }: ShellProps) {
  const t = useT();
  const [location, go] = useLocation();
  const [paletteOpened, setPaletteOpened] = useState(false);
  const [keysOpened, setKeysOpened] = useState(false);

  useEffect(() => void fetchAhead(), []);
  useShortcuts([
    ...places.flatMap(({ keys, label, to }) => (keys ? [{ keys, label, run: () => go(to) }] : [])),
    { keys: 'ctrl+k', label: 'app.shortcut.palette', run: () => setPaletteOpened(true), keyOnly: true },
    { keys: 'ctrl+shift+f', label: 'app.shortcut.search', run: () => go(routes.search) },
    { keys: '?', label: 'app.shortcut.keys', run: () => setKeysOpened(true) },
    // The same from inside a text field, where "?" is a letter.
    { keys: 'f1', label: 'app.shortcut.keys', run: () => setKeysOpened(true), keyOnly: true },
  ]);

  return (
    <div className={classes.shell} data-past={status.viewedDay !== null || undefined}>
      {status.viewedDay !== null && <PastBanner day={status.viewedDay} />}
      <TitleBar status={status} person={person} onSwitch={onSwitch} onSearch={() => setPaletteOpened(true)} />
      <Navigation />
      <main className={classes.main} aria-label={t('app.main.label')}>
        <ErrorBoundary resetKey={location}>
          <StoreNotes status={status} />
          <ViewerNote />
          <Pages />
        </ErrorBoundary>
      </main>
      <StatusLine status={status} onKeys={() => setKeysOpened(true)} />
      {paletteOpened && <Palette onClose={() => setPaletteOpened(false)} />}
      {keysOpened && <ShortcutOverlay onClose={() => setKeysOpened(false)} />}
    </div>
  );
}
