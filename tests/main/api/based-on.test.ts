import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '#main/cli/commands.ts';
import { newestBasis } from '#main/db/journal/newest-changes.ts';
import type { Basis, Result } from '#shared/bridge.ts';
import { allMethods, type SavingMethod } from '#shared/contract.ts';
import { conferenceInput, documentInput } from '../../support/records.ts';
import { createTestApp, refusal, removeTempFolders, type TestApp } from '../../support/test-app.ts';
import { savesOf } from './saving.ts';

let app: TestApp;
let saves: Awaited<ReturnType<typeof savesOf>>;
/** Each save is of something that was never saved before. */
let count = 0;

beforeAll(async () => {
  app = await createTestApp();
  saves = await savesOf(app);
});
afterAll(async () => {
  expect(app.logged).toEqual([]);
  await app.close();
  removeTempFolders();
});

const saving = [...allMethods()].filter(([, { saves }]) => saves.length > 0).map(([name]) => name);

function newest(): string {
  const { id } = newestBasis(app.store().raw) ?? { id: '' };
  return id;
}

function invoke(method: string, input: object): Promise<Result<unknown>> {
  return app.program.dispatcher.invoke(method, input);
}

function save(method: SavingMethod, more: object = {}): Promise<Result<unknown>> {
  count += 1;
  return invoke(method, { ...saves[method](count), ...more });
}

const conflict = (seq: unknown = expect.any(Number)) => ({
  ok: false,
  error: {
    code: 'CONFLICT',
    detail: {
      reason: 'changedElsewhere',
      params: {
        name: 'Nguyễn Văn An',
        time: expect.stringMatching(/^\d\d:\d\d$/u),
        day: '24/12/2021',
        at: '2021-12-24T00:30:00.000Z',
        actor: expect.any(String),
        seq,
      },
    },
  },
});

test('each method that says what it saves is tried here', () => {
  expect(Object.keys(saves).sort()).toEqual([...saving].sort());
});

describe.each(saving as SavingMethod[])('%s', (method) => {
  test('saves what nobody saved since it was read, and is refused where somebody did', async () => {
    const read = newest();
    // Other records may change.
    await invoke('documents.create', documentInput());
    expect(await save(method, { basedOn: read })).toMatchObject({ ok: true, change: { command: method } });
    const saved = newest();
    expect(await save(method, { basedOn: read })).toEqual(conflict());
    expect(newest()).toBe(saved);
    expect(await save(method, { basedOn: saved })).toMatchObject({ ok: true });
  });

  test('saves as ever where nothing is said of it', async () => {
    await save(method);
    expect(await save(method)).toMatchObject({ ok: true, change: { command: method } });
    expect(await save(method, { basedOn: undefined })).toMatchObject({ ok: true });
  });
});

test('the answer names its change set, and what is based on it is current', async () => {
  const first = await save('documents.save');
  const { id, seq } = (first.ok && first.change) || expect.fail();
  expect(newest()).toBe(id);
  expect(app.events.at(-1)).toEqual({ kind: 'changed', change: (first.ok && first.change) || null });
  expect(await save('documents.save', { basedOn: id })).toMatchObject({ ok: true, change: { seq: seq + 1 } });
  expect(await save('documents.save', { basedOn: id })).toEqual(conflict(seq + 1));
});

test('a query says as of which change set it was read', async () => {
  const asOf = async () => (await invoke('documents.list', {})) as { asOf?: Basis };
  const saved = await save('documents.save');
  const { id, seq } = (saved.ok && saved.change) || expect.fail();
  expect(await asOf()).toMatchObject({ asOf: { id, seq } });
  expect(await invoke('app.startup', {})).not.toHaveProperty('asOf');
});

test('a change set that this store does not know counts as changed since', async () => {
  const basedOn = '019a0000-0000-7000-8000-000000000000';
  expect(await save('phrases.save', { basedOn })).toEqual(conflict());
});

test('what is new has nothing to differ from', async () => {
  const basedOn = newest();
  const phrase = { abbreviation: `moi${count}`, text: 'mới' };
  await save('phrases.save');
  expect(await invoke('phrases.save', { ...phrase, basedOn })).toMatchObject({ ok: true });
});

test('an undo is a newer version too, and what is undone is based on nothing', async () => {
  const read = newest();
  await save('documents.save');
  await app.call.journal.undo({});
  expect(await save('documents.save', { basedOn: read })).toEqual(conflict());
});

test('of what is gone by now it is said that it is gone', async () => {
  const { id } = await app.call.documents.create(documentInput());
  const basedOn = newest();
  await app.call.documents.remove({ id });
  const refused = await refusal(app.call.documents.save({ ...documentInput(), id, basedOn }));
  expect(refused.code).toBe('NOT_FOUND');
});

test('parts of one record are no business of another', async () => {
  const { id } = await app.call.conferences.create(conferenceInput({ ordinal: 90 }));
  const basedOn = newest();
  await save('conferences.saveAgenda');
  expect(await invoke('conferences.saveAgenda', { id, items: [], basedOn })).toMatchObject({ ok: true });
});

test('what it is based on is an id, and is said only of what saves', async () => {
  const input = saves['documents.save'](1);
  expect(await invoke('documents.save', { ...input, basedOn: 'hôm qua' })).toMatchObject({
    error: { code: 'VALIDATION', detail: { issues: [{ path: 'basedOn', message: 'validation.invalid' }] } },
  });
  expect(await invoke('documents.create', { ...documentInput(), basedOn: newest() })).toMatchObject({
    error: { code: 'VALIDATION' },
  });
});

test('the command line lists it among what such a method takes', async () => {
  const listed = (await commands.methods?.run({} as never)) as {
    method: string;
    input: { properties?: object };
  }[];
  const taking = listed.filter(({ input }) => 'basedOn' in (input.properties ?? {}));
  expect(taking.map(({ method }) => method).sort()).toEqual([...saving].sort());
});
