import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentRecord } from '#shared/features/documents/records.ts';
import { documentFields } from '#shared/features/documents/schema.ts';
import { readRow } from '#shared/record.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { documentInput, setUpOffice } from '../../support/records.ts';
import { createTestApp, refusal, removeTempFolders, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  await setUpOffice(app.call);
});
afterAll(async () => {
  expect(app.logged).toEqual([]);
  await app.close();
  removeTempFolders();
});

async function threeVersions() {
  const { id } = await app.call.documents.create(
    documentInput({ body: bodyFromLines(['Một câu.', 'Hai câu.']) }),
  );
  const fields = documentInput({ body: bodyFromLines(['Một câu đã sửa.', 'Hai câu.']) });
  await app.call.documents.save({ ...fields, id });
  await app.call.documents.save({ ...fields, id, subject: 'về nhiệm vụ năm 2023' });
  return { id, fields };
}

test('the versions of a document are those of the journal, undone ones too', async () => {
  const { id } = await threeVersions();
  await app.call.journal.undo({});
  const { versions, lastRead } = await app.call.documents.versions({ id });
  expect(versions.map(({ kind, command }) => `${kind} ${command}`)).toEqual([
    'undo journal.undo',
    'do documents.save',
    'do documents.save',
    'do documents.create',
  ]);
  expect(versions[1]?.fields).toEqual(['subject']);
  expect(versions[2]?.fields).toEqual(['body']);
  expect(lastRead).toBeNull();
});

test('any two are compared, and the newest with what is typed', async () => {
  const { id, fields } = await threeVersions();
  const { versions } = await app.call.documents.versions({ id });
  const [newest, middle, first] = versions;
  if (!newest || !middle || !first) throw new Error('unreachable');
  const all = await app.call.documents.compare({ id, from: first.version, to: newest.version });
  expect(all.blocks.map(({ kind }) => kind)).toEqual(['changed', 'same']);
  expect(all.fields.map(({ field }) => field)).toEqual(['subject']);
  const back = await app.call.documents.compare({ id, from: newest.version, to: middle.version });
  expect(back.fields.map(({ field }) => field)).toEqual(['subject']);
  const typed = await app.call.documents.compare({
    id,
    from: newest.version,
    to: null,
    edits: { ...fields, subject: 'về nhiệm vụ năm 2023', signerName: 'Đinh Văn Rếp' },
  });
  expect(typed.fields.map(({ field }) => field)).toEqual(['signerName']);
  expect(
    (
      await refusal(
        app.call.documents.compare({ id, from: '01900000-0000-7000-8000-000000000000', to: null }),
      )
    ).code,
  ).toBe('NOT_FOUND');
});

test('a version from before a column came is read with its first value', () => {
  const fields = readRow(documentRecord, {
    type: 'NQ',
    subject: 'về',
    bases: '["Căn cứ"]',
    body: '{"type":"doc","content":[]}',
  });
  expect(documentFields.parse({ ...fields, recipients: [] })).toMatchObject({
    issuer: 'committee',
    urgency: 'none',
    bases: ['Căn cứ'],
    relations: [],
  });
});

test('what was read last is remembered for each person, and is no record', async () => {
  const { id, fields } = await threeVersions();
  const { versions } = await app.call.documents.versions({ id });
  const before = await app.call.journal.recent({ limit: 1 });
  await app.call.documents.markRead({ id });
  expect((await app.call.documents.versions({ id })).lastRead).toBe(versions[0]?.version);
  expect(await app.call.journal.recent({ limit: 1 })).toEqual(before);
  await app.call.documents.save({ ...fields, id, signerName: 'Đinh Văn Rếp' });
  expect((await app.call.documents.versions({ id })).lastRead).toBe(versions[0]?.version);
  await app.call.documents.remove({ id });
  await app.call.documents.markRead({ id });
  await app.call.journal.undo({});
});

test('a comparison is printed as one text with what went and came in place', async () => {
  const { id } = await threeVersions();
  const { versions } = await app.call.documents.versions({ id });
  const from = versions.at(-1)?.version ?? '';
  const { pages } = await app.call.print.preview({ source: { kind: 'comparison', id, from, to: null } });
  expect(pages).toHaveLength(1);
  expect(pages[0]?.svg.length).toBeGreaterThan(1_000);
});
