import { expect, test } from 'vitest';
import { issueHints } from '#renderer/features/documents/issue/issue-hints.ts';
import { defaultBody } from '#shared/features/documents/outlines.ts';
import { type DocumentFields, documentFields } from '#shared/features/documents/schema.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { documentInput } from '../../support/records.ts';

const date = '2021-12-24';
const fields = (changes: Partial<DocumentFields> = {}): DocumentFields => ({
  ...documentFields.parse(documentInput()),
  ...changes,
});
const calm = {
  numbered: { next: 5, number: 5, lastDate: '2021-12-20' },
  notInOffice: [],
  isUnapproved: false,
};
const hints = (changes: Partial<DocumentFields>, numbered: Partial<typeof calm.numbered> = {}) =>
  issueHints(fields(changes), date, { ...calm, numbered: { ...calm.numbered, ...numbered } });

test('nothing to say of a document that is ready', () => {
  expect(hints({})).toEqual([]);
});

test('a number by hand that leaves others out names them', () => {
  expect(hints({}, { number: 6 })).toEqual([{ id: 'gap', params: { numbers: '05' } }]);
  expect(hints({}, { number: 9 })).toEqual([{ id: 'gap', params: { numbers: '05–08' } }]);
  expect(hints({}, { number: 3 })).toEqual([]);
});

test('a day before that of the number before', () => {
  expect(hints({}, { lastDate: '2021-12-30' })).toEqual([
    { id: 'earlierDate', params: { last: '30/12/2021' } },
  ]);
  expect(hints({}, { lastDate: date })).toEqual([]);
  // A number of the paper era may well be older.
  expect(hints({}, { lastDate: '2021-12-30', number: 2 })).toEqual([]);
});

test('what the template leaves open', () => {
  const ids = (changes: Partial<DocumentFields>) => hints(changes).map(({ id }) => id);
  expect(ids({ body: defaultBody('committee', 'KH') })).toEqual(['emptySection']);
  expect(ids({ body: defaultBody('standing', 'QĐ'), type: 'QĐ' })).toEqual(['unfinished']);
  expect(ids({ body: bodyFromLines(['Trồng lúa, ngô, mì, …']) })).toEqual([]);
  expect(ids({ type: 'CV', addressees: ['…'] })).toEqual(['noAddressees']);
  expect(ids({ subject: 'về …' })).toEqual(['subjectUnfinished']);
  expect(ids({ type: 'CT' })).toEqual(['beyondPowers']);
  expect(ids({ draftRound: 2, signerName: '', recipients: [], date: null })).toEqual([
    'draftRound',
    'noSigner',
    'noRecipients',
    'noDate',
  ]);
});

test('a signer who was not in office', () => {
  expect(issueHints(fields(), date, { ...calm, isUnapproved: true })).toEqual([{ id: 'notApproved' }]);
  expect(issueHints(fields(), date, { ...calm, notInOffice: ['Đinh Văn Trường'] })).toEqual([
    { id: 'notInOffice', params: { name: 'Đinh Văn Trường' } },
  ]);
});
