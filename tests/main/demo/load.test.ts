import { afterEach, beforeEach, expect, test } from 'vitest';
import { dump } from '../../support/random-commands.ts';
import { documentInput } from '../../support/records.ts';
import { createTestApp, refusal, removeTempFolders, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});
afterEach(async () => {
  expect(app.logged).toEqual([]);
  await app.close();
  removeTempFolders();
});

const locks = () =>
  app.store().raw.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`).all();

test('the demo records are one step: taken back row by row with the numbers they were given, and done again', async () => {
  const { call } = app;
  const [empty, triggers] = [dump(app), locks()];
  await call.app.loadDemo({});
  expect(await call.journal.recent({})).toMatchObject([{ command: 'app.loadDemo', final: false }]);
  const full = dump(app);
  expect(full.document).toHaveLength(3);

  for (let times = 0; times < 2; times += 1) {
    expect(await call.journal.undo({})).toMatchObject({ command: 'app.loadDemo' });
    expect(dump(app)).toEqual(empty);
    expect(await call.app.status({})).toMatchObject({ isSetUp: false });
    expect(await call.journal.redo({})).toMatchObject({ command: 'app.loadDemo' });
    expect(dump(app)).toEqual(full);
  }
  expect(locks()).toEqual(triggers);
  expect((await call.journal.verify({})).faults).toEqual([]);

  // Taken back, they can be loaded anew, and the office be set up without them.
  await call.journal.undo({});
  await call.app.loadDemo({});
  expect((await call.documents.list({})).filter(({ status }) => status === 'issued')).toMatchObject([
    { number: 1 },
    { number: 12 },
  ]);
});

test('is loaded into an empty office alone, and wholly or not at all', async () => {
  const { call, program } = app;
  const stopped = program.dispatcher.invoke('app.loadDemo', {}, 'job');
  program.dispatcher.cancel('job');
  expect(await stopped).toMatchObject({ error: { code: 'CANCELLED' } });
  expect(await call.journal.recent({})).toEqual([]);
  await call.app.loadDemo({});
  expect(await refusal(call.app.loadDemo({}))).toMatchObject({ detail: { reason: 'notEmpty' } });
});

test('is not taken back from under what was built on it', async () => {
  const { call } = app;
  await call.app.loadDemo({});
  const [issued] = (await call.documents.list({})).filter(({ status }) => status === 'issued');
  const { id } = await call.documents.create(documentInput({ date: '2021-12-24' }));
  await call.documents.issue({ id, date: '2021-12-24' });
  expect((await refusal(call.journal.undo({}))).code).toBe('FINAL');
  expect(await refusal(call.journal.undo({ seq: 1 }))).toMatchObject({
    code: 'CONFLICT',
    detail: { reason: 'laterInTheWay' },
  });
  await call.documents.void({ id: issued?.id ?? '', reason: 'cấp nhầm' });
  expect(await refusal(call.journal.undo({ seq: 1 }))).toMatchObject({
    code: 'CONFLICT',
    detail: { reason: 'rowChanged' },
  });
});

test('what was issued in it is as locked as any', async () => {
  const { call } = app;
  await call.app.loadDemo({});
  await call.journal.undo({});
  await call.journal.redo({});
  const [issued] = (await call.documents.list({})).filter(({ status }) => status === 'issued');
  const id = issued?.id ?? '';
  expect(await refusal(call.documents.remove({ id }))).toMatchObject({
    detail: { reason: 'issuedIsFrozen' },
  });
  for (const sql of [
    `UPDATE document SET status = 'draft' WHERE id = ?`,
    'DELETE FROM document WHERE id = ?',
  ])
    expect(() => app.store().raw.prepare(sql).run(id)).toThrow('document: issued');
});
