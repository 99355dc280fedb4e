import { TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { localDay } from '#renderer/lib/time.ts';
import { readDateTime, showDateTimeValue } from './typed-values.ts';
import { type TypedFieldProps, useTypedField } from './use-typed-field.ts';

/** YYYY-MM-DDTHH:MM on the clock of the office, or null when empty. */
type Props = TypedFieldProps<string | null> & {
  /** The day (YYYY-MM-DD) that a time typed alone belongs to; asked when it is typed. */
  dayOf?: () => string | null;
  /** The time (HH:MM) of a day that is typed alone, where none stood there before. It is shown when the field is left. */
  usualTime?: string;
};

/** Takes "24/12/2021 07:30", "7h30 24/12", and one half where the other is known; stores the ISO local minute. */
export function DateTimeField({ dayOf, usualTime, ...props }: Props) {
  const t = useT();
  // Not of what is being typed: "24/12" on the way to "24/12 9h" would leave its own time behind.
  const before = useRef(props.value ?? props.defaultValue ?? null);
  const { input } = useTypedField(props, {
    read: (text) =>
      readDateTime(text, localDay(), {
        day: dayOf?.() ?? null,
        time: timeOf(before.current) ?? usualTime ?? null,
      }),
    show: showDateTimeValue,
  });
  return <TextInput placeholder={t('ui.dateTime.placeholder')} {...input} />;
}

function timeOf(value: string | null): string | null {
  return /T(\d{2}:\d{2})$/u.exec(value ?? '')?.[1] ?? null;
}
