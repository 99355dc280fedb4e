import type { TextInputProps } from '@mantine/core';
import { type ChangeEvent, type FocusEvent, useRef, useState } from 'react';

/** Of a text field whose value is not its text. Works with `value` or with `defaultValue`. */
export type TypedFieldProps<V> = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> & {
  value?: V;
  defaultValue?: V;
  onChange?: (value: V) => void;
};

type Reading<V> = {
  /** What is handed on for a typed text; text that cannot be read is handed on too, so that the schema refuses it. */
  read: (text: string) => V;
  show: (value: V | undefined) => string;
};

/** What is typed stays as typed until the field is left, then it is shown in its proper form. */
export function useTypedField<V>(
  { value, defaultValue, onChange, onBlur, ...rest }: TypedFieldProps<V>,
  { read, show }: Reading<V>,
) {
  const given = value !== undefined ? value : defaultValue;
  const [text, setText] = useState(() => show(given));
  const held = useRef(given);
  if (value !== undefined && value !== held.current) {
    held.current = value;
    setText(show(value));
  }

  function put(next: V): void {
    if (next === held.current) return;
    held.current = next;
    onChange?.(next);
  }

  return {
    /** For the TextInput, behind what it says of itself. */
    input: {
      autoComplete: 'off',
      ...rest,
      value: text,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        const typed = event.currentTarget.value;
        setText(typed);
        put(read(typed));
      },
      onBlur: (event: FocusEvent<HTMLInputElement>) => {
        setText(show(held.current));
        onBlur?.(event);
      },
    },
    held,
    pick: (next: V) => {
      put(next);
      setText(show(next));
    },
  };
}
