import { TextInput } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import classes from '#renderer/ui/ui.module.css';
import { readTime, showTimeValue } from './typed-values.ts';
import { type TypedFieldProps, useTypedField } from './use-typed-field.ts';

/** YYYY-MM-DDTHH:MM on the clock of the office, or null when empty. */
type Props = TypedFieldProps<string | null> & {
  /** The day (YYYY-MM-DD) that the time belongs to; asked when it is typed. */
  dayOf: () => string;
};

/** Only the time of a known day: "7h30", "730", "07:30"; stores the ISO local minute. */
export function TimeField({ dayOf, ...props }: Props) {
  const t = useT();
  const { input } = useTypedField(props, { read: (text) => readTime(text, dayOf()), show: showTimeValue });
  return (
    <TextInput
      placeholder={t('ui.time.placeholder')}
      classNames={{ error: classes.besideNarrow }}
      {...input}
    />
  );
}
