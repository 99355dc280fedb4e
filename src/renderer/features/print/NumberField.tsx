import { TextInput } from '@mantine/core';
import { type TypedFieldProps, useTypedField } from '#renderer/ui/fields/use-typed-field.ts';
import { readNumber, readNumbers, showNumber, showNumbers } from './typed-numbers.ts';

type Props = TypedFieldProps<unknown> & {
  unit: string | null;
  /** Several, from large to small: "13; 12; 11". */
  isList: boolean;
};

/** A measure with its unit beside it; takes 12,5 and 12.5. */
export function NumberField({ unit, isList, ...props }: Props) {
  const { input } = useTypedField(props, {
    read: isList ? readNumbers : readNumber,
    show: isList ? showNumbers : showNumber,
  });
  return <TextInput inputMode="decimal" {...input} rightSection={unit} rightSectionPointerEvents="none" />;
}
