import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comparisonToPrint } from '#main/features/documents/papers/comparison.ts';
import { passagesOf } from '#shared/features/documents/checks/passages.ts';
import { documentRecord, labelOf } from '#shared/features/documents/records.ts';
import { type DocumentFields, documentFields } from '#shared/features/documents/schema.ts';
import { tellHistory } from '#shared/features/journal/history.ts';
import { sayVietnamese } from '#shared/i18n/translate.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { conferenceInput, documentInput, setUpOffice } from '../../support/records.ts';
import { appRoot, createTestApp, removeTempFolders, type TestApp } from '../../support/test-app.ts';

/*
 * Each field of a document, changed once: whoever asks what changed must be told, wherever it is asked. A field that is
 * added comes into these tests by itself.
 */
let app: TestApp;
let others: unknown[];
beforeAll(async () => {
  app = await createTestApp();
  const { call } = app;
  await setUpOffice(call);
  const { id: conferenceId } = await call.conferences.create(conferenceInput());
  const { id: documentId } = await call.documents.create(documentInput({ subject: 'về việc trước' }));
  await call.documents.issue({ id: documentId, date: '2021-12-24' });
  others = [
    'Nghuyện Xuân',
    ['Nghuyện Xuân'],
    bodyFromLines(['Nghuyện Xuân có lời.']),
    '2022-02-03',
    7,
    conferenceId,
    [{ kind: 'amends', documentId, part: 'khoản 2' }],
    true,
    false,
  ];
});
afterAll(async () => {
  expect(app.logged).toEqual([]);
  await app.close();
  removeTempFolders();
});

const before = documentFields.parse(documentInput({ subject: 'về nhiệm vụ' }));
const names = Object.keys(documentRecord.fields) as (keyof DocumentFields)[];

/** Another value that the field takes. */
function other(name: keyof DocumentFields): DocumentFields {
  const { schema } = documentRecord.fields[name];
  const options = [...others, 'standing', 'QĐ', 'urgent', 'internal'];
  const value = options.find(
    (one) => schema.safeParse(one).success && JSON.stringify(one) !== JSON.stringify(before[name]),
  );
  if (value === undefined) throw new Error(`add a value that ${name} takes to this test`);
  return { ...before, [name]: value };
}

describe.each(names)('a change of %s', (name) => {
  const label = sayVietnamese(labelOf(name));
  const { kind } = documentRecord.fields[name];

  test('is told by the versions, their comparison and its paper, and by the history', async () => {
    const { call } = app;
    const { id } = await call.documents.create(before);
    await call.documents.save({ ...other(name), id });
    const { versions } = await call.documents.versions({ id });
    expect(versions[0]?.fields).toEqual([name]);

    const [to = '', from = ''] = versions.map(({ version }) => version);
    const { fields, blocks } = await call.documents.compare({ id, from, to });
    if (kind === 'text') expect(blocks.some((block) => block.kind !== 'same')).toBe(true);
    else expect(fields.map(({ field }) => field)).toEqual([name]);

    const paper = await comparisonToPrint(app.store(), { id, from, to }, '2022-01-05');
    const text = JSON.stringify(paper.body);
    expect(text).toContain(kind === 'text' ? '[+ ' : `"${label}: "`);
    if (kind === 'link') expect(text).not.toMatch(/[0-9a-f]{8}-/u);

    const [told] = tellHistory(sayVietnamese, (await call.journal.history({ id })).slice(-1));
    if (kind !== 'link') expect(told?.details.join('\n')).toContain(`${label}: `);
  });

  test('can be typed: its form has a place for it', () => {
    const folder = join(appRoot, 'src/renderer/features/documents');
    const form = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?:InfoPanel|InfoLines|SignatureFields|DocumentEditor)\.tsx$/u.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8'));
    const place = new RegExp(`['"]${name}['"]`, 'u');
    expect(
      form.some((text) => place.test(text)),
      `put "${name}" into the form: InfoPanel.tsx in src/renderer/features/documents`,
    ).toBe(true);
  });
});

const withWords = names.filter((name) => ['line', 'list', 'text'].includes(documentRecord.fields[name].kind));

test.each(withWords)('words of %s are found, and read by the checks', async (name) => {
  const { call } = app;
  const written = { ...other(name), subject: name === 'subject' ? 'Nghuyện Xuân' : `riêng ${name}` };
  const { id } = await call.documents.create(written);
  const { hits } = await call.search.find({ text: 'Nghuyện Xuân', limit: 200 });
  expect(hits.map((hit) => hit.id)).toContain(id);
  expect(passagesOf(documentFields.parse(written)).some(({ text }) => text.includes('Nghuyện'))).toBe(true);
});
