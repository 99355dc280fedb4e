import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#shared/define.ts';
import { blankItem } from '#shared/features/conferences/blank.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { conferenceInput, documentInput, setUpOffice } from '../../support/records.ts';
import { copiesOf, refusal, removeTempFolders, type TestApp } from '../../support/test-app.ts';

const people = { admin: '', clerk: '', approver: '', one: '', two: '', documentId: '' };
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
  people.approver = await add('Lò Văn Dũng', ['approver']);
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

type Person = 'admin' | 'approver' | 'clerk' | 'one' | 'two';
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

  test('what is closed or approved shows no button, and shows it again when it is open', async () => {
    as('clerk');
    const { id } = await app.call.conferences.create(conferenceInput({ endsAt: '2021-12-24T11:00' }));
    const concluded = { ...blankItem('Công tác cán bộ'), conclusion: bodyFromLines(['Thống nhất.']) };
    const { ids } = await app.call.conferences.saveAgenda({ id, items: [concluded] });
    expect(ids).toHaveLength(1);
    const preset = (await newest()).seq;
    const { documentId } = people;
    await app.call.documents.save({ id: documentId, ...documentInput({ subject: 'về việc khác' }) });
    const saved = (await newest()).seq;
    const shown = async () =>
      (await app.call.journal.recent({})).filter(({ mayUndo }) => mayUndo).map(({ seq }) => seq);
    expect(await shown()).toEqual(expect.arrayContaining([preset, saved]));
    await app.call.conferences.close({ id });
    expect(await shown()).not.toContain(preset);
    await app.call.approvals.submit({ documentId, assigneeId: null, dueOn: null });
    expect(await shown()).toContain(saved);
    as('approver');
    const { version } = await app.call.approvals.get({ documentId });
    await app.call.approvals.approve({ documentId, version });
    as('clerk');
    expect(await shown()).not.toContain(saved);
    await app.call.conferences.reopen({ id, reason: 'ghi sót ý kiến' });
    as('approver');
    await app.call.approvals.lift({ documentId, reason: 'sửa trích yếu' });
    as('clerk');
    expect(await shown()).toContain(saved);
    for (const seq of await shown()) await app.call.journal.undo({ seq });
  });

  test('what something was added to since shows no button', async () => {
    as('clerk');
    const { id } = await app.call.conferences.create(conferenceInput());
    const created = (await newest()).seq;
    await app.call.conferences.saveAgenda({ id, items: [blankItem('Công tác cán bộ')] });
    const of = async () => (await app.call.journal.recent({})).find(({ seq }) => seq === created)?.mayUndo;
    expect(await of()).toBe(false);
    expect((await refusal(app.call.journal.undo({ seq: created }))).code).toBe('CONFLICT');
    await app.call.journal.undo({});
    expect(await of()).toBe(true);
    await app.call.journal.undo({ seq: created });
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
