import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { localDay } from '#renderer/lib/time.ts';
import { CalendarIcon } from './icons.tsx';
import { readDate, showDateValue } from './typed-values.ts';
import { useTypedValue } from './use-typed-value.ts';

// The calendar is a large part that most dates, being typed, never need.
const Calendar = lazy(() => import('./Calendar.tsx').then(({ Calendar }) => ({ default: Calendar })));

export type DateFieldProps = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> & {
  /** YYYY-MM-DD, or null when empty. */
  value?: string | null;
  defaultValue?: string | null;
  onChange?: (value: string | null) => void;
};

/** Takes 24/12/2021, 24122021, 24/12 or a pick (Alt+↓); stores the ISO date. */
export function DateField({ value, defaultValue, onChange, onBlur, ...input }: DateFieldProps) {
  const t = useT();
  const [opened, setOpened] = useState(false);
  const typed = useTypedValue<string | null>({
    value,
    defaultValue,
    onChange,
    read: (text) => readDate(text, localDay()),
    show: showDateValue,
  });

  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus withinPortal position="bottom-end">
      <Popover.Target>
        <TextInput
          placeholder={t('ui.date.placeholder')}
          inputMode="numeric"
          autoComplete="off"
          {...input}
          value={typed.text}
          onChange={(event) => typed.type(event.currentTarget.value)}
          onBlur={(event) => {
            typed.leave();
            onBlur?.(event);
          }}
          onKeyDown={(event) => {
            if (event.altKey && event.key === 'ArrowDown') setOpened(true);
          }}
          rightSection={
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              tabIndex={-1}
              disabled={input.disabled || input.readOnly}
              aria-label={t('ui.date.pick')}
              onClick={() => setOpened((open) => !open)}
            >
              <CalendarIcon />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={null}>
          <Calendar
            value={typed.current.current}
            onPick={(day) => {
              typed.pick(day);
              setOpened(false);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
