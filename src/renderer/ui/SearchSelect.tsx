import { Select, type SelectProps } from '@mantine/core';
import { foldedFilter } from './folded-filter.ts';

/** A list to choose from by typing a part of it, marks or not; Enter takes what is found, and otherwise goes on. */
export function SearchSelect(props: SelectProps) {
  return (
    <Select
      searchable
      selectFirstOptionOnChange
      openOnFocus={false}
      limit={50}
      filter={foldedFilter}
      {...props}
    />
  );
}
