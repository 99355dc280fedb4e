import { Select, type SelectProps } from '@mantine/core';
import { useRef } from 'react';
import { foldedFilter } from './folded-filter.ts';
import { takeFirst } from './take-first.ts';

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
