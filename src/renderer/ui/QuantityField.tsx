import { Text, TextInput, type TextInputProps } from '@mantine/core';
import { readQuantity, showQuantityValue } from './typed-values.ts';
import classes from './ui.module.css';
import { useTypedValue } from './use-typed-value.ts';

export type QuantityFieldProps = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> & {
  /** Canonical decimal text, or null when empty. */
  value?: string | null;
  defaultValue?: string | null;
  onChange?: (value: string | null) => void;
  /** Shown beside the number: "tấn", "%". */
  unit?: string;
};

/** Takes a number as Vietnamese offices write it ("1.234,5"); stores canonical decimal text ("1234.5"). */
export function QuantityField({ value, defaultValue, onChange, unit, onBlur, ...input }: QuantityFieldProps) {
  const typed = useTypedValue<string | null>({
    value,
    defaultValue,
    onChange,
    read: readQuantity,
    show: showQuantityValue,
  });
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      classNames={{ input: classes.number }}
      rightSection={
        unit && (
          <Text size="sm" c="dimmed" px={8} truncate>
            {unit}
          </Text>
        )
      }
      rightSectionWidth={unit ? `calc(${Math.min(unit.length, 14)}ch + 20px)` : undefined}
      rightSectionPointerEvents="none"
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
