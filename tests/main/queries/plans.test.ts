import { afterAll, beforeAll, expect, test } from 'vitest';
import { newestChangeAfter } from '#main/db/journal/newest-changes.ts';
import type { Client } from '#shared/contract.ts';
import { type Listening, listenToStatements, planOf } from '../../support/statements.ts';
import { createTestApp, removeTempFolders, type TestApp } from '../../support/test-app.ts';
import { fillOffice, type Office } from './many-records.ts';

/** What is asked at every record that is opened, or at every key, finds its rows by an index. */

let listening: Listening;
let app: TestApp;
let office: Office;

beforeAll(async () => {
  listening = listenToStatements();
  app = await createTestApp();
  office = await fillOffice(app, 2);
});
afterAll(async () => {
  await app.close();
  listening.stop();
  removeTempFolders();
});

/** A handful of rows in any office. */
const small = ['user', 'body', 'body_name', 'term', 'layout_profile', 'journal_running'];
/** What was given with the question. */
const given = ['wanted', 'json_each', 'pragma_schema_version', 'pragma_user_version'];

/** Tables that are read from end to end. */
async function readWhole(work: () => Promise<unknown>): Promise<string[]> {
  const steps = (await listening.during(work)).flatMap(planOf);
  const scanned = steps.flatMap((step) => /^SCAN (\S+)/u.exec(step)?.[1] ?? []);
  return [...new Set(scanned)].filter((table) => ![...small, ...given].includes(table));
}

type Hot = [name: string, ask: (call: Client, office: Office) => Promise<unknown>, whole?: string[]];

const hot: Hot[] = [
  // Every indicator is listed; its figures are those of the year alone.
  ['the indicators of a year', (call) => call.indicators.list({ period: '2021' }), ['indicator']],
  ['a document', (call, { draftId: id }) => call.documents.get({ id })],
  ['its versions', (call, { draftId: id }) => call.documents.versions({ id })],
  ['its opinions', (call, { draftId: documentId }) => call.reviews.list({ documentId })],
  ['its sheets', (call, { draftId: documentId }) => call.approvals.sheets({ documentId })],
  [
    'its attachments',
    (call, { draftId: ownerId }) => call.attachments.list({ ownerKind: 'document', ownerId }),
  ],
  ['a conference', (call, { conferenceId: id }) => call.conferences.get({ id })],
  ['what was typed and not saved', (call, { draftKey: key }) => call.drafts.get({ key })],
];

test.each(hot)('%s: no table that grows is read whole', async (_, ask, whole = []) => {
  expect(await readWhole(() => ask(app.call, office))).toEqual(whole);
});

test('whether something was changed since: no table that grows is read whole', async () => {
  const { draftId, conferenceId, firstVersion } = office;
  const asked = [
    { table: 'document', row: draftId },
    { table: 'agenda_item', under: conferenceId },
    { table: 'usual_line' },
  ];
  expect(await readWhole(() => newestChangeAfter(app.store().db, asked, firstVersion))).toEqual([]);
});

test('what was changed last is found by its change sets, not among all that were ever made', async () => {
  const find = () => app.call.search.find({ text: 'hội nghị', limit: 5 });
  await find();
  await app.call.phrases.save({ abbreviation: 'hn', text: 'hội nghị' });
  const asked = await listening.during(async () => {
    await app.call.journal.recent({ limit: 5 });
    await find();
  });
  const steps = asked.filter(({ on }) => on === app.store().raw).flatMap(planOf);
  const ranges = steps.filter((step) => step.includes('change_row') && /change_seq[<>]/u.test(step));
  expect(ranges.length).toBeGreaterThan(1);
  for (const step of ranges) expect(step).toContain('INDEX change_row_seq (change_seq>');
  const byTable = steps.filter((step) => step.includes('change_row_row') && !step.includes('row_id=?'));
  expect(byTable).toEqual([]);
});

test('a table that is read whole is noticed', async () => {
  expect(await readWhole(() => app.call.documents.list({}))).toEqual(['document']);
});
