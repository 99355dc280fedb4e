import { Textarea, type TextareaProps } from '@mantine/core';
import { useRef, useState } from 'react';
import { same } from '#renderer/lib/same.ts';
import { readLines } from './typed-values.ts';

export type LinesFieldProps = Omit<TextareaProps, 'value' | 'defaultValue' | 'onChange'> & {
  value?: readonly string[];
  defaultValue?: readonly string[];
  onChange?: (value: string[]) => void;
};

/** A list with one entry a line: legal bases, recipients. */
export function LinesField({ value, defaultValue, onChange, onBlur, ...input }: LinesFieldProps) {
  const given = value ?? defaultValue ?? [];
  const known = useRef<readonly string[]>(given);
  const [text, setText] = useState(() => given.join('\n'));
  if (value !== undefined && !same(value, known.current)) {
    known.current = value;
    setText(value.join('\n'));
  }
  return (
    <Textarea
      autosize
      minRows={2}
      maxRows={14}
      {...input}
      value={text}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        const lines = readLines(typed);
        if (same(lines, known.current)) return;
        known.current = lines;
        onChange?.(lines);
      }}
      onBlur={(event) => {
        setText(known.current.join('\n'));
        onBlur?.(event);
      }}
    />
  );
}
