import { TextInput, type TextInputProps } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import { localDay } from '#renderer/lib/time.ts';
import { readDateTime, showDateTimeValue } from './typed-values.ts';
import { useTypedValue } from './use-typed-value.ts';

export type DateTimeFieldProps = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> & {
  /** YYYY-MM-DDTHH:MM on the clock of the office, or null when empty. */
  value?: string | null;
  defaultValue?: string | null;
  onChange?: (value: string | null) => void;
  /** The day (YYYY-MM-DD) that a time typed alone belongs to; asked when it is typed. */
  dayOf?: () => string | null;
};

/** Takes "24/12/2021 07:30", "24/12 7h30", and "11h" where `dayOf` knows the day; stores the ISO local minute. */
export function DateTimeField({
  value,
  defaultValue,
  onChange,
  dayOf,
  onBlur,
  ...input
}: DateTimeFieldProps) {
  const t = useT();
  const typed = useTypedValue<string | null>({
    value,
    defaultValue,
    onChange,
    read: (text) => readDateTime(text, localDay(), dayOf?.() ?? null),
    show: showDateTimeValue,
  });
  return (
    <TextInput
      placeholder={t('ui.dateTime.placeholder')}
      autoComplete="off"
      {...input}
      value={typed.text}
      onChange={(event) => typed.type(event.currentTarget.value)}
      onBlur={(event) => {
        typed.leave();
        onBlur?.(event);
      }}
    />
  );
}
