import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#main/db/schema.ts';
import { defaultPresets } from '#shared/features/conferences/presets.ts';
import { type ConferenceKind, conferenceKinds, type Preset } from '#shared/features/conferences/schema.ts';

/** One for each kind: the office's own, or what is usual. */
export async function listPresets(db: Kysely<Database>): Promise<Preset[]> {
  const rows = await db.selectFrom('conference_preset').selectAll().execute();
  const own = new Map(
    rows.map((row): [string, Preset] => [
      row.kind,
      {
        kind: row.kind as ConferenceKind,
        agenda: JSON.parse(row.agenda) as string[],
        expectedDocuments: row.expected_documents,
        quorumNumerator: row.quorum_numerator,
        quorumDenominator: row.quorum_denominator,
        quorumIsStrict: row.quorum_is_strict === 1,
        numbersMinutes: row.numbers_minutes === 1,
      },
    ]),
  );
  return conferenceKinds.map((kind) => own.get(kind) ?? defaultPresets[kind]);
}

export async function presetOf(db: Kysely<Database>, kind: ConferenceKind): Promise<Preset> {
  const presets = await listPresets(db);
  return presets.find((preset) => preset.kind === kind) ?? defaultPresets[kind];
}

export async function upsertPreset(db: Transaction<Database>, id: string, preset: Preset): Promise<void> {
  const row = {
    agenda: JSON.stringify(preset.agenda),
    expected_documents: preset.expectedDocuments,
    quorum_numerator: preset.quorumNumerator,
    quorum_denominator: preset.quorumDenominator,
    quorum_is_strict: preset.quorumIsStrict ? 1 : 0,
    numbers_minutes: preset.numbersMinutes ? 1 : 0,
  };
  await db
    .insertInto('conference_preset')
    .values({ id, kind: preset.kind, ...row })
    .onConflict((conflict) => conflict.column('kind').doUpdateSet(row))
    .execute();
}
