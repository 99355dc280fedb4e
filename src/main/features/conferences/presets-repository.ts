import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { defaultPresets } from '#shared/features/conferences/presets.ts';
import { conferencePresetRecord } from '#shared/features/conferences/records.ts';
import { type ConferenceKind, conferenceKinds, type Preset } from '#shared/features/conferences/schema.ts';
import { readRow, toColumns } from '#shared/record.ts';

/** One for each kind: the office's own, or what is usual. */
export async function listPresets(db: Kysely<Database>): Promise<Preset[]> {
  const rows = await db.selectFrom('conference_preset').selectAll().execute();
  const presets = rows.map((row) => readRow(conferencePresetRecord, row));
  const own = new Map(presets.map((preset) => [preset.kind, preset]));
  return conferenceKinds.map((kind) => own.get(kind) ?? defaultPresets[kind]);
}

export async function presetOf(db: Kysely<Database>, kind: ConferenceKind): Promise<Preset> {
  const presets = await listPresets(db);
  return presets.find((preset) => preset.kind === kind) ?? defaultPresets[kind];
}

export async function upsertPreset(
  db: Transaction<Database>,
  id: string,
  { kind, ...preset }: Preset,
): Promise<void> {
  const row = toColumns(conferencePresetRecord, preset);
  await db
    .insertInto('conference_preset')
    .values({ id, kind, ...row })
    .onConflict((conflict) => conflict.column('kind').doUpdateSet(row))
    .execute();
}
