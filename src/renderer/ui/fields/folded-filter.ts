import type { ComboboxItem, ComboboxParsedItem, OptionsFilter } from '@mantine/core';
import { fold } from '#shared/text/fold.ts';

/** Finds options of a list as everywhere in the program: without marks, each typed word anywhere. */
export const foldedFilter: OptionsFilter = ({ options, search, limit }) => {
  const words = fold(search).split(' ').filter(Boolean);
  let left = limit;
  const isFound = ({ label }: ComboboxItem) => {
    const folded = fold(label);
    if (left === 0 || !words.every((word) => folded.includes(word))) return false;
    left -= 1;
    return true;
  };
  return options.flatMap((option): ComboboxParsedItem[] => {
    if (!('group' in option)) return isFound(option) ? [option] : [];
    const items = option.items.filter(isFound);
    return items.length > 0 ? [{ ...option, items }] : [];
  });
};
