import type { LayoutProfile } from '#shared/paper/profile.ts';

/** The same sheet turned; small letters, since a row holds a whole document. */
export function landscape(profile: LayoutProfile): LayoutProfile {
  const { page, table } = profile;
  return {
    ...profile,
    page: { ...page, widthMm: page.heightMm, heightMm: page.widthMm },
    table: { ...table, sizesPt: [11] },
  };
}
