import { TextInput } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';

type Props = {
  label: ReactNode;
  /** What was typed; null: what is proposed. */
  value: number | null;
  proposed: number;
  onChange: (value: number | null) => void;
  /** True marks the field; the words stand below the group. */
  error?: ReactNode;
  readOnly?: boolean;
  labelHidden?: boolean;
};

/** A count of people or ballots. What is proposed stands there already; emptied, the field goes back to it. */
export function CountField({ label, value, proposed, onChange, error, readOnly, labelHidden }: Props) {
  const [text, setText] = useState<string | null>(null);
  const isTyped = useRef(false);
  const shown = String(value ?? proposed);
  return (
    <TextInput
      {...(labelHidden ? { 'aria-label': String(label) } : { label })}
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      styles={{ input: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' } }}
      value={text ?? shown}
      error={error}
      readOnly={readOnly}
      onFocus={(event) => {
        setText(shown);
        event.currentTarget.select();
      }}
      onChange={(event) => {
        const digits = event.currentTarget.value.replace(/\D/gu, '');
        setText(digits);
        onChange(digits === '' ? null : Number(digits));
      }}
      onBeforeInput={() => {
        isTyped.current = true;
      }}
      onBlur={() => {
        // Typing over a proposal what it says already changes nothing that is seen, but it is typed now and stays.
        if (isTyped.current && text) onChange(Number(text));
        isTyped.current = false;
        setText(null);
      }}
    />
  );
}
