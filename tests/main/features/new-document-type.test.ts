import '../../support/trial-type.ts';

import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeDocument } from '#main/features/documents/papers/document.ts';
import { issueHints } from '#renderer/features/documents/issue/issue-hints.ts';
import { isWithinPowers, usualTypes } from '#shared/features/documents/powers.ts';
import { documentFields } from '#shared/features/documents/schema.ts';
import { bodyFromLines, bodyText } from '#shared/text-model/body.ts';
import { checkFields } from '../../support/checks.ts';
import { documentInput, setUpOffice } from '../../support/records.ts';
import { createTestApp, removeTempFolders, type TestApp } from '../../support/test-app.ts';

const date = '2021-12-24';
const type = documentFields.shape.type.parse('VBT');

let app: TestApp;
let termId: string;
beforeAll(async () => {
  app = await createTestApp();
  ({ termId } = await setUpOffice(app.call));
});
afterAll(async () => {
  expect(app.logged).toEqual([]);
  await app.close();
  removeTempFolders();
});

test('a type that only the table knows is drafted, numbered, listed, printed and found', async () => {
  const { call } = app;
  const fields = await call.documents.template({ type, conferenceId: null, date });
  expect(fields.subject).toBe('về …');
  expect(bodyText(fields.body)).toContain('Nội dung thử');
  expect(fields.recipients.at(-1)).toBe('Lưu Văn phòng Đảng ủy');

  const { id } = await call.documents.create({ ...fields, subject: 'về giữ gìn đường làng' });
  expect(await call.documents.issue({ id, date })).toEqual({ number: 1, code: '01-VBT/ĐU' });
  expect((await call.documents.list({ type })).map((one) => one.id)).toEqual([id]);
  const { counters } = await call.documents.register({ termId });
  expect(counters).toEqual([{ counter: 'ĐU/VBT', label: 'Văn bản thử (VBT/ĐU)' }]);

  const [name] = (await call.organisation.get({})).names;
  if (!name) throw new Error('no name');
  const document = await call.documents.get({ id });
  const model = composeDocument({ document, name, indicators: [] });
  expect(model.typeName).toBe('VĂN BẢN THỬ');
  expect(model.head.symbol).toBe('VBT/ĐU');

  for (const text of ['van ban thu', '01-VBT/ĐU'])
    expect((await call.search.find({ text })).hits.map((hit) => hit.id)).toEqual([id]);
});

test('it is within the powers that its row names, from the day that it names', () => {
  const hints = (issuer: 'committee' | 'standing') =>
    issueHints(documentFields.parse({ ...documentInput({ type }), issuer }), date, {
      numbered: null,
      notInOffice: [],
      isUnapproved: false,
    }).map(({ id }) => id);
  expect(hints('committee')).not.toContain('beyondPowers');
  expect(hints('standing')).toContain('beyondPowers');
  expect(isWithinPowers('cell', type, date)).toBe(false);
  expect(isWithinPowers('cell', type, '2026-01-01')).toBe(true);
  expect(isWithinPowers('cell', type, null)).toBe(true);
  expect(isWithinPowers('office', type, date)).toBe(true);
});

test('it is offered in its place: of two in one, the upper row comes first', () => {
  expect(usualTypes('committee').slice(0, 4)).toEqual(['NQ', 'QĐ', type, 'KL']);
  expect(usualTypes('standing')).not.toContain(type);
});

test('a number that is cited is held against its name', () => {
  const text = 'Căn cứ Văn bản thử số 05-NQ/ĐU, ngày 20/12/2021 và Văn bản thử số 06-VBT/ĐU.';
  const cited = documentFields.parse({ ...documentInput({ type: 'BC' }), body: bodyFromLines([text]) });
  const found = checkFields(cited, null).filter(({ rule }) => rule === 'typeOfSymbol');
  expect(found.map(({ words }) => words)).toEqual(['05-NQ/ĐU']);
});
