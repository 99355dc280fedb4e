import '#renderer/ui/library-styles.ts';
import { TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { focusAtOnce } from '#renderer/ui/focus-at-once.ts';
import { SearchIcon } from '#renderer/ui/icons.tsx';
import classes from './FindBox.module.css';
import { moved } from './list-view.ts';

type Props<T> = {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly T[];
  keyOf: (option: T) => string;
  children: (option: T) => ReactNode;
  onChoose: (option: T) => void;
  /** What Enter takes, where what is shown may lag behind the fingers. */
  atEnter?: (marked: number) => T | undefined;
  /** Stands between the field and the list. */
  below?: ReactNode;
  /** Takes the height of its place and scrolls inside. */
  fill?: boolean;
};

const page = 12;

/** A field and what it finds: type, ↑↓, Enter. */
export function FindBox<T>({ options, keyOf, children, onChoose, ...props }: Props<T>) {
  const { label, placeholder, value, onChange, atEnter, below, fill } = props;
  const listId = useId();
  const [marked, setMarked] = useState(0);
  const current = Math.min(marked, options.length - 1);
  const shown = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is what it follows
  useEffect(() => shown.current?.scrollIntoView({ block: 'nearest' }), [current]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const isMove = event.key.startsWith('Arrow') || event.key.startsWith('Page');
    const target = isMove ? moved(event.key, current, options.length, page) : null;
    if (target !== null) setMarked(target);
    else if (event.key === 'Enter') {
      const option = atEnter ? atEnter(current) : options[current];
      if (option !== undefined) onChoose(option);
    } else return;
    event.preventDefault();
  }

  return (
    <div className={classes.box} data-fill={fill || undefined}>
      <TextInput
        data-autofocus
        ref={focusAtOnce}
        size="md"
        variant="unstyled"
        className={classes.query}
        leftSection={<SearchIcon />}
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={options[current] && `${listId}-${current}`}
        placeholder={placeholder}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
      />
      {below}
      <div id={listId} role="listbox" aria-label={label} className={classes.list}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above takes the keys
          <div
            key={keyOf(option)}
            id={`${listId}-${index}`}
            ref={index === current ? shown : undefined}
            role="option"
            aria-selected={index === current}
            tabIndex={-1}
            className={classes.option}
            // The cursor stays in the field, and with it the keys.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
          >
            {children(option)}
          </div>
        ))}
      </div>
    </div>
  );
}
