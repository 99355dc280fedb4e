import { TextInput } from '@mantine/core';
import { readCount, showCount, type TypedCount } from './typed-values.ts';
import { type TypedFieldProps, useTypedField } from './use-typed-field.ts';

/** A whole number of things, or nothing. What is none of that stays as it was typed, for the schema to refuse in words. */
export function CountField(props: TypedFieldProps<TypedCount>) {
  const { input } = useTypedField(props, { read: readCount, show: showCount });
  return <TextInput inputMode="numeric" {...input} />;
}
