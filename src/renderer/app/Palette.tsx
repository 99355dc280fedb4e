import { Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { useT } from '#renderer/lib/i18n.tsx';
import { SearchIcon } from '#renderer/ui/icons.tsx';
import { KeyCap } from '#renderer/ui/KeyCap.tsx';
import { moved } from '#renderer/ui/list-view.ts';
import classes from './Palette.module.css';
import { findActions, type PaletteAction, usePaletteActions } from './palette-actions.ts';

const limit = 12;

/** Ctrl+K: type a few letters of a place, an act or a record, with or without marks; Enter goes. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [, go] = useLocation();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [marked, setMarked] = useState(0);
  const actions = usePaletteActions(go);
  const found = findActions(actions, useDeferredValue(query), limit);
  const current = Math.min(marked, found.length - 1);

  function choose(action: PaletteAction | undefined): void {
    if (!action) return;
    onClose();
    action.run();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const target = event.key.startsWith('Arrow') ? moved(event.key, current, found.length, limit) : null;
    if (target !== null) setMarked(target);
    // What is shown may lag behind the fingers; Enter means what was typed.
    else if (event.key === 'Enter') choose(findActions(actions, query, limit)[current]);
    else return;
    event.preventDefault();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size="lg"
      yOffset="10vh"
      aria-label={t('app.palette.label')}
    >
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        className={classes.query}
        leftSection={<SearchIcon />}
        role="combobox"
        aria-label={t('app.palette.label')}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found[current] && `${listId}-${current}`}
        placeholder={t('app.palette.placeholder')}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={t('app.palette.label')} className={classes.list}>
        {found.map((action, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above takes the keys
          <div
            key={action.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === current}
            tabIndex={-1}
            className={classes.option}
            onClick={() => choose(action)}
          >
            <span className={classes.text}>{action.text}</span>
            <span className={classes.hint}>{action.keys ? <KeyCap keys={action.keys} /> : action.hint}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={classes.none}>{t('ui.list.none', { text: query })}</p>}
    </Modal>
  );
}
