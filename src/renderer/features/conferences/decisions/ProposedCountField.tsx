import { TextInput } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { readCount, type TypedCount } from '#renderer/ui/fields/typed-values.ts';
import { isCount } from './typed-count.ts';

type Props = {
  label: ReactNode;
  /** What was typed; null: what is proposed. */
  value: TypedCount;
  proposed: number;
  onChange: (value: TypedCount) => void;
  /** True marks the field; the words stand below the group. */
  error?: ReactNode;
  readOnly?: boolean;
  labelHidden?: boolean;
};

/**
 * A count of people or ballots. What is proposed stands there already; emptied, the field goes back to it. What is no count
 * stays as it was typed.
 */
export function ProposedCountField({
  label,
  value,
  proposed,
  onChange,
  error,
  readOnly,
  labelHidden,
}: Props) {
  const t = useT();
  const [text, setText] = useState<string | null>(null);
  const isTyped = useRef(false);
  const isWrong = value !== null && !isCount(value);
  const shown = String(value ?? proposed);
  return (
    <TextInput
      {...(labelHidden ? { 'aria-label': String(label) } : { label })}
      inputMode="numeric"
      autoComplete="off"
      styles={{ input: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' } }}
      value={text ?? shown}
      error={isWrong ? t('validation.wholeNumber') : error}
      readOnly={readOnly}
      onFocus={(event) => {
        setText(text ?? shown);
        event.currentTarget.select();
      }}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        onChange(readCount(typed));
      }}
      onBeforeInput={() => {
        isTyped.current = true;
      }}
      onBlur={() => {
        // Typing over a proposal what it says already changes nothing that is seen, but it is typed now and stays.
        const typed = readCount(text ?? '');
        if (isTyped.current && typed !== null) onChange(typed);
        isTyped.current = false;
        setText(null);
      }}
    />
  );
}
