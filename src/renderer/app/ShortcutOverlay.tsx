import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { showKeys } from '#renderer/lib/keys.ts';
import { useRegisteredShortcuts } from '#renderer/lib/shortcuts.tsx';
import { KeyCap } from '#renderer/ui/KeyCap.tsx';
import classes from './ShortcutOverlay.module.css';

/** Every key that does something on this page. */
export function ShortcutOverlay({ onClose }: { onClose: () => void }) {
  const t = useT();
  // The page's own keys stay listed even if it registers others meanwhile.
  const [shortcuts] = useState(useRegisteredShortcuts());
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('app.keys.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
    >
      <ul className={classes.keys}>
        {shortcuts.map(({ keys, label }) => (
          <li key={keys}>
            <span>{t(label)}</span>
            <KeyCap keys={keys} />
            <span className={classes.spoken}>{showKeys(keys)}</span>
          </li>
        ))}
      </ul>
      <p className={classes.lists}>{t('app.keys.lists')}</p>
    </Modal>
  );
}
