import { NumberInput, type NumberInputProps } from '@mantine/core';

export type CountFieldProps = Omit<NumberInputProps, 'value' | 'defaultValue' | 'onChange'> & {
  value?: number | null;
  defaultValue?: number | null;
  onChange?: (value: number | null) => void;
};

/** A whole number of things, or nothing. */
export function CountField({ value, defaultValue, onChange, ...input }: CountFieldProps) {
  return (
    <NumberInput
      min={1}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      {...input}
      {...(value !== undefined && { value: value ?? '' })}
      {...(defaultValue !== undefined && { defaultValue: defaultValue ?? '' })}
      onChange={(typed) => onChange?.(typed === '' ? null : Number(typed))}
    />
  );
}
