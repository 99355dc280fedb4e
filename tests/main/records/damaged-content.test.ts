import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchIndexFile } from '#main/db/store-files.ts';
import { removeIndex } from '#main/features/search/index-file.ts';
import { AppError } from '#shared/errors.ts';
import { allFields, calledIn, type Field, type RecordDefinition, type Row } from '#shared/record.ts';
import { records } from '#shared/records.ts';
import { conferenceInput } from '../../support/records.ts';
import { createTestApp, refusal, removeTempFolders, type TestApp } from '../../support/test-app.ts';
import { type Ask, lists } from '../queries/lists.ts';
import { fillOffice, type Office } from '../queries/many-records.ts';

/*
 * Each column that holds more than words, damaged in a store in which there is something of everything, and every list and
 * record asked for: what shows it tells of it by name, the rest goes on.
 */
const asks: Record<string, Ask> = {
  ...lists,
  'minutes, as closed': (call, { conferenceId: id }) =>
    call.print.preview({ source: { kind: 'minutes', id } }),
  'a document, as issued': (call, { issuedId: id }) =>
    call.print.preview({ source: { kind: 'document', id } }),
  'app.status': (call) => call.app.status({}),
};

let app: TestApp;
let office: Office;
beforeAll(async () => {
  app = await createTestApp();
  office = await fillOffice(app, 2);
  await app.call.conferences.close({ id: office.conferenceId });
  const held = conferenceInput({ ordinal: 99, endsAt: '2021-12-24T11:00' });
  const { id } = await app.call.conferences.create(held);
  await app.call.conferences.saveAgenda({ id, items: [] });
  await app.call.conferences.close({ id });
  await app.call.conferences.reopen({ id, reason: 'ghi trùng' });
  await app.call.conferences.remove({ id, reason: 'ghi trùng' });
  const { raw } = app.store();
  const triggers = raw.prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`);
  for (const { name } of triggers.all()) raw.exec(`DROP TRIGGER ${name}`);
  raw.pragma('ignore_check_constraints = ON');
}, 180_000);
afterAll(async () => {
  expect(app.logged).toEqual([]);
  await app.close();
  removeTempFolders();
});

const all: readonly RecordDefinition[] = records;
const columns = all.flatMap((record) =>
  allFields(record).flatMap(([, field]) => {
    const damages = damagesOf(field);
    return damages.length > 0 ? [{ at: `${record.table}.${field.column}`, record, field, damages }] : [];
  }),
);

function damagesOf({ kind, schema }: Field): string[] {
  if (['list', 'text', 'json', 'frozen'].includes(kind))
    return ['{"type":"doc","content":[{"ty', '{"type":"letter"}'];
  const isChosen = kind === 'value' && !schema.safeParse('nonsense').success && !schema.safeParse(1).success;
  return isChosen ? ['nonsense'] : [];
}

/** What each question is refused with; what is answered is left out. */
async function refusalsOf(): Promise<AppError[]> {
  const refusals: AppError[] = [];
  for (const ask of Object.values(asks)) {
    try {
      await ask(app.call, office);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refusals.push(error);
    }
  }
  return refusals;
}

/** Rows of the table, those that are looked at first. Not the one who asks: without roles nobody may ask anything. */
function rowsOf(table: string): Row[] {
  const looked = [office.draftId, office.issuedId, office.conferenceId];
  const rows = app.store().raw.prepare<[], Row>(`SELECT * FROM ${table} ORDER BY id`).all();
  const found = rows.filter(({ id }) => id !== app.program.services.presence.actor().id);
  const isLooked = (row: Row) => looked.some((id) => Object.values(row).includes(id));
  return found.toSorted((a, b) => Number(isLooked(b)) - Number(isLooked(a)));
}

function put(table: string, column: string, id: unknown, value: unknown): void {
  app.store().raw.prepare(`UPDATE ${table} SET ${column} = ? WHERE id = ?`).run(value, id);
}

describe.each(columns)('$at', ({ record, field, damages }) => {
  test.each(damages)('that holds %j is told by its record, and nothing else breaks', async (damage) => {
    const { table } = record;
    const { column } = field;
    const rows = rowsOf(table);
    expect(rows.length, `give this office something of ${table}`).toBeGreaterThan(0);
    let told = 0;
    for (const row of rows.slice(0, 6)) {
      put(table, column, row.id, damage);
      const refusals = await refusalsOf();
      put(table, column, row.id, row[column]);
      const name = calledIn(record, { ...row, [column]: damage });
      for (const { code, detail } of refusals) {
        expect(code).toBe('CONTENT_DAMAGED');
        expect(detail.params?.field).toBe(field.label ?? 'journal.field.other');
        expect(detail.params?.name).toEqual(expect.stringContaining(name));
        expect(detail.params?.name).not.toMatch(/undefined|null/u);
      }
      told += refusals.length;
      expect(refusals.length).toBeLessThan(Object.keys(asks).length / 2);
      if (told > 0) break;
    }
    expect(told, `nothing that is asked for here shows ${column} of ${table}`).toBeGreaterThan(0);
    expect(await refusalsOf()).toEqual([]);
  });
});

test('the search finds a record of which something is damaged by the rest of it', async () => {
  const { raw, folder } = app.store();
  const read = (id: string) =>
    raw.prepare('SELECT body, recipients FROM document WHERE id = ?').get(id) as Row;
  const { body, recipients } = read(office.draftId);
  put('document', 'body', office.draftId, String(body).slice(0, -5));
  put('document', 'recipients', office.draftId, '["');
  put('conference', 'conclusion', office.conferenceId, '{"type":"doc"');
  removeIndex(join(folder, searchIndexFile));
  const idsOf = async (text: string) =>
    (await app.call.search.find({ text, limit: 200 })).hits.map(({ id }) => id);
  expect(await idsOf('dẫn chiếu')).toContain(office.draftId);
  expect(await idsOf('Hội trường xã')).toContain(office.conferenceId);
  put('document', 'body', office.draftId, body);
  put('document', 'recipients', office.draftId, recipients);
});

test('who has damaged roles may do nothing, and keeps nobody else out', async () => {
  const { call, program, store } = app;
  const { id } = program.services.presence.actor();
  const roles = store().raw.prepare('SELECT roles FROM user WHERE id = ?').pluck().get(id);
  put('user', 'roles', id, '["cle');
  expect(await refusal(call.documents.list({}))).toMatchObject({ code: 'FORBIDDEN' });
  const told = {
    code: 'CONTENT_DAMAGED',
    detail: { params: { name: 'Người đầu tiên', field: 'journal.field.roles' } },
  };
  await call.users.lock({});
  expect(await refusal(call.users.signIn({ id, pin: '482913' }))).toEqual(told);
  const other = (await call.users.presence({})).people.find((one) => one.name === 'Người dùng 1');
  expect(await call.users.signIn({ id: other?.id ?? '', pin: '482913' })).toEqual({ state: 'in' });
  expect(await refusal(call.users.list({}))).toEqual(told);
  put('user', 'roles', id, roles);
});
