import type { Kysely } from 'kysely';
import type { FeatureHandlers } from '#main/api/context.ts';
import type { Database } from '#main/db/schema.ts';
import { sampleDay, sampleModel } from '#main/features/documents/index.ts';
import { getOrganisation, requireName } from '#main/features/organisation/index.ts';
import { builtInProfiles, guidelineOf } from '#main/paper/profiles.ts';
import { deleteProfile, listProfiles, upsertProfile } from '#main/paper/profiles-repository.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { layoutFaults } from '#shared/paper/profile-rules.ts';
import { changedPaths } from '#shared/paper/profile-values.ts';
import { showDate } from '#shared/text/dates.ts';

type Handled = 'profiles' | 'sampleProfile' | 'saveProfile' | 'resetProfile' | 'addProfile' | 'removeProfile';

/** The part of the feature's handlers that is about layouts as such. */
export const profileHandlers: Pick<FeatureHandlers<'print'>, Handled> = {
  profiles: async ({ db }) => {
    const profiles = await listProfiles(db);
    return profiles
      .map((profile) => ({
        profile,
        guideline: guidelineOf(profile),
        isOwn: !isBuiltIn(profile.id),
        isChanged: isChanged(profile),
      }))
      .sort((a, b) => a.profile.validFrom.localeCompare(b.profile.validFrom));
  },

  sampleProfile: async ({ db, services, today }, { profile, sample }) => {
    refuseFaults(profile);
    const day = sampleDay(profile, today());
    const name = requireName(await getOrganisation(db), day);
    return services.typesetter.svg(sampleModel({ profile, sample, name, day }));
  },

  saveProfile: async ({ db, newId }, profile) => {
    const { regime } = await findProfile(db, profile.id);
    if (regime !== profile.regime) throw new AppError('CONFLICT');
    refuseFaults(profile);
    await refuseSameDay(db, profile);
    if (isBuiltIn(profile.id) && !isChanged(profile)) await deleteProfile(db, profile.id);
    else await upsertProfile(db, newId(), profile);
    return {};
  },

  resetProfile: async ({ db, newId }, { id }) => {
    const { name, validFrom, validTo } = await findProfile(db, id);
    if (isBuiltIn(id)) {
      await deleteProfile(db, id);
      return {};
    }
    const guideline = guidelineOf(await findProfile(db, id));
    await upsertProfile(db, newId(), { ...guideline, id, name, validFrom, validTo });
    return {};
  },

  addProfile: async ({ db, newId }, { fromId, name, validFrom }) => {
    const from = await findProfile(db, fromId);
    const profile = { ...from, id: newId(), name, validFrom, validTo: null };
    await refuseSameDay(db, profile);
    await upsertProfile(db, newId(), profile);
    return { id: profile.id };
  },

  removeProfile: async ({ db }, { id }) => {
    await findProfile(db, id);
    if (isBuiltIn(id)) throw ruleError('layoutIsBuiltIn');
    await deleteProfile(db, id);
    return {};
  },
};

function isBuiltIn(id: string): boolean {
  return builtInProfiles.some((one) => one.id === id);
}

function isChanged(profile: LayoutProfile): boolean {
  return changedPaths(profile, guidelineOf(profile)).length > 0;
}

/** @throws AppError NOT_FOUND */
async function findProfile(db: Kysely<Database>, id: string): Promise<LayoutProfile> {
  const found = (await listProfiles(db)).find((profile) => profile.id === id);
  if (!found) throw new AppError('NOT_FOUND');
  return found;
}

/** @throws AppError RULE with the first value that does not go together with another one */
function refuseFaults(profile: LayoutProfile): void {
  const [fault] = layoutFaults(profile);
  if (fault) throw ruleError(fault.reason, fault.params);
}

/** A document of a day takes one layout. @throws AppError RULE layoutSameDay */
async function refuseSameDay(db: Kysely<Database>, profile: LayoutProfile): Promise<void> {
  const { id, regime, validFrom } = profile;
  const other = (await listProfiles(db)).find(
    (one) => one.id !== id && one.regime === regime && one.validFrom === validFrom,
  );
  if (other) throw ruleError('layoutSameDay', { name: other.name, date: showDate(validFrom) });
}
