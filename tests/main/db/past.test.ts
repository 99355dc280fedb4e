import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { rollBack } from '#main/db/journal/roll-back.ts';
import { verifyStore } from '#main/db/journal/verify.ts';
import { loadMigrations, migrate } from '#main/db/migrate.ts';
import { pastFolderPrefix } from '#main/db/store-files.ts';
import { clockedApp, dayOf } from '../../support/clocked-app.ts';
import { writeTempFile } from '../../support/files.ts';
import { makeOldStore, sealOld } from '../../support/first-journal.ts';
import { dump } from '../../support/random-commands.ts';
import { addMember, documentInput, setUpOffice } from '../../support/records.ts';
import { appRoot, refusal, removeTempFolders } from '../../support/test-app.ts';

afterEach(removeTempFolders);

/** Set up on the 1st, a document on the 2nd that is changed on the 4th. */
async function threeDays() {
  const app = await clockedApp();
  const { termId } = await setUpOffice(app.call);
  app.turnTo(2);
  const { id } = await app.call.documents.create(documentInput({ subject: 'về việc thứ nhất' }));
  app.turnTo(4);
  await app.call.documents.save({ ...documentInput({ subject: 'về việc thứ hai' }), id });
  app.turnTo(5);
  return { app, id, termId };
}

const pastCopies = (folder: string) =>
  readdirSync(folder).filter((name) => name.startsWith(pastFolderPrefix));

describe('an earlier day', () => {
  test('is what every question answers, and the way back is open', async () => {
    const { app, id } = await threeDays();
    await app.call.journal.viewPast({ day: dayOf(3) });
    expect((await app.call.app.status({})).viewedDay).toBe(dayOf(3));
    expect((await app.call.documents.get({ id })).subject).toBe('về việc thứ nhất');
    expect((await app.call.journal.recent({})).map(({ seq }) => seq)).toEqual([2, 1]);
    expect((await app.call.print.preview({ source: { kind: 'document', id } })).pages).toHaveLength(1);
    await app.call.journal.viewPast({ day: dayOf(1) });
    expect(await app.call.documents.list({})).toEqual([]);
    expect(pastCopies(app.folder)).toHaveLength(1);
    await app.call.journal.leavePast({});
    expect((await app.call.app.status({})).viewedDay).toBeNull();
    expect((await app.call.documents.get({ id })).subject).toBe('về việc thứ hai');
    expect(pastCopies(app.folder)).toEqual([]);
    await app.close();
    expect(app.logged).toEqual([]);
  });

  test('is not changed by anything, and nothing typed is offered in it', async () => {
    const { app, id } = await threeDays();
    await app.call.drafts.put({ key: 'documents:new', value: '{}' });
    await app.call.journal.viewPast({ day: dayOf(3) });
    const before = dump(app);
    const { call, host } = app;
    host.folder = app.folder;
    const refused = [
      call.documents.save({ ...documentInput({ subject: 'x' }), id }),
      call.documents.issue({ id, date: dayOf(5) }),
      call.journal.undo({}),
      call.drafts.put({ key: 'documents:new', value: '{"x":1}' }),
      call.drafts.discard({ key: 'documents:new' }),
      call.app.savePreferences({ language: 'en', colorScheme: 'dark' }),
      call.app.loadDemo({}),
      call.backup.create({}),
      call.attachments.choose({}),
    ];
    for (const one of refused) {
      expect(await refusal(one)).toEqual({
        code: 'PAST_IS_READ_ONLY',
        detail: { params: { day: '03/03/2026' } },
      });
    }
    expect(await call.drafts.list({})).toEqual([]);
    expect(() => app.store().raw.exec('DELETE FROM document')).toThrow();
    expect(dump(app)).toEqual(before);
    await call.journal.leavePast({});
    expect(await call.drafts.get({ key: 'documents:new' })).toMatchObject({ value: '{}' });
    await app.close();
  });

  test('before the first change, or not over yet, is refused in words', async () => {
    const { app } = await threeDays();
    expect(await refusal(app.call.journal.viewPast({ day: '2026-02-28' }))).toEqual({
      code: 'RULE',
      detail: { reason: 'pastBeforeFirst', params: { day: '01/03/2026' } },
    });
    for (const day of [dayOf(5), dayOf(6)])
      expect((await refusal(app.call.journal.viewPast({ day }))).detail.reason).toBe('pastNotYet');
    expect((await app.call.app.status({})).viewedDay).toBeNull();
    await app.close();
  });

  test('keeps what was attached then, with its content, and not what came later', async () => {
    const { app, id } = await threeDays();
    const attach = async (name: string, text: string) => {
      app.host.files = [writeTempFile(name, Buffer.from(`%PDF-1.4 ${text}`))];
      const tokens = (await app.call.attachments.choose({})).map(({ token }) => token);
      return app.call.attachments.attach({ ownerKind: 'document', ownerId: id, role: 'scan', tokens });
    };
    app.turnTo(6);
    const { ids } = await attach('quét.pdf', 'một');
    app.turnTo(8);
    await app.call.attachments.remove({ id: ids[0] ?? '' });
    await attach('sau.pdf', 'hai');
    app.turnTo(9);
    await app.call.journal.viewPast({ day: dayOf(7) });
    // Not a change more than there was: a column that is computed from others was not given by anybody.
    expect((await app.call.journal.recent({})).map(({ command }) => command)).not.toContain('migrate');
    const listed = await app.call.attachments.list({ ownerKind: 'document', ownerId: id });
    expect(listed.map(({ name }) => name)).toEqual(['quét.pdf']);
    app.host.saveTarget = join(app.folder, 'lưu.pdf');
    expect(await app.call.attachments.saveAs({ id: ids[0] ?? '' })).toEqual({ fileName: 'lưu.pdf' });
    await app.close();
    expect(app.logged).toEqual([]);
  });

  test('goes back behind what is locked for ever: a number given and voided', async () => {
    const { app, id } = await threeDays();
    app.turnTo(6);
    await app.call.documents.issue({ id, date: dayOf(6) });
    app.turnTo(8);
    await app.call.documents.void({ id, reason: 'Cấp nhầm' });
    app.turnTo(10);
    for (const [day, status, number] of [
      [5, 'draft', null],
      [7, 'issued', 1],
      [9, 'voided', 1],
    ] as const) {
      await app.call.journal.viewPast({ day: dayOf(day) });
      expect(await app.call.documents.get({ id })).toMatchObject({ status, number });
      app.host.pdfTarget = join(app.folder, `${day}.pdf`);
      const printed = await app.call.print.exportPdf({ source: { kind: 'document', id } });
      expect(printed).toMatchObject({ pages: 1 });
    }
    await app.close();
    expect(app.logged).toEqual([]);
  });

  test('can be stopped on the way, and a copy that a crash left goes at the next start', async () => {
    const { app } = await threeDays();
    const { dispatcher } = app.program;
    const running = dispatcher.invoke('journal.viewPast', { day: dayOf(3) }, 'job');
    dispatcher.cancel('job');
    expect(await running).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(pastCopies(app.folder)).toEqual([]);
    expect((await app.call.app.status({})).viewedDay).toBeNull();
    await app.close();
    const left = join(app.folder, `${pastFolderPrefix}abc`);
    mkdirSync(left);
    writeFileSync(join(left, 'so-nghi-quyet.sqlite'), 'half');
    const again = await clockedApp(app.folder);
    expect(existsSync(left)).toBe(false);
    await again.close();
  });

  test('is not made up when the journal was changed behind its back', async () => {
    const { app, id } = await threeDays();
    app.store().raw.exec(`
      DROP TRIGGER change_row_keep;
      UPDATE change_row SET after = replace(after, 'thứ nhất', 'khác') WHERE change_seq = 2`);
    expect(await refusal(app.call.journal.viewPast({ day: dayOf(3) }))).toMatchObject({
      code: 'STORE_DAMAGED',
      detail: { reason: 'past' },
    });
    expect((await app.call.documents.get({ id })).subject).toBe('về việc thứ hai');
    await app.close();
  });
});

test('rows from before a column came have the value that it got when it came', async () => {
  const migrations = loadMigrations(join(appRoot, 'migrations'));
  const raw = new Sqlite(':memory:');
  const done = (at: string) => sealOld(raw, { at });
  makeOldStore(raw, migrations.slice(0, 1));
  raw.exec(`
    INSERT INTO meta VALUES ('store_id', 'x');
    BEGIN;
    INSERT INTO body VALUES ('b', '2020-06-01T00:00:00.000Z');
    INSERT INTO term VALUES ('t', 'b', 13, '2020-06-01', NULL);
    INSERT INTO conference VALUES ('c', 't', 'cell', 1, '2021-12-24T07:30', NULL, '', 'một', '', '', NULL, '', '{}'),
      ('d', 't', 'cell', 2, '2021-12-25T07:30', NULL, '', 'bị xóa', '', '', NULL, '', '{}');`);
  done('1');
  raw.exec(
    `COMMIT; BEGIN; UPDATE conference SET content = 'hai' WHERE id = 'c'; DELETE FROM conference WHERE id = 'd'`,
  );
  done('2');
  raw.exec('COMMIT');
  migrate(raw, migrations, { id: 'm', origin: 'o', at: '3' });
  await rollBack(raw, 1, () => undefined);
  expect(raw.prepare('SELECT id, content, session, custom_title FROM conference ORDER BY id').all()).toEqual([
    { id: 'c', content: 'một', session: 'regular', custom_title: '' },
    { id: 'd', content: 'bị xóa', session: 'regular', custom_title: '' },
  ]);
  expect(verifyStore(raw).faults).toEqual([]);
  raw.close();
});

test('a clock that stood years back for a while hides no change and brings none forward', async () => {
  const app = await clockedApp();
  const { termId } = await setUpOffice(app.call);
  app.turnTo(4);
  await addMember(app.call, termId, 'A');
  app.turnTo(3);
  await addMember(app.call, termId, 'B');
  app.turnTo(6);
  await app.call.journal.viewPast({ day: dayOf(3) });
  expect(await app.call.organisation.listMembers({})).toEqual([]);
  await app.call.journal.viewPast({ day: dayOf(4) });
  expect(await app.call.organisation.listMembers({})).toHaveLength(2);
  await app.close();
});
