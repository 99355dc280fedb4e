import { TextInput } from '@mantine/core';
import { type TypedFieldProps, useTypedField } from '#renderer/ui/fields/use-typed-field.ts';
import { readOrdinal, showOrdinal } from './ordinal-value.ts';

/** The number of a term: takes 13 or XIII, shows XIII. */
export function OrdinalField(props: TypedFieldProps<number | string | null>) {
  const { input } = useTypedField(props, { read: readOrdinal, show: showOrdinal });
  return <TextInput {...input} />;
}
