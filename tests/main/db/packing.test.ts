import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packNext } from '#main/db/journal/pack.ts';
import { wholeTexts } from '#main/db/journal/reader.ts';
import { verifyStore } from '#main/db/journal/verify.ts';
import type { Store } from '#main/db/open.ts';
import { storeFileName } from '#main/db/store-files.ts';
import { dump } from '../../support/random-commands.ts';
import { type StoreFixture, storeBytes, storeFixtures } from '../../support/stores/fixture.ts';
import { createTestApp, removeTempFolders, tempFolder } from '../../support/test-app.ts';

afterAll(removeTempFolders);

const old = storeFixtures().filter(({ schema }) => schema < 11);

async function opened({ schema, people }: StoreFixture) {
  const folder = tempFolder();
  writeFileSync(join(folder, storeFileName), storeBytes(schema));
  const app = await createTestApp({ folder });
  if (people.clerk) app.program.services.presence.signIn(people.clerk);
  return app;
}

/** As the job does it, a little at a time. */
async function packAll({ db, raw }: Store, mostLetters?: number): Promise<number> {
  let rounds = 0;
  while (await db.transaction().execute(async () => packNext(raw, mostLetters))) rounds += 1;
  return rounds;
}

function journalOf({ raw }: Store) {
  const heads = raw.prepare('SELECT * FROM change_set ORDER BY seq').all() as { seq: number; form: number }[];
  const first = heads.filter(({ form }) => form === 1);
  return { heads, rows: first.map(({ seq }) => wholeTexts(raw, seq)) };
}

function bytesOf({ raw }: Store): number {
  return raw
    .prepare(
      'SELECT sum(coalesce(length(before), 0) + coalesce(length(after), 0) + coalesce(length(kept), 0)) FROM change_row',
    )
    .pluck()
    .get() as number;
}

describe.each(old)('the journal of a store of schema $schema', (fixture) => {
  test('is packed to a fraction, comes out byte for byte, and is vouched for as before', async () => {
    const app = await opened(fixture);
    const store = app.store();
    const before = { journal: journalOf(store), bytes: bytesOf(store), records: dump(app) };
    expect(await packAll(store, 20_000)).toBeGreaterThan(2);
    expect(journalOf(store)).toEqual(before.journal);
    expect(dump(app)).toEqual(before.records);
    expect(verifyStore(store.raw).faults).toEqual([]);
    expect(bytesOf(store)).toBeLessThan(before.bytes * 0.7);
    expect(await packAll(store)).toBe(0);
    await app.close();
  });

  test('is undone and done again from what was packed', async () => {
    const [plain, packed] = [await opened(fixture), await opened(fixture)];
    await packAll(packed.store());
    const after = dump(packed);
    for (const { seq, actor } of fixture.undoable) {
      for (const app of [plain, packed]) {
        if (fixture.people.clerk) app.program.services.presence.signIn(actor);
        await app.call.journal.undo({ seq });
      }
      expect(dump(packed)).toEqual(dump(plain));
    }
    for (const { actor } of fixture.undoable.toReversed()) {
      if (fixture.people.clerk) packed.program.services.presence.signIn(actor);
      await packed.call.journal.redo({});
    }
    expect(dump(packed)).toEqual(after);
    expect(verifyStore(packed.store().raw).faults).toEqual([]);
    await plain.close();
    await packed.close();
  });
});
