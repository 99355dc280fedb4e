import type { ComboboxParsedItem, OptionsFilter } from '@mantine/core';
import { fold } from '#shared/text/fold.ts';

/** Finds options of a list as everywhere in the program: without marks, each typed word anywhere. */
export const foldedFilter: OptionsFilter = ({ options, search, limit }) => {
  const words = fold(search).split(' ').filter(Boolean);
  let left = limit;
  const matching = (items: readonly ComboboxParsedItem[]): ComboboxParsedItem[] =>
    items.flatMap((item): ComboboxParsedItem[] => {
      if ('group' in item) {
        const found = matching(item.items) as typeof item.items;
        return found.length > 0 ? [{ ...item, items: found }] : [];
      }
      const label = fold(item.label);
      if (left === 0 || !words.every((word) => label.includes(word))) return [];
      left -= 1;
      return [item];
    });
  return matching(options);
};
