import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newestBasis } from '#main/db/journal/newest-changes.ts';
import { documentsOfConference } from '#main/features/documents/repository.ts';
import type { Role } from '#shared/define.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { conferenceInput, documentInput, setUpOffice } from '../../support/records.ts';
import { createTestApp, refusal, removeTempFolders, type TestApp } from '../../support/test-app.ts';

const people = { tuyet: '', an: '' };
const right = '2026-03-02T01:00:00.000Z';
const years = { '10 years back': -10, '10 years ahead': 10 };
const wrong = Object.entries(years);
let now = right;
let app: TestApp;

/** Ids follow the same clock, as they do in the program. */
const sources = {
  now: () => now,
  today: () => now.slice(0, 10),
  newId: () => uuidv7({ msecs: Date.parse(now) }),
};

const at = (by: number, minute = 0) => {
  const date = new Date(Date.parse(right) + minute * 60_000);
  date.setUTCFullYear(date.getUTCFullYear() + by);
  now = date.toISOString();
};
const as = (person: keyof typeof people) => app.program.services.presence.signIn(people[person]);

beforeEach(async () => {
  at(0);
  app = await createTestApp({ sources });
  await setUpOffice(app.call);
  const tuyet = { name: 'Đinh Thị Tuyết', title: '', roles: ['clerk', 'admin'] satisfies Role[] };
  await app.call.users.begin({ ...tuyet, pin: '2580' });
  people.tuyet = (await app.call.users.presence({})).signedIn?.id ?? '';
  const an = { name: 'Nguyễn Văn An', title: '', roles: ['clerk'] satisfies Role[] };
  people.an = (await app.call.users.add({ ...an, pin: '7391' })).id;
});
afterEach(async () => {
  expect(app.logged).toEqual([]);
  await app.close();
  removeTempFolders();
});

const input = (subject: string) =>
  documentInput({ subject, body: bodyFromLines(['Giao Văn phòng Đảng ủy.']) });
const newest = () => newestBasis(app.store().raw)?.id ?? '';

describe.each(wrong)('with a clock that stands %s', (_, by) => {
  /** The typing under one clock, the save of somebody else under another. */
  const clocks: readonly [typed: number, saved: number, read: number][] = [
    [0, by, by],
    [by, 0, 0],
    [by, by, by],
    [0, by, 0],
  ];

  test.each(clocks)(
    'what was typed at %i and saved by somebody else at %i is told and not written over',
    async (typed, saved, read) => {
      as('tuyet');
      const { id } = await app.call.documents.create(input('về chim sẻ'));
      const basedOn = newest();
      const values = [
        JSON.stringify({ version: 3, shape: 0, basedOn }),
        'nobody knows on what',
        '{"version":2}',
        '5',
      ];
      for (const value of values) {
        at(typed, 10);
        as('tuyet');
        await app.call.drafts.put({ key: `documents:${id}`, value });
        at(saved, 20);
        as('an');
        await app.call.documents.save({ id, ...input(`về ${value.length} con bồ câu`) });
        at(read, 30);
        as('tuyet');
        const draft = await app.call.drafts.get({ key: `documents:${id}` });
        expect(draft).toMatchObject({ value, savedSince: { name: 'Nguyễn Văn An' } });
      }
      const refused = await refusal(app.call.documents.save({ id, basedOn, ...input('về chim sẻ') }));
      expect(refused).toMatchObject({ code: 'CONFLICT', detail: { reason: 'changedElsewhere' } });
    },
  );

  test('what was typed on what somebody else had saved is not told', async () => {
    as('an');
    at(by);
    const { id } = await app.call.documents.create(input('về chim sẻ'));
    at(0);
    as('tuyet');
    const key = `documents:${id}`;
    const value = JSON.stringify({ basedOn: newest() });
    await app.call.drafts.put({ key, value });
    expect(await app.call.drafts.get({ key })).toMatchObject({ value, savedSince: null });
    await app.call.documents.save({ id, basedOn: newest(), ...input('về bồ câu') });
  });

  test('history, undo and what was said go in the order in which it was done', async () => {
    as('tuyet');
    const { id: documentId } = await app.call.documents.create(input('về chim sẻ'));
    const words = { field: 'body' as const, place: { index: 0, part: 0, from: 5, to: 22 } };
    const given = { documentId, version: null, ...words, quote: 'Văn phòng Đảng ủy', proposed: null };
    const kind = 'remark' as const;
    const { id } = await app.call.reviews.give({ ...given, kind, text: 'một' });
    await app.call.reviews.reply({ id, text: 'một' });
    at(by);
    await app.call.reviews.give({ ...given, kind, text: 'hai' });
    await app.call.reviews.reply({ id, text: 'hai' });
    at(0, 5);
    await app.call.reviews.give({ ...given, kind, text: 'ba' });
    await app.call.reviews.reply({ id, text: 'ba' });
    const { opinions } = await app.call.reviews.list({ documentId });
    expect(opinions.map(({ text }) => text)).toEqual(['một', 'hai', 'ba']);
    expect(opinions[0]?.replies.map(({ text }) => text)).toEqual(['một', 'hai', 'ba']);
    const recent = await app.call.journal.recent({});
    expect(recent.map(({ seq }) => seq)).toEqual(recent.map((__, index) => recent.length - index));
    await app.call.documents.remove({ id: documentId });
    await app.call.journal.undo({});
    const again = await app.call.reviews.list({ documentId });
    expect(again.opinions).toEqual(opinions);
    await app.call.journal.undo({});
    expect((await app.call.reviews.list({ documentId })).opinions[0]?.replies).toHaveLength(2);
  });

  test('reopenings of a conference, and what came out of it, stand in their order', async () => {
    as('tuyet');
    const { id } = await app.call.conferences.create(conferenceInput({ endsAt: '2021-12-24T11:00' }));
    for (const [clock, reason] of [
      [0, 'một'],
      [by, 'hai'],
      [0, 'ba'],
    ] as const) {
      at(clock);
      await app.call.conferences.close({ id });
      await app.call.conferences.reopen({ id, reason });
    }
    const { reopenings } = await app.call.conferences.get({ id });
    expect(reopenings.map(({ reason }) => reason)).toEqual(['một', 'hai', 'ba']);
    for (const [clock, subject] of [
      [0, 'một'],
      [by, 'hai'],
      [0, 'ba'],
    ] as const) {
      at(clock, 10);
      await app.call.documents.create({ ...input(subject), conferenceId: id });
    }
    const codeOf = () => '';
    const came = await documentsOfConference(app.store().db, id, codeOf);
    expect(came.map(({ subject }) => subject)).toEqual(['một', 'hai', 'ba']);
  });

  test('the clerk is told while it does, and no longer when it is right and something was saved', async () => {
    as('tuyet');
    const clock = async () => (await app.call.app.status({})).clock;
    expect(await clock()).toBeNull();
    at(by);
    expect(await clock()).toBe(by < 0 ? 'behind' : 'ahead');
    await app.call.documents.create(input('về chim sẻ'));
    expect(await clock()).toBeNull();
    at(0);
    expect(await clock()).toBe(by < 0 ? 'ahead' : 'behind');
    await app.call.documents.create(input('về bồ câu'));
    expect(await clock()).toBeNull();
  });
});

test('a flight, summer time or a year of rest are no fault of the clock', async () => {
  as('tuyet');
  for (const hours of [-23, 23, 24 * 365 * 2]) {
    now = new Date(Date.parse(right) + hours * 3_600_000).toISOString();
    expect((await app.call.app.status({})).clock).toBeNull();
  }
});
