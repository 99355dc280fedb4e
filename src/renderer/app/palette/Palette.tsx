import { useDeferredValue, useState } from 'react';
import { useLocation } from 'wouter';
import { HitRow, useHits } from '#renderer/features/search/index.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { pathOfHit } from '#renderer/lib/record-places.ts';
import { path } from '#renderer/lib/routes.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { KeyCap } from '#renderer/ui/KeyCap.tsx';
import { FindBox } from '#renderer/ui/list/FindBox.tsx';
import type { Hit } from '#shared/features/search/contract.ts';
import classes from './Palette.module.css';
import { findActions, type PaletteAction, usePaletteActions } from './palette-actions.ts';

const mostActions = 12;
/** Beside what records say. */
const fewActions = 7;
const mostHits = 6;

type Option = { action: PaletteAction } | { hit: Hit };

/**
 * Ctrl+K: type a few letters of a place, an act or a record, with or without marks; Enter goes. Below stands what says the
 * words: in minutes, documents, names of files.
 */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [, go] = useLocation();
  const [query, setQuery] = useState('');
  const actions = usePaletteActions(go);
  const { hits, total, text, isLooking } = useHits(query, mostHits);
  const toAll: PaletteAction = {
    id: 'search',
    text: t('app.palette.all', { text: query.trim() }),
    hint: text === query.trim() && !isLooking ? t('search.page.count', { count: total }) : '',
    run: () => go(path.search(query.trim())),
  };

  function optionsOf(typed: string): Option[] {
    if (typed.trim().length < 2)
      return findActions(actions, typed, mostActions).map((action) => ({ action }));
    const found = findActions(actions, typed, fewActions);
    const others = hits.filter(({ id }) => !found.some((action) => action.id === id));
    return [
      ...found.map((action) => ({ action })),
      ...(text === typed.trim() ? others : []).map((hit) => ({ hit })),
      { action: toAll },
    ];
  }

  const options = optionsOf(useDeferredValue(query));
  return (
    <Dialog
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size="lg"
      yOffset="10vh"
      aria-label={t('app.palette.label')}
    >
      <FindBox
        label={t('app.palette.label')}
        placeholder={t('app.palette.placeholder')}
        value={query}
        onChange={setQuery}
        options={options}
        keyOf={(option) => ('hit' in option ? `hit ${option.hit.kind} ${option.hit.id}` : option.action.id)}
        // What is shown may lag behind the fingers; Enter means what was typed.
        atEnter={(marked) => optionsOf(query)[marked]}
        onChoose={(option) => {
          onClose();
          if ('hit' in option) go(pathOfHit(option.hit));
          else option.action.run();
        }}
      >
        {(option) => ('hit' in option ? <HitRow hit={option.hit} /> : <ActionRow {...option.action} />)}
      </FindBox>
    </Dialog>
  );
}

function ActionRow({ text, hint, keys }: PaletteAction) {
  return (
    <>
      <span className={classes.text}>{text}</span>
      <span className={classes.hint}>{keys ? <KeyCap keys={keys} /> : hint}</span>
    </>
  );
}
