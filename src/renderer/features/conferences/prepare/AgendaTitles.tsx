import {
  ActionIcon,
  Autocomplete,
  Button,
  CloseButton,
  Input,
  Textarea,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { toastDone } from '#renderer/lib/toasts.tsx';
import { TimeField } from '#renderer/ui/fields/TimeField.tsx';
import type { Preset } from '#shared/features/conferences/schema.ts';
import type { Member } from '#shared/features/organisation/schema.ts';
import { type Agenda, type AgendaDraft, moveItem, newItem } from '../agenda-form.ts';
import classes from '../conferences.module.css';
import { NewItemField } from './NewItemField.tsx';
import own from './prepare.module.css';

type Props = { agenda: Agenda; members: readonly Member[]; preset: Preset; day: () => string };

/** The items of the agenda: Enter adds or goes on, Alt+↑/↓ moves the item, and its text moves with it. */
export function AgendaTitles({ agenda, members, preset, day }: Props) {
  const t = useT();
  const { form } = agenda.saved;
  const list = useRef<HTMLOListElement>(null);
  const [focusOn, setFocusOn] = useState<string | null>(null);
  const [withPapers, setWithPapers] = useState<ReadonlySet<string>>(new Set());
  const items = agenda.items();
  // Drawn anew only when the whole agenda was put in from outside.
  const version = form.key('items');
  const names = [...new Set(members.map(({ fullName }) => fullName))];

  useEffect(() => {
    if (focusOn === null) return;
    list.current?.querySelector<HTMLElement>(`[data-item="${focusOn}"] input`)?.focus();
    setFocusOn(null);
  }, [focusOn]);

  function move(from: number, to: number): void {
    if (to < 0 || to >= items.length) return;
    agenda.change(moveItem(agenda.items(), from, to));
    setFocusOn(items[from]?.key ?? null);
  }

  function remove(at: number): void {
    const removed = items[at];
    agenda.change(agenda.items().filter((_, index) => index !== at));
    if (removed) tellRemoved(removed, at);
    setFocusOn((items[at + 1] ?? items[at - 1])?.key ?? null);
  }

  /** With it go the minutes that were typed under it, saved or not. */
  function tellRemoved(removed: AgendaDraft, at: number): void {
    toastDone('conferences.agenda.removed', {
      params: { title: removed.title },
      action: {
        label: 'ui.recovered.takeBack',
        run: () => agenda.change(agenda.items().toSpliced(at, 0, removed)),
      },
    });
  }

  function onKey(event: KeyboardEvent, at: number): void {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (event.altKey && step !== 0) {
      event.preventDefault();
      move(at, at + step);
    }
    if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      const next = items[at + 1];
      if (next) setFocusOn(next.key);
      else list.current?.querySelector<HTMLElement>('[data-new-item]')?.focus();
    }
  }

  return (
    <Input.Wrapper
      label={t('conferences.agenda.title')}
      description={t('conferences.agenda.hint')}
      labelElement="div"
    >
      <ol className={classes.titles} ref={list} aria-label={t('conferences.agenda.title')}>
        {items.map((item, at) => (
          <li key={`${version} ${item.key}`} data-item={item.key}>
            <span className={classes.order}>{at + 1}</span>
            <TextInput
              aria-label={t('conferences.agenda.itemTitle', { number: at + 1 })}
              className={classes.itemTitle}
              maxLength={500}
              {...form.getInputProps(`items.${at}.title`)}
              onKeyDown={(event) => onKey(event, at)}
            />
            <TimeField
              aria-label={t('conferences.agenda.plannedAt', { number: at + 1 })}
              className={own.time}
              dayOf={day}
              {...form.getInputProps(`items.${at}.plannedAt`)}
            />
            <Autocomplete
              aria-label={t('conferences.agenda.presenter', { number: at + 1 })}
              placeholder={t('conferences.agenda.presenterHint')}
              className={classes.presenter}
              data={names}
              maxLength={200}
              {...form.getInputProps(`items.${at}.presenter`)}
            />
            <ActionIcon
              variant="transparent"
              color="gray"
              tabIndex={-1}
              disabled={at === 0}
              aria-label={t('conferences.agenda.up', { number: at + 1 })}
              title={t('conferences.agenda.upKeys')}
              onClick={() => move(at, at - 1)}
            >
              <span aria-hidden className={classes.arrow} data-up />
            </ActionIcon>
            <ActionIcon
              variant="transparent"
              color="gray"
              tabIndex={-1}
              disabled={at === items.length - 1}
              aria-label={t('conferences.agenda.down', { number: at + 1 })}
              title={t('conferences.agenda.downKeys')}
              onClick={() => move(at, at + 1)}
            >
              <span aria-hidden className={classes.arrow} />
            </ActionIcon>
            <CloseButton
              size="sm"
              aria-label={t('conferences.agenda.remove', { number: at + 1 })}
              onClick={() => remove(at)}
            />
            <div
              className={own.more}
              data-short={
                (item.carriedFromId === null && item.papers === '' && !withPapers.has(item.key)) || undefined
              }
            >
              {item.carriedFromId !== null && (
                <span className={own.carried}>{t('conferences.agenda.carried')}</span>
              )}
              {item.papers !== '' || withPapers.has(item.key) ? (
                <Textarea
                  aria-label={t('conferences.agenda.papers', { number: at + 1 })}
                  placeholder={t('conferences.agenda.papersHint')}
                  autosize
                  minRows={1}
                  maxRows={6}
                  autoFocus={withPapers.has(item.key)}
                  {...form.getInputProps(`items.${at}.papers`)}
                />
              ) : (
                <UnstyledButton
                  className={own.carried}
                  onClick={() => setWithPapers(new Set([...withPapers, item.key]))}
                >
                  {t('conferences.agenda.addPapers')}
                </UnstyledButton>
              )}
            </div>
          </li>
        ))}
        <li>
          <span className={classes.order}>{items.length + 1}</span>
          <NewItemField onAdd={(title) => agenda.change([...agenda.items(), newItem(title)])} />
        </li>
      </ol>
      {items.length === 0 && preset.agenda.length > 0 && (
        <Button
          size="compact-sm"
          variant="default"
          className={own.template}
          onClick={() => agenda.change(preset.agenda.map((title) => newItem(title)))}
        >
          {t('conferences.agenda.template')}
        </Button>
      )}
    </Input.Wrapper>
  );
}
