import { PasswordInput, type PasswordInputProps } from '@mantine/core';

type Props = Omit<PasswordInputProps, 'value' | 'onChange'> & {
  value: string;
  onChange: (digits: string) => void;
};

/** Takes digits only. */
export function PinField({ value, onChange, ...rest }: Props) {
  return (
    <PasswordInput
      inputMode="numeric"
      autoComplete="off"
      maxLength={6}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.replace(/\D/gu, ''))}
      visibilityToggleButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
      {...rest}
    />
  );
}
