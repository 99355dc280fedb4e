import { TextInput, type TextInputProps } from '@mantine/core';
import { useTypedValue } from '#renderer/ui/use-typed-value.ts';
import { readOrdinal, showOrdinal } from './ordinal-value.ts';

type OrdinalFieldProps = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> & {
  defaultValue?: number | string | null;
  onChange?: (value: number | string | null) => void;
};

/** The number of a term: takes 13 or XIII, shows XIII. */
export function OrdinalField({ defaultValue, onChange, onBlur, ...input }: OrdinalFieldProps) {
  const typed = useTypedValue<number | string | null>({
    defaultValue,
    onChange,
    read: readOrdinal,
    show: showOrdinal,
  });
  return (
    <TextInput
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
