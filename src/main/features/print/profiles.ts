import type { ProfileId } from '#shared/features/print/model.ts';
import hd05 from '../../../../templates/profiles/hd05.json' with { type: 'json' };
import hd36 from '../../../../templates/profiles/hd36.json' with { type: 'json' };

/** The part of a profile that composing needs; the measures are read by the templates only. */
export type LayoutProfile = {
  id: ProfileId;
  name: string;
  /** YYYY-MM-DD, both inclusive. */
  validFrom: string;
  validTo: string | null;
  bases: { end: string; lastEnd: string; lastEndBeforeOpening: string };
  recipients: { end: string; lastEnd: string };
  sheetNumber: { fromBottomMm: number };
  page: { rightMm: number };
};

/** Oldest first. A new guideline is a new file here; the old ones stay, for the documents printed under them. */
const profiles: readonly [LayoutProfile, ...LayoutProfile[]] = [
  { ...hd36, id: 'hd36' },
  { ...hd05, id: 'hd05' },
];

/**
 * The layout in force on the document's date (YYYY-MM-DD). Without a date the newest, since the document is still
 * to be issued; before the first known guideline the oldest.
 */
export function profileFor(date: string | null): LayoutProfile {
  const newest = profiles.at(-1) ?? profiles[0];
  if (date === null) return newest;
  return profiles.findLast((profile) => profile.validFrom <= date) ?? profiles[0];
}

export function profileById(id: ProfileId): LayoutProfile {
  return profiles.find((profile) => profile.id === id) ?? profiles[0];
}

/** Where the number of a sheet stands on it: under the right edge of the text. */
export function sheetNumberPlace(id: ProfileId): { fromRightMm: number; fromBottomMm: number } {
  const { page, sheetNumber } = profileById(id);
  return { fromRightMm: page.rightMm, fromBottomMm: sheetNumber.fromBottomMm };
}
