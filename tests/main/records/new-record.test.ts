import '../../support/trial-record.ts';

import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeChangeSet, openChangeSet } from '#main/db/journal/change-set.ts';
import { installLocks, removeLocks, watchRecords } from '#main/db/journal/triggers.ts';
import { removeRecord } from '#main/records/removal.ts';
import { tellHistory } from '#shared/features/journal/history.ts';
import { sayVietnamese } from '#shared/i18n/translate.ts';
import type { Table } from '#shared/records.ts';
import { conferenceInput, setUpOffice } from '../../support/records.ts';
import {
  createTestApp,
  refusal,
  removeTempFolders,
  type TestApp,
  tempFolder,
} from '../../support/test-app.ts';
import { trialTables } from '../../support/trial-record.ts';

/*
 * A table of a new feature with its two records, and not a line anywhere else: named in the history, found, counted, kept
 * or gone with its owner.
 */
const id = '01900000-0000-7000-8000-000000000001';
const noteId = '01900000-0000-7000-8000-000000000002';
let app: TestApp;
let conferenceId: string;

const set = { origin: 'trial', actor: 'clerk', kind: 'do', target: null, final: false } as const;

/** As a command of the new feature would. */
function written(work: () => void): void {
  const { raw } = app.store();
  raw.transaction(() => {
    const head = { ...set, id: '01900000-0000-7000-8000-000000000003' };
    openChangeSet(raw, head.id);
    work();
    closeChangeSet(raw, { ...head, at: '2026-01-05T08:00:00.000Z', command: 'phrases.save' });
  })();
}

beforeAll(async () => {
  app = await createTestApp();
  await setUpOffice(app.call);
  conferenceId = (await app.call.conferences.create(conferenceInput())).id;
  const { raw } = app.store();
  removeLocks(raw);
  raw.exec(trialTables);
  installLocks(raw);
  watchRecords(raw);
  written(() => {
    raw
      .prepare('INSERT INTO vow VALUES (?, ?, ?, ?)')
      .run(id, conferenceId, 'giữ sạch đường thôn', '2026-02-03');
    raw.prepare('INSERT INTO vow_note VALUES (?, ?, ?)').run(noteId, id, 'đoạn qua nhà văn hóa');
  });
});
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

test('is named in the history, with the words of its fields', async () => {
  const [newest] = await app.call.journal.recent({ limit: 1 });
  expect(newest?.subject).toBe('Cam kết giữ sạch đường thôn');
  const [told] = tellHistory(sayVietnamese, await app.call.journal.history({ id }));
  expect(told?.details).toEqual([
    'Câu chữ: giữ sạch đường thôn',
    'Hạn: 03/02/2026',
    'Ý kiến cụ thể: đoạn qua nhà văn hóa',
  ]);
});

test('is found by its own words and by those of its parts', async () => {
  for (const text of ['sạch đường', 'nha van hoa']) {
    const { hits } = await app.call.search.find({ text });
    expect(hits.map((hit) => [hit.kind, hit.id])).toEqual([['vow', id]]);
  }
});

test('is counted in a backup', async () => {
  app.host.folder = tempFolder();
  const { manifest } = (await app.call.backup.create({})) ?? {};
  expect(manifest?.counts).toMatchObject({ vow: 1, vow_note: 1 });
});

test('keeps the record that it needs from going', async () => {
  expect(await refusal(app.call.conferences.remove({ id: conferenceId }))).toMatchObject({
    code: 'CONFLICT',
    detail: { reason: 'memberSat', params: { count: 1 } },
  });
});

test('goes with its parts, and then the other may go; undo brings all back', async () => {
  const { db, raw } = app.store();
  await db.transaction().execute(async (trx) => {
    const head = { ...set, id: '01900000-0000-7000-8000-000000000004' };
    openChangeSet(raw, head.id);
    await removeRecord(trx, 'vow' as Table, id);
    closeChangeSet(raw, { ...head, at: '2026-01-05T09:00:00.000Z', command: 'phrases.remove' });
  });
  const rows = () => raw.prepare('SELECT count(*) FROM vow_note').pluck().get();
  expect(rows()).toBe(0);
  await app.call.conferences.remove({ id: conferenceId });
  await app.call.journal.undo({});
  await app.call.journal.undo({});
  expect(rows()).toBe(1);
});
