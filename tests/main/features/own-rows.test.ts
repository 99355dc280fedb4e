import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#shared/define.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { documentInput, setUpOffice } from '../../support/records.ts';
import { copiesOf, refusal, removeTempFolders, type TestApp } from '../../support/test-app.ts';

const people = { admin: '', clerk: '', one: '', two: '', documentId: '' };
let app: TestApp;

const openOffice = copiesOf(async ({ call }) => {
  await setUpOffice(call);
  const body = bodyFromLines(['Giao Văn phòng Đảng ủy theo dõi việc thực hiện Nghị quyết này.']);
  people.documentId = (await call.documents.create(documentInput({ body }))).id;
  await call.users.begin({ name: 'Đinh Thị Tuyết', title: '', roles: ['admin'], pin: '2580' });
  people.admin = (await call.users.presence({})).signedIn?.id ?? '';
  const add = async (name: string, roles: Role[]) =>
    (await call.users.add({ name, title: '', roles, pin: '7391' })).id;
  people.clerk = await add('Nguyễn Văn An', ['clerk']);
  people.one = await add('Phạm Thị Bình', ['reviewer']);
  people.two = await add('Lê Văn Cường', ['reviewer']);
});

beforeEach(async () => {
  app = await openOffice();
});
afterEach(async () => {
  expect(app.logged).toEqual([]);
  await app.close();
  removeTempFolders();
});

type Person = 'admin' | 'clerk' | 'one' | 'two';
const as = (person: Person) => app.program.services.presence.signIn(people[person]);

async function give(): Promise<string> {
  const words = { field: 'body' as const, place: { index: 0, part: 0, from: 5, to: 22 } };
  const said = { kind: 'remark' as const, text: 'Nên giao Ủy ban Kiểm tra.', proposed: null };
  const quote = 'Văn phòng Đảng ủy';
  const { documentId } = people;
  return (await app.call.reviews.give({ documentId, version: null, ...words, quote, ...said })).id;
}

async function newest(): Promise<{ seq: number; mayUndo: boolean }> {
  const [change] = await app.call.journal.recent({ limit: 1 });
  if (!change) throw new Error('nothing was done');
  return change;
}

const others = 'FORBIDDEN opinionOfAnother';
const settling = 'FORBIDDEN settling';
const replying = 'FORBIDDEN replyOfAnother';

/** What the second reviewer, the clerk and the administrator hear when they take back what the first reviewer did, or had done. */
const acts: readonly [string, () => Promise<unknown>, Record<'two' | 'clerk' | 'admin', string | null>][] = [
  ['give', give, { two: others, clerk: others, admin: others }],
  [
    'correct',
    async () =>
      app.call.reviews.correct({ id: await give(), kind: 'question', text: 'Vì sao?', proposed: null }),
    { two: others, clerk: others, admin: others },
  ],
  [
    'withdraw',
    async () => app.call.reviews.withdraw({ id: await give() }),
    { two: others, clerk: others, admin: others },
  ],
  [
    'reply',
    async () => app.call.reviews.reply({ id: await give(), text: 'Đồng ý.' }),
    { two: replying, clerk: replying, admin: replying },
  ],
  [
    'settle',
    async () => app.call.reviews.settle({ id: await give(), outcome: 'accepted', reason: '' }),
    { two: settling, clerk: null, admin: null },
  ],
  [
    'reopen',
    async () => {
      const id = await give();
      await app.call.reviews.settle({ id, outcome: 'accepted', reason: '' });
      await app.call.reviews.reopen({ id });
    },
    { two: settling, clerk: null, admin: null },
  ],
];

describe('undo asks what the command asks', () => {
  test.each(acts)('reviews.%s: of others and of one’s own', async (_, act, refused) => {
    as('one');
    await act();
    const { seq, mayUndo } = await newest();
    expect(mayUndo).toBe(true);
    for (const person of ['two', 'clerk', 'admin'] as const) {
      as(person);
      expect((await newest()).mayUndo).toBe(refused[person] === null);
      if (refused[person] === null) continue;
      const { code, detail } = await refusal(app.call.journal.undo({ seq }));
      expect(`${code} ${detail.reason}`).toBe(refused[person]);
    }
    as(refused.clerk === null ? 'clerk' : 'one');
    await app.call.journal.undo({ seq });
    expect(await app.call.journal.redo({})).toMatchObject({ seq });
  });

  test('what was answered or settled is not taken away by another way', async () => {
    as('one');
    const id = await give();
    await app.call.reviews.correct({ id, kind: 'question', text: 'Vì sao?', proposed: null });
    const { seq } = await newest();
    as('two');
    await app.call.reviews.reply({ id, text: 'Theo quy chế.' });
    as('one');
    expect(await refusal(app.call.journal.undo({ seq }))).toMatchObject({
      detail: { reason: 'opinionAnswered' },
    });
    expect((await app.call.journal.recent({})).find((change) => change.seq === seq)?.mayUndo).toBe(false);
  });

  test('a reviewer sees only buttons that work', async () => {
    as('clerk');
    await app.call.phrases.save({ abbreviation: 'hn', text: 'hội nghị' });
    as('one');
    await give();
    const shown = (await app.call.journal.recent({})).filter(({ mayUndo }) => mayUndo);
    expect(shown.map(({ command }) => command)).toEqual(['reviews.give']);
    for (const { seq } of shown) await app.call.journal.undo({ seq });
  });

  test('what something later has touched shows no button, until that is undone', async () => {
    as('clerk');
    await app.call.phrases.save({ abbreviation: 'hn', text: 'hội nghị' });
    const [phrase] = await app.call.phrases.list({});
    await app.call.phrases.save({ id: phrase?.id ?? '', abbreviation: 'hn', text: 'Hội nghị' });
    const shown = async () =>
      (await app.call.journal.recent({ limit: 2 }))
        .filter(({ command }) => command === 'phrases.save')
        .map(({ mayUndo }) => mayUndo);
    expect(await shown()).toEqual([true, false]);
    await app.call.journal.undo({});
    expect((await app.call.journal.recent({ limit: 3 })).map(({ mayUndo }) => mayUndo)).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('what no method is called any more is taken back by those who write', async () => {
    as('clerk');
    await app.call.phrases.save({ abbreviation: 'hn', text: 'hội nghị' });
    const { raw } = app.store();
    raw.exec('DROP TRIGGER change_set_keep');
    raw
      .prepare(`UPDATE change_set SET command = 'phrases.put' WHERE seq = (SELECT max(seq) FROM change_set)`)
      .run();
    const { seq } = await newest();
    as('one');
    expect(await refusal(app.call.journal.undo({ seq }))).toMatchObject({ code: 'FORBIDDEN' });
    as('clerk');
    expect(await app.call.journal.undo({ seq })).toMatchObject({ seq });
  });
});
