import { useRef, useState } from 'react';

type Options<V> = {
  value?: V;
  defaultValue?: V;
  onChange?: (value: V) => void;
  /** What is handed on for a typed text; text that cannot be read is handed on too, so that the schema refuses it. */
  read: (text: string) => V;
  show: (value: V) => string;
};

/**
 * A text field whose value is not its text: what is typed stays as typed until the field is left, then it is shown in
 * its proper form. Works with `value` or with `defaultValue`.
 */
export function useTypedValue<V>({ value, defaultValue, onChange, read, show }: Options<V>) {
  const given = (value !== undefined ? value : defaultValue) as V;
  const [text, setText] = useState(() => show(given));
  const known = useRef(given);
  if (value !== undefined && value !== known.current) {
    known.current = value;
    setText(show(value));
  }

  function put(next: V): void {
    if (next === known.current) return;
    known.current = next;
    onChange?.(next);
  }

  return {
    text,
    current: known,
    type: (typed: string) => {
      setText(typed);
      put(read(typed));
    },
    pick: (next: V) => {
      put(next);
      setText(show(next));
    },
    leave: () => setText(show(known.current)),
  };
}
