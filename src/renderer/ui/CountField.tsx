import { TextInput, type TextInputProps } from '@mantine/core';
import { readCount, showCount, type TypedCount } from './typed-values.ts';
import { useTypedValue } from './use-typed-value.ts';

export type CountFieldProps = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> & {
  value?: TypedCount;
  defaultValue?: TypedCount;
  onChange?: (value: TypedCount) => void;
};

/** A whole number of things, or nothing. What is none of that stays as it was typed, for the schema to refuse in words. */
export function CountField({ value, defaultValue, onChange, onBlur, ...input }: CountFieldProps) {
  const typed = useTypedValue<TypedCount>({
    value,
    defaultValue,
    onChange,
    read: readCount,
    show: showCount,
  });
  return (
    <TextInput
      inputMode="numeric"
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
