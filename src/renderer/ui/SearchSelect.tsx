import { Select, type SelectProps } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { foldedFilter } from './folded-filter.ts';

/** A list to choose from by typing a part of it, marks or not; Enter takes what is found, and otherwise goes on. */
export function SearchSelect(props: SelectProps) {
  const isTyped = useRef(false);
  return (
    <Select
      searchable
      selectFirstOptionOnChange
      openOnFocus={false}
      limit={50}
      filter={foldedFilter}
      {...props}
      onInput={() => {
        isTyped.current = true;
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        if (isTyped.current) takeFirst(event);
        isTyped.current = false;
      }}
    />
  );
}

/** The list marks its first line at a letter: what came to the list later has no mark, and Enter would take nothing. */
function takeFirst({ currentTarget }: KeyboardEvent<HTMLInputElement>): void {
  const list = document.getElementById(currentTarget.getAttribute('aria-controls') ?? '');
  if (list?.querySelector('[data-combobox-selected]')) return;
  list?.querySelector<HTMLElement>('[data-combobox-option]')?.click();
}
