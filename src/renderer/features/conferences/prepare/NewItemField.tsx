import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import classes from '../conferences.module.css';

/** The line below the agenda that takes the next item. By itself: a key in it must not draw all the others again. */
export function NewItemField({ onAdd }: { onAdd: (title: string) => void }) {
  const t = useT();
  const [typed, setTyped] = useState('');

  function add(): void {
    if (typed.trim() === '') return;
    onAdd(typed.trim());
    setTyped('');
  }

  return (
    <TextInput
      data-new-item
      aria-label={t('conferences.agenda.add')}
      placeholder={t('conferences.agenda.add')}
      className={classes.itemTitle}
      maxLength={500}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        add();
      }}
      onBlur={add}
    />
  );
}
