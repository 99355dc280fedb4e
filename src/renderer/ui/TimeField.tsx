import { TextInput, type TextInputProps } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import { readTime, showTimeValue } from './typed-values.ts';
import classes from './ui.module.css';
import { useTypedValue } from './use-typed-value.ts';

export type TimeFieldProps = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> & {
  /** YYYY-MM-DDTHH:MM on the clock of the office, or null when empty. */
  value?: string | null;
  defaultValue?: string | null;
  onChange?: (value: string | null) => void;
  /** The day (YYYY-MM-DD) that the time belongs to; asked when it is typed. */
  dayOf: () => string;
};

/** Only the time of a known day: "7h30", "730", "07:30"; stores the ISO local minute. */
export function TimeField({ value, defaultValue, onChange, dayOf, onBlur, ...input }: TimeFieldProps) {
  const t = useT();
  const typed = useTypedValue<string | null>({
    value,
    defaultValue,
    onChange,
    read: (text) => readTime(text, dayOf()),
    show: showTimeValue,
  });
  return (
    <TextInput
      placeholder={t('ui.time.placeholder')}
      autoComplete="off"
      classNames={{ error: classes.besideNarrow }}
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
