import { type Part, type Told, textLines } from '#renderer/lib/forms/differences.ts';
import { isFields } from '#renderer/lib/plain.ts';
import type { Say } from '#shared/i18n/translate.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { valueAt } from '#shared/paper/profile-values.ts';
import { groupFor, layoutRows } from './layout-fields.ts';
import { fieldName, rowName, valueText } from './layout-words.ts';

/** Each part of the paper as one choice, with its values line by line. */
export const toldLayout: Told<LayoutProfile> = {
  parts: (say, saved) => Object.keys(saved).map((key) => partOf(say, saved, key as keyof LayoutProfile)),
};

function partOf(say: Say, saved: LayoutProfile, key: keyof LayoutProfile): Part<LayoutProfile> {
  return {
    id: key,
    label: isFields(saved[key]) ? rowName(say, key) : say(`print.group.${groupFor(key)}`),
    of: (profile) => profile[key],
    put: (into, part) => ({ ...into, [key]: part }),
    lines: (part) => {
      const profile = { ...saved, [key]: part };
      const rows = [...layoutRows(profile).values()].flat();
      return rows.flatMap((row) =>
        row.fields
          .filter(({ path }) => path === key || path.startsWith(`${key}.`))
          .flatMap((field) => {
            const value = valueText(say, field, valueAt(profile, field.path));
            const name = [row.path !== key && row.path && rowName(say, row.path), fieldName(say, field)]
              .filter(Boolean)
              .join(', ');
            return textLines(`${name}: ${value}`);
          }),
      );
    },
  };
}
