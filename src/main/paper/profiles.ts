import type { FrozenPrint } from '#shared/paper/frozen.ts';
import type { DocumentModel, MinutesModel } from '#shared/paper/model.ts';
import type { LayoutProfile, Regime } from '#shared/paper/profile.ts';
import hd05 from '../../../templates/profiles/hd05.json' with { type: 'json' };
import hd36 from '../../../templates/profiles/hd36.json' with { type: 'json' };
import nd30 from '../../../templates/profiles/nd30.json' with { type: 'json' };

/**
 * Oldest first. A new guideline is a new file here; the old ones stay, for the documents printed under them. A test holds
 * them against the schema: reading them with it would cost every start 35 ms.
 */
export const builtInProfiles = [hd36, nd30, hd05] as unknown as readonly [LayoutProfile, ...LayoutProfile[]];

/**
 * The layout in force on the document's date (YYYY-MM-DD). Without a date the newest, since the document is still
 * to be issued; before the first known guideline the oldest.
 */
export function profileOn(
  profiles: readonly LayoutProfile[],
  regime: Regime,
  date: string | null,
): LayoutProfile {
  const own = profiles
    .filter((profile) => profile.regime === regime)
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom));
  const found = date === null ? own.at(-1) : (own.findLast(({ validFrom }) => validFrom <= date) ?? own[0]);
  if (!found) throw new Error(`no layout profile for ${regime}`);
  return found;
}

/** What the office's values are compared with and go back to: the built-in layout of that name, or that of its first day. */
export function guidelineOf({
  id,
  regime,
  validFrom,
}: Pick<LayoutProfile, 'id' | 'regime' | 'validFrom'>): LayoutProfile {
  return builtInProfiles.find((one) => one.id === id) ?? profileOn(builtInProfiles, regime, validFrom);
}

/** A paper of before profiles travelled with the paper names its guideline: it gets the built-in one. */
export function withProfile(print: FrozenPrint): DocumentModel | MinutesModel {
  const { profile } = print;
  if (typeof profile !== 'string') return { ...print, profile };
  return { ...print, profile: builtInProfiles.find(({ id }) => id === profile) ?? builtInProfiles[0] };
}
