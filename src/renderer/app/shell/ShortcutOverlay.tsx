import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { showKeys } from '#renderer/lib/keys.ts';
import { useRegisteredShortcuts } from '#renderer/lib/shortcuts.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { KeyCap } from '#renderer/ui/KeyCap.tsx';
import classes from './ShortcutOverlay.module.css';

/** Every key that does something on this page. */
export function ShortcutOverlay({ onClose }: { onClose: () => void }) {
  const t = useT();
  // The page's own keys stay listed even if it registers others meanwhile.
  const [shortcuts] = useState(useRegisteredShortcuts());
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('app.keys.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
    >
      <ul className={classes.keys}>
        {[...Map.groupBy(shortcuts, ({ label }) => label)].map(([label, same]) => (
          <li key={label}>
            <span>{t(label)}</span>
            <span>
              {same.map(({ keys }) => (
                <KeyCap key={keys} keys={keys} />
              ))}
            </span>
            <span className={classes.spoken}>{same.map(({ keys }) => showKeys(keys)).join(', ')}</span>
          </li>
        ))}
      </ul>
      <p className={classes.lists}>{t('app.keys.lists')}</p>
    </Dialog>
  );
}
