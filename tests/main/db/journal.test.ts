import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { columnsOf, recordTables } from '#main/db/journal/triggers.ts';
import { verifyStore } from '#main/db/journal/verify.ts';
import { dump } from '../../support/random-commands.ts';
import {
  addMember,
  conferenceInput,
  documentInput,
  indicatorInput,
  setUpOffice,
} from '../../support/records.ts';
import { createTestApp, refusal, removeTempFolders, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
});
afterEach(async () => {
  await app.close();
  removeTempFolders();
});

describe('the journal', () => {
  test('every record table has a text id, so that its rows can be named', () => {
    const { raw } = app.store();
    for (const table of recordTables(raw)) {
      expect([table, columnsOf(raw, table)[0]]).toEqual([table, 'id']);
    }
  });

  test('a command leaves one change set with the rows before and after; a query and a draft leave none', async () => {
    const { termId } = await setUpOffice(app.call);
    await app.call.organisation.get({});
    await app.call.drafts.put({ key: 'documents:new', value: '{}' });
    const [newest, ...older] = await app.call.journal.recent({});
    expect(older).toEqual([]);
    expect(newest).toMatchObject({ seq: 1, command: 'organisation.setup', kind: 'do', undone: false });
    const history = await app.call.journal.history({ id: termId });
    expect(history[0]?.rows[0]).toMatchObject({ table: 'term', rowId: termId });
    expect(history[0]?.rows[0]?.fields).toContainEqual({ field: 'ordinal', before: null, after: 13 });
  });

  test('each change says what it was about, also of what is gone and of a part of a record', async () => {
    const { termId } = await setUpOffice(app.call);
    const indicator = indicatorInput({ name: 'Diện tích cây mì', plan: '150' });
    const { id } = await app.call.indicators.create(indicator);
    await app.call.indicators.save({ ...indicator, id, plan: '151' });
    const document = await app.call.documents.create(documentInput({ subject: 'về nhiệm vụ năm 2022' }));
    await app.call.documents.remove({ id: document.id });
    await addMember(app.call, termId, 'Đinh Văn Lập');
    const told = (await app.call.journal.recent({})).map(({ command, subject }) => [command, subject]);
    expect(told).toEqual([
      ['organisation.saveMember', 'Đinh Văn Lập'],
      ['documents.remove', 'Nghị quyết về nhiệm vụ năm 2022'],
      ['documents.create', 'Nghị quyết về nhiệm vụ năm 2022'],
      ['indicators.save', 'Diện tích cây mì'],
      ['indicators.create', 'Diện tích cây mì'],
      ['organisation.setup', ''],
    ]);
  });

  test('a refused command leaves nothing', async () => {
    await setUpOffice(app.call);
    const before = dump(app);
    const wire = await refusal(app.call.conferences.create(conferenceInput({ endsAt: '2021-12-24T06:00' })));
    expect(wire).toMatchObject({ code: 'RULE', detail: { reason: 'endBeforeStart' } });
    expect(dump(app)).toEqual(before);
    expect((await app.call.journal.recent({})).length).toBe(1);
  });

  test('saving without a change leaves nothing either', async () => {
    const { termId } = await setUpOffice(app.call);
    await app.call.organisation.saveTerm({ id: termId, ordinal: 13, startsOn: '2020-06-01', endsOn: null });
    expect((await app.call.journal.recent({})).length).toBe(1);
  });

  test('nothing can be written past it', async () => {
    const { termId } = await setUpOffice(app.call);
    const { raw } = app.store();
    const ways = [
      `UPDATE term SET ordinal = 1 WHERE id = '${termId}'`,
      `DELETE FROM term`,
      `INSERT INTO body (id, created_at) VALUES ('x', 'y')`,
      `UPDATE change_set SET actor = 'x'`,
      `DELETE FROM change_set`,
      `DELETE FROM change_row`,
      `UPDATE change_row SET after = NULL`,
      `INSERT OR REPLACE INTO change_set SELECT * FROM change_set`,
      `INSERT OR REPLACE INTO change_row SELECT * FROM change_row`,
      `UPDATE OR REPLACE change_row SET id = 1`,
      `INSERT INTO change_set SELECT seq + 2, at, actor, command, kind, target, final, hash, '${'0'.repeat(64)}' FROM change_set`,
    ];
    const before = dump(app);
    for (const sql of ways) expect(() => raw.exec(sql), sql).toThrow();
    expect(dump(app)).toEqual(before);
    expect((await app.call.journal.verify({})).faults).toEqual([]);
  });

  test('verify notices what was changed behind its back', async () => {
    const attacks: readonly [kind: string, sql: string][] = [
      ['row', `DROP TRIGGER journalled_member_update; UPDATE member SET full_name = 'Ai khác'`],
      ['row', `DROP TRIGGER journalled_position_delete; DELETE FROM position`],
      [
        'chain',
        `DROP TRIGGER change_row_keep; UPDATE change_row SET after = replace(after, '13', '14') WHERE table_name = 'term'`,
      ],
      ['chain', `DROP TRIGGER change_set_keep; UPDATE change_set SET actor = 'x' WHERE seq = 1`],
    ];
    for (const [kind, sql] of attacks) {
      const trial = await createTestApp();
      const { termId } = await setUpOffice(trial.call);
      await addMember(trial.call, termId, 'Đinh Văn Trường');
      expect((await trial.call.journal.verify({})).faults).toEqual([]);
      trial.store().raw.exec(sql);
      const report = await trial.call.journal.verify({});
      expect(
        report.faults.map((fault) => fault.kind),
        sql,
      ).toContain(kind);
      expect(report.faults.filter((fault) => fault.kind === 'row').length, sql).toBeLessThan(2);
      expect(report).toEqual(verifyStore(trial.store().raw));
      await trial.close();
    }
  });
});

describe('undo and redo', () => {
  test('undo, redo and undo again, also after a restart', async () => {
    const { termId } = await setUpOffice(app.call);
    const before = dump(app);
    await addMember(app.call, termId, 'Đinh Văn Trường');
    const after = dump(app);
    await app.close();
    app = await createTestApp({ folder: app.folder });
    expect(await app.call.journal.undo({})).toMatchObject({ command: 'organisation.saveMember' });
    expect(dump(app)).toEqual(before);
    await app.call.journal.redo({});
    expect(dump(app)).toEqual(after);
    await app.call.journal.undo({});
    expect(dump(app)).toEqual(before);
    const [newest] = await app.call.journal.recent({});
    expect(newest).toMatchObject({ kind: 'undo', target: 2 });
    expect((await app.call.journal.verify({})).faults).toEqual([]);
  });

  test('a new command ends the redo', async () => {
    const { termId } = await setUpOffice(app.call);
    await addMember(app.call, termId, 'A');
    await app.call.journal.undo({});
    await addMember(app.call, termId, 'B');
    expect((await refusal(app.call.journal.redo({}))).code).toBe('NOTHING_TO_UNDO');
  });

  test('an earlier change is refused while a later one of the same record stands', async () => {
    const { termId } = await setUpOffice(app.call);
    await app.call.organisation.saveTerm({ id: termId, ordinal: 12, startsOn: '2020-06-01', endsOn: null });
    await app.call.organisation.saveTerm({ id: termId, ordinal: 11, startsOn: '2020-06-01', endsOn: null });
    expect(await refusal(app.call.journal.undo({ seq: 2 }))).toMatchObject({
      code: 'CONFLICT',
      detail: { reason: 'rowChanged' },
    });
  });

  test('an earlier change is refused where a later record took its place, or refers to it', async () => {
    const blocked = { code: 'CONFLICT', detail: { reason: 'laterInTheWay' } };
    await setUpOffice(app.call);
    const phrase = { abbreviation: 'ubnd', text: 'Ủy ban nhân dân' };
    const { id } = await app.call.phrases.save(phrase);
    await app.call.phrases.remove({ id });
    await app.call.phrases.save(phrase);
    expect(await refusal(app.call.journal.undo({ seq: 3 }))).toMatchObject(blocked);
    const conference = await app.call.conferences.create(conferenceInput());
    await app.call.documents.create(documentInput({ conferenceId: conference.id }));
    expect(await refusal(app.call.journal.undo({ seq: 5 }))).toMatchObject(blocked);
  });

  test('giving a number is final: Ctrl+Z refuses it and offers nothing', async () => {
    await setUpOffice(app.call);
    const { id } = await app.call.documents.create(documentInput());
    await app.call.documents.issue({ id, date: '2021-12-24' });
    expect((await app.call.journal.steps({})).undo).toBeNull();
    expect(await refusal(app.call.journal.undo({}))).toEqual({ code: 'FINAL', detail: { reason: 'issued' } });
    await app.call.documents.void({ id, reason: 'cấp nhầm' });
    expect(await refusal(app.call.journal.undo({}))).toEqual({ code: 'FINAL', detail: {} });
  });

  test('nothing is left to undo in an empty store', async () => {
    expect((await refusal(app.call.journal.undo({}))).code).toBe('NOTHING_TO_UNDO');
  });
});
