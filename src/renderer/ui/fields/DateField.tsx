import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { loadedLater } from '#renderer/lib/loaded-later.tsx';
import { localDay } from '#renderer/lib/time.ts';
import { CalendarIcon } from '#renderer/ui/icons.tsx';
import { readDate, showDateValue } from './typed-values.ts';
import { type TypedFieldProps, useTypedField } from './use-typed-field.ts';

// The calendar is a large part that most dates, being typed, never need.
const Calendar = loadedLater(async () => (await import('./Calendar.tsx')).Calendar);

/** Takes 24/12/2021, 24122021, 24/12 or a pick (Alt+↓); stores the ISO date (YYYY-MM-DD), or null when empty. */
export function DateField(props: TypedFieldProps<string | null>) {
  const t = useT();
  const [opened, setOpened] = useState(false);
  const { input, held, pick } = useTypedField(props, {
    read: (text) => readDate(text, localDay()),
    show: showDateValue,
  });

  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus withinPortal position="bottom-end">
      <Popover.Target>
        <TextInput
          placeholder={t('ui.date.placeholder')}
          inputMode="numeric"
          {...input}
          onKeyDown={(event) => {
            if (event.altKey && event.key === 'ArrowDown') setOpened(true);
          }}
          rightSection={
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              tabIndex={-1}
              disabled={props.disabled || props.readOnly}
              aria-label={t('ui.date.pick')}
              onClick={() => setOpened((open) => !open)}
            >
              <CalendarIcon />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown>
        <Calendar
          value={held.current ?? null}
          onPick={(day) => {
            pick(day);
            setOpened(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
