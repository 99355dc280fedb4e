import { type KeyboardEvent, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { AgendaItem } from '#shared/features/conferences/schema.ts';
import conferenceClasses from '../conferences.module.css';
import { itemOfDigits, placeOf } from './attendance-keys.ts';
import classes from './roll.module.css';

type Props = {
  title: string;
  agenda: readonly AgendaItem[];
  chosen: string | null;
  onChoose: (itemId: string) => void;
  onClose: () => void;
};

/** At once, not when the dialog gets round to it: the digit may be typed right behind the letter. */
function takeFocus(list: HTMLElement | null): void {
  list?.focus();
}

/** One item of the agenda: its digit chooses it at once, or ↑↓ and Enter. */
export function ItemChooser({ title, agenda, chosen, onChoose, onClose }: Props) {
  const t = useT();
  const [at, setAt] = useState(() => (chosen ? Math.max(0, placeOf(agenda, chosen)) : 0));
  const [digits, setDigits] = useState('');

  function choose(place: number): void {
    const item = agenda[place];
    if (item) onChoose(item.id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step !== 0) {
      setAt(Math.max(0, Math.min(agenda.length - 1, at + step)));
      setDigits('');
    } else if (event.key === 'Enter') choose(at);
    else if (/^\d$/u.test(event.key)) typeDigit(event.key);
    else return;
    event.preventDefault();
  }

  function typeDigit(digit: string): void {
    const meant = itemOfDigits(digits + digit, agenda.length) ?? itemOfDigits(digit, agenda.length);
    if (!meant) return;
    setAt(meant.at);
    setDigits(String(meant.at + 1));
    if (meant.isFinal) choose(meant.at);
  }

  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      yOffset="14vh"
    >
      {agenda.length === 0 ? (
        <p className={classes.plain}>{t('conferences.attendance.noItems')}</p>
      ) : (
        <>
          <div
            role="listbox"
            tabIndex={0}
            ref={takeFocus}
            data-autofocus
            aria-label={title}
            aria-activedescendant={`choice-${at}`}
            className={classes.choices}
            onKeyDown={onKeyDown}
          >
            {agenda.map((item, place) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the list
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list
              <div
                key={item.id}
                id={`choice-${place}`}
                role="option"
                aria-selected={place === at}
                onClick={() => onChoose(item.id)}
              >
                <kbd aria-hidden>{place + 1}</kbd>
                {item.title}
              </div>
            ))}
          </div>
          <p className={conferenceClasses.keys}>{t('conferences.attendance.chooseKeys')}</p>
        </>
      )}
    </Dialog>
  );
}
