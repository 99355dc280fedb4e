import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packNext } from '#main/db/journal/pack.ts';
import { rollBack } from '#main/db/journal/roll-back.ts';
import { verifyStore } from '#main/db/journal/verify.ts';
import { migrate } from '#main/db/migrate.ts';
import { storeFileName } from '#main/db/store-files.ts';
import { type StoreFixture, storeBytes, storeFixtures } from '../../support/stores/fixture.ts';
import { createTestApp, removeTempFolders, type TestApp, tempFolder } from '../../support/test-app.ts';
import { describeFormerly, schemaOf, withMore } from '../../support/trial-migrations.ts';
import { carried, memoryCopy, rowsOf } from '../../support/trial-store.ts';

afterAll(removeTempFolders);

/* The journal of versions before 11, half of it packed, when the records change again. */
const sql = `
  ALTER TABLE indicator RENAME COLUMN name TO called;
  ALTER TABLE agenda_item RENAME COLUMN discussion TO told;
  UPDATE member SET full_name = 'Đ/c ' || full_name;
  ALTER TABLE attendance ADD COLUMN note TEXT NOT NULL DEFAULT '-';`;
const until = schemaOf.old;
const formerly = {
  indicator: [{ until, read: ({ name, ...row }: Row) => ({ ...row, called: name }) }],
  agenda_item: [{ until, read: ({ discussion, ...row }: Row) => ({ ...row, told: discussion }) }],
  member: [{ until, read: (row: Row) => ({ ...row, full_name: `Đ/c ${row.full_name}` }) }],
};
type Row = Readonly<Record<string, string | number | null | undefined>>;

async function opened({ schema }: StoreFixture): Promise<TestApp> {
  const folder = tempFolder();
  writeFileSync(join(folder, storeFileName), storeBytes(schema));
  return createTestApp({ folder });
}

async function undo(app: TestApp, fixture: StoreFixture, { seq, actor }: { seq: number; actor: string }) {
  if (fixture.people.clerk) app.program.services.presence.signIn(actor);
  return app.call.journal.undo({ seq });
}

/** Work of a program whose records say how their rows were read before. */
async function described<T>(work: () => T | Promise<T>): Promise<T> {
  const forget = describeFormerly({ formerly });
  try {
    return await work();
  } finally {
    forget();
  }
}

const old = storeFixtures().filter(({ schema }) => [1, 3, 6, 10].includes(schema));

describe.each(old)('the journal of a store of schema $schema', (fixture) => {
  test('is undone, and leads to its days, through records that changed since', async () => {
    const [plain, changed] = [await opened(fixture), await opened(fixture)];
    const { db, raw } = changed.store();
    await db.transaction().execute(async () => packNext(raw, 40_000));
    const head = { id: 'm', origin: 'o', at: '2026-03-02T00:00:00.000Z' };
    await described(() => migrate(raw, withMore([sql]), head));
    expect(rowsOf(raw)).toEqual(carried(plain.store().raw, [sql]));
    await described(() => expect(verifyStore(raw).faults).toEqual([]));
    for (const { seq } of fixture.days.slice(0, -1)) {
      const [then, past] = [memoryCopy(plain.store().raw), memoryCopy(raw)];
      await rollBack(then, seq, () => undefined);
      await described(() => rollBack(past, seq, () => undefined));
      expect(rowsOf(past), `as of ${seq}`).toEqual(carried(then, [sql]));
      await described(() => expect(verifyStore(past).faults, `as of ${seq}`).toEqual([]));
    }
    while (await db.transaction().execute(async () => packNext(raw)));
    for (const step of fixture.undoable) {
      await undo(plain, fixture, step);
      await described(() => undo(changed, fixture, step));
      expect(rowsOf(raw), step.command).toEqual(carried(plain.store().raw, [sql]));
    }
    await described(() => expect(verifyStore(raw).faults).toEqual([]));
    await plain.close();
    await changed.close();
  });
});
