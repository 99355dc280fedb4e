import { createContext, useContext } from 'react';
import type { SavedForm } from '#renderer/lib/forms/saved-form.ts';
import { type LayoutProfile, layoutProfile } from '#shared/paper/profile.ts';
import { layoutFaults } from '#shared/paper/profile-rules.ts';

/** A layout as the form may save it; the words for a fault are those that main would refuse it with. */
export const profileForm = layoutProfile.superRefine((profile, context) => {
  for (const { path } of layoutFaults(profile)) {
    context.addIssue({ code: 'custom', path: path.split('.'), message: 'validation.layout' });
  }
});

/** What is asked for of a copy that holds from another day on. */
export const versionForm = layoutProfile.pick({ validFrom: true, name: true });

export type SavedProfile = SavedForm<LayoutProfile>;

type LayoutForm = {
  form: SavedProfile['form'];
  guideline: LayoutProfile;
  /** Where a part comes from that this layout does not print: layouts of other guidelines. */
  others: readonly LayoutProfile[];
  /** By path: what is wrong between two values, in words. */
  faults: ReadonlyMap<string, string>;
};

const LayoutFormContext = createContext<LayoutForm | null>(null);
export const LayoutFormProvider = LayoutFormContext.Provider;

export function useLayoutForm(): LayoutForm {
  const form = useContext(LayoutFormContext);
  if (!form) throw new Error('a layout field outside of its form');
  return form;
}
