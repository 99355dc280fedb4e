import { TextInput, type TextInputProps } from '@mantine/core';
import { useTypedValue } from '#renderer/ui/use-typed-value.ts';
import { readNumber, readNumbers, showNumber, showNumbers } from './typed-numbers.ts';

type NumberFieldProps = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> & {
  defaultValue: unknown;
  onChange: (value: unknown) => void;
  unit: string | null;
  /** Several, from large to small: "13; 12; 11". */
  isList: boolean;
};

/** A measure with its unit beside it; takes 12,5 and 12.5. */
export function NumberField({ defaultValue, onChange, onBlur, unit, isList, ...input }: NumberFieldProps) {
  const typed = useTypedValue<unknown>({
    defaultValue,
    onChange,
    read: isList ? readNumbers : readNumber,
    show: isList ? showNumbers : showNumber,
  });
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...input}
      value={typed.text}
      rightSection={unit}
      rightSectionPointerEvents="none"
      onChange={(event) => typed.type(event.currentTarget.value)}
      onBlur={(event) => {
        typed.leave();
        onBlur?.(event);
      }}
    />
  );
}
