import { TextInput } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import { localDay } from '#renderer/lib/time.ts';
import { readDateTime, showDateTimeValue } from './typed-values.ts';
import { type TypedFieldProps, useTypedField } from './use-typed-field.ts';

/** YYYY-MM-DDTHH:MM on the clock of the office, or null when empty. */
type Props = TypedFieldProps<string | null> & {
  /** The day (YYYY-MM-DD) that a time typed alone belongs to; asked when it is typed. */
  dayOf?: () => string | null;
};

/** Takes "24/12/2021 07:30", "24/12 7h30", and "11h" where `dayOf` knows the day; stores the ISO local minute. */
export function DateTimeField({ dayOf, ...props }: Props) {
  const t = useT();
  const { input } = useTypedField(props, {
    read: (text) => readDateTime(text, localDay(), dayOf?.() ?? null),
    show: showDateTimeValue,
  });
  return <TextInput placeholder={t('ui.dateTime.placeholder')} {...input} />;
}
