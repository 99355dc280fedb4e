import { basename } from 'node:path';
import type { Kysely } from 'kysely';
import type { FeatureHandlers } from '#main/api/context.ts';
import { newestChangeSet } from '#main/db/journal/newest-changes.ts';
import { allPreferences, writePreference } from '#main/db/preferences.ts';
import { giveUpRestore } from '#main/db/replace.ts';
import type { Database } from '#main/db/schema.ts';
import { writeWhole } from '#main/db/whole-file.ts';
import { loadDemo } from '#main/demo/load.ts';
import { approvalObjections } from '#main/features/approvals/index.ts';
import { lastBackup } from '#main/features/backup/index.ts';
import { conferenceObjections } from '#main/features/conferences/index.ts';
import { documentObjections } from '#main/features/documents/index.ts';
import { countDrafts } from '#main/features/drafts/index.ts';
import { getOffice } from '#main/features/organisation/index.ts';
import { reviewObjections } from '#main/features/reviews/index.ts';
import { clockAgainst } from '#shared/features/app/clock.ts';
import { type Preferences, preferences } from '#shared/features/app/contract.ts';
import { nameOn, termOn } from '#shared/features/organisation/rules.ts';
import { technicianReport } from './report.ts';

/** In the order in which they are told. */
const askedForObjections = [conferenceObjections, documentObjections, reviewObjections, approvalObjections];

const defaults: Preferences = { language: 'vi', colorScheme: 'light', firstSteps: 'shown' };

export const appHandlers: FeatureHandlers<'app'> = {
  startup: async ({ services }) => services.session.startup(),

  retry: ({ services }) => services.session.open(),

  openOlder: ({ services }, { found }) => services.session.open(found),

  giveUpRestore: async ({ services: { session } }) => {
    if (session.startup().state !== 'ready') giveUpRestore(session.folder);
    return session.open();
  },

  status: async ({ db, actor, services, now, today }) => {
    const office = await getOffice(db);
    const newest = await newestChangeSet(db);
    const backup = await lastBackup(db);
    return {
      version: services.version,
      officeName: nameOn(office, today())?.name ?? null,
      termOrdinal: (termOn(office, today()) ?? office.terms.at(-1))?.ordinal ?? null,
      isSetUp: office.bodyId !== null,
      savedAt: newest?.at ?? null,
      trouble: services.session.trouble(),
      drafts: await countDrafts(db, actor.id),
      viewedDay: services.session.viewedDay(),
      lastBackup: backup && {
        at: backup.at,
        fileName: backup.fileName,
        changesSince: (newest?.seq ?? 0) - backup.seq,
      },
      isRestoreTakenBack: services.session.isRestoreTakenBack(),
      // An earlier day is meant to be long ago.
      clock: newest && services.session.viewedDay() === null ? clockAgainst(newest.at, now()) : null,
      preferences: await readPreferences(db),
      textSize: services.host.textSize.get(),
    };
  },

  savePreferences: async ({ db }, wanted) => {
    for (const [key, value] of Object.entries(wanted)) await writePreference(db, key, value);
    return {};
  },

  objections: async (ctx, act) => {
    const told = [];
    for (const ask of askedForObjections) told.push(...(await ask(ctx, act)));
    return told;
  },

  saveTextSize: async ({ services }, { textSize }) => {
    services.host.textSize.set(textSize);
    return {};
  },

  loadDemo: async (ctx) => {
    await ctx.change('app.loadDemo', ({ call }) =>
      loadDemo(call, (done, total) => ctx.progress('demo', done, total)),
    );
    return {};
  },

  saveReport: async (ctx) => {
    const { host } = ctx.services;
    const target = await host.chooseSaveTarget(`so-nghi-quyet-${ctx.today()}.txt`);
    if (target === null) return null;
    // With its mark, so that the plainest editor of Windows reads it as UTF-8.
    await writeWhole(target, Buffer.from(`\ufeff${await technicianReport(ctx)}`));
    return { fileName: basename(target) };
  },

  noteFailure: async ({ services }, { logId, words }) => {
    services.log.error(logId, words);
    return {};
  },

  cancel: async ({ services }, { job }) => ({ cancelled: services.tasks.cancel(job) }),
};

/** One that was never set, or that nobody can read, is as usual; the settings show what holds. */
async function readPreferences(db: Kysely<Database>): Promise<Preferences> {
  const stored = await allPreferences(db);
  const { language, colorScheme, firstSteps } = preferences.shape;
  return {
    language: language.safeParse(stored.language).data ?? defaults.language,
    colorScheme: colorScheme.safeParse(stored.colorScheme).data ?? defaults.colorScheme,
    firstSteps: firstSteps.safeParse(stored.firstSteps).data ?? defaults.firstSteps,
  };
}
