import { TextInput } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import { localDay } from '#renderer/lib/time.ts';
import classes from '#renderer/ui/ui.module.css';
import { readDateTime, showTimeValue } from './typed-values.ts';
import { type TypedFieldProps, useTypedField } from './use-typed-field.ts';

/** YYYY-MM-DDTHH:MM on the clock of the office, or null when empty. */
type Props = TypedFieldProps<string | null> & {
  /** The day (YYYY-MM-DD) that a time typed alone belongs to; asked when it is typed and shown. */
  dayOf: () => string;
};

/** "07:30" */
const timeLength = 5;
const widthWithDay = 150;

/** The time of a known day: "7h30", "730", "07:30"; of another day only with it. Stores the ISO local minute. */
export function TimeField({ dayOf, ...props }: Props) {
  const t = useT();
  const { input } = useTypedField(props, {
    read: (text) => readDateTime(text, localDay(), { day: dayOf() }),
    show: (value) => showTimeValue(value, dayOf()),
  });
  return (
    <TextInput
      placeholder={t('ui.time.placeholder')}
      classNames={{ error: classes.besideNarrow }}
      {...input}
      miw={input.value.length > timeLength ? widthWithDay : undefined}
    />
  );
}
