import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#shared/define.ts';
import { tallySheets } from '#shared/features/approvals/sheets.ts';
import { shownChanges } from '#shared/features/journal/field-changes.ts';
import { sayVietnamese } from '#shared/i18n/translate.ts';
import { type Block, bodyFromLines } from '#shared/text-model/body.ts';
import { documentInput, indicatorInput, setUpOffice } from '../../support/records.ts';
import { copiesOf, refusal, removeTempFolders, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
const pin = '7391';
const people = { clerk: '', reviewer: '', approver: '', admin: '' };

/** An office of four, each with one role. */
const openOffice = copiesOf(async ({ call }) => {
  await setUpOffice(call);
  await call.users.begin({ name: 'Quản trị', title: '', roles: ['admin'], pin });
  people.admin = (await call.users.presence({})).signedIn?.id ?? '';
  for (const [role, name] of [
    ['clerk', 'Văn thư'],
    ['reviewer', 'Phó Bí thư'],
    ['approver', 'Bí thư'],
  ] as const)
    people[role] = (await call.users.add({ name, title: '', roles: [role], pin })).id;
});

beforeEach(async () => {
  app = await openOffice();
  as('clerk');
});
afterEach(async () => {
  expect(app.logged).toEqual([]);
  as('admin');
  expect((await app.call.journal.verify({})).faults).toEqual([]);
  await app.close();
  removeTempFolders();
});

function as(role: Role): void {
  app.program.services.presence.signIn(people[role]);
}

const fields = (subject = 'về nhiệm vụ năm 2022') =>
  documentInput({ subject, body: bodyFromLines(['Một câu.', 'Hai câu.']) });
const created = async () => (await app.call.documents.create(fields())).id;
const submit = (documentId: string, assigneeId: string | null = null) =>
  app.call.approvals.submit({ documentId, assigneeId, dueOn: '2022-01-03' });
const stageOf = async (documentId: string) => (await app.call.approvals.get({ documentId })).stage;
const approve = async (documentId: string) =>
  app.call.approvals.approve({ documentId, version: (await app.call.approvals.get({ documentId })).version });
const rule = (reason: string) => ({ code: 'RULE', detail: { reason } });

describe('the way of a document', () => {
  test('from the draft over a return to its number, each step with who, when and why', async () => {
    const id = await created();
    await submit(id, people.reviewer);
    expect(await stageOf(id)).toBe('inReview');
    as('reviewer');
    await app.call.approvals.return({ documentId: id, reason: 'thiếu nơi nhận' });
    as('clerk');
    await app.call.documents.save({ ...fields('về nhiệm vụ, giải pháp năm 2022'), id });
    await submit(id, people.reviewer);
    as('reviewer');
    await app.call.approvals.forward({ documentId: id, assigneeId: people.approver, dueOn: null });
    as('approver');
    await approve(id);
    expect(await stageOf(id)).toBe('approved');
    as('clerk');
    await app.call.documents.issue({ id, date: '2021-12-24' });
    const { steps } = await app.call.approvals.get({ documentId: id });
    expect(steps.map(({ kind, actorName, reason }) => `${actorName} ${kind} ${reason}`.trim())).toEqual([
      'Văn thư submit',
      'Phó Bí thư return thiếu nơi nhận',
      'Văn thư submit',
      'Phó Bí thư forward',
      'Bí thư approve',
    ]);
    const history = await app.call.journal.history({ id });
    expect(history.map(({ command }) => command)).toContain('approvals.return');
    const told = history
      .filter(({ command }) => command.startsWith('approvals.'))
      .flatMap(({ rows }) => rows.flatMap((row) => shownChanges(sayVietnamese, row)))
      .map(({ label, after }) => `${label}: ${after}`);
    expect(told).toEqual(['Hạn: 03/01/2022', 'Lý do: thiếu nơi nhận', 'Hạn: 03/01/2022']);
  });

  test('a step out of turn is refused, and so is one without its reason', async () => {
    const id = await created();
    as('approver');
    expect(await refusal(approve(id))).toMatchObject(rule('stepOutOfTurn'));
    as('clerk');
    await submit(id);
    expect(await refusal(submit(id))).toMatchObject(rule('stepOutOfTurn'));
    as('reviewer');
    expect(await refusal(app.call.approvals.return({ documentId: id, reason: ' ' }))).toMatchObject({
      code: 'VALIDATION',
    });
    expect(await refusal(app.call.approvals.refuse({ documentId: id, reason: 'x' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('refused is not returned: it is issued only after a new submission', async () => {
    const id = await created();
    await submit(id);
    expect(await refusal(app.call.documents.issue({ id, date: '2021-12-24' }))).toMatchObject(
      rule('notApproved.inReview'),
    );
    as('approver');
    await app.call.approvals.refuse({ documentId: id, reason: 'trái thẩm quyền' });
    as('clerk');
    expect(await refusal(app.call.documents.issue({ id, date: '2021-12-24' }))).toMatchObject(
      rule('notApproved.refused'),
    );
    await submit(id);
    expect(await stageOf(id)).toBe('inReview');
  });

  test('laid before somebody who cannot decide any more is refused', async () => {
    const id = await created();
    expect(await refusal(submit(id, people.clerk))).toMatchObject(rule('assigneeCannotDecide'));
  });

  test('a reviewer who loses the role while a review is open is told so', async () => {
    const id = await created();
    await submit(id, people.reviewer);
    as('admin');
    await app.call.users.save({ id: people.reviewer, name: 'Phó Bí thư', title: '', roles: ['clerk'] });
    as('reviewer');
    expect(await refusal(app.call.approvals.return({ documentId: id, reason: 'x' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('an approval', () => {
  test('locks the text: against saving, deleting and undoing an earlier save', async () => {
    const id = await created();
    await app.call.documents.save({ ...fields('về nhiệm vụ'), id });
    const seq = (await app.call.journal.recent({}))[0]?.seq ?? 0;
    await submit(id);
    as('approver');
    await approve(id);
    as('clerk');
    expect(await refusal(app.call.documents.save({ ...fields('khác'), id }))).toMatchObject(
      rule('approvedIsLocked'),
    );
    expect(await refusal(app.call.documents.remove({ id }))).toMatchObject(rule('isOnItsWay'));
    expect(await refusal(app.call.journal.undo({ seq }))).toMatchObject(rule('approvedIsLocked'));
    as('approver');
    expect(await refusal(app.call.journal.undo({}))).toMatchObject({ code: 'FINAL' });
  });

  test('is lifted with a reason that stays on the document', async () => {
    const id = await created();
    await submit(id);
    as('approver');
    await approve(id);
    await app.call.approvals.lift({ documentId: id, reason: 'sai số liệu mục II' });
    as('clerk');
    await app.call.documents.save({ ...fields('đã sửa'), id });
    expect((await app.call.approvals.get({ documentId: id })).steps.at(-1)?.reason).toBe(
      'sai số liệu mục II',
    );
  });

  test('is of the version that was read', async () => {
    const id = await created();
    await submit(id);
    const { version } = await app.call.approvals.get({ documentId: id });
    await app.call.documents.save({ ...fields('đổi khi đang trình'), id });
    as('approver');
    expect(await refusal(app.call.approvals.approve({ documentId: id, version }))).toMatchObject({
      code: 'CONFLICT',
      detail: { reason: 'changedSinceRead' },
    });
  });
});

test('figures that moved are said before an approval, and after it before the number', async () => {
  const { id: indicatorId } = await app.call.indicators.create(indicatorInput());
  const table = (seen?: string): Block => ({
    type: 'indicatorTable',
    attrs: { period: '2021', indicatorIds: [indicatorId], caption: '', ...(seen && { seen }) },
  });
  const { id } = await app.call.documents.create({
    ...fields(),
    body: { type: 'doc', content: [...bodyFromLines(['Một câu.']).content, table()] },
  });
  await submit(id);
  expect(await app.call.approvals.get({ documentId: id })).toMatchObject({ hasMoved: false });
  await app.call.indicators.save({ ...indicatorInput({ actual: '170' }), id: indicatorId });
  as('approver');
  await approve(id);
  as('clerk');
  await app.call.indicators.save({ ...indicatorInput({ actual: '171' }), id: indicatorId });
  expect(await refusal(app.call.documents.issue({ id, date: '2021-12-24' }))).toMatchObject(
    rule('movedSinceApproval'),
  );
  as('approver');
  await app.call.approvals.lift({ documentId: id, reason: 'số liệu đổi' });
  as('clerk');
  await submit(id);
  as('approver');
  expect(await app.call.approvals.get({ documentId: id })).toMatchObject({ hasMoved: true });
  expect(await refusal(approve(id))).toMatchObject(rule('movedSinceWritten'));
  const { version } = await app.call.approvals.get({ documentId: id });
  await app.call.approvals.approve({ documentId: id, version, acceptMoved: true });
  as('clerk');
  expect(await app.call.documents.issue({ id, date: '2021-12-24' })).toMatchObject({ number: 1 });
});

describe('the work list', () => {
  test('shows to each what waits for them, the most urgent first', async () => {
    const [first, second, third] = [await created(), await created(), await created()];
    await app.call.approvals.submit({ documentId: first, assigneeId: people.approver, dueOn: '2022-02-01' });
    await app.call.approvals.submit({ documentId: second, assigneeId: null, dueOn: '2022-01-10' });
    await submit(third, people.reviewer);
    const mine = async () => (await app.call.approvals.mine({})).map(({ documentId }) => documentId);
    expect(await mine()).toEqual([]);
    as('approver');
    expect(await mine()).toEqual([second, first]);
    as('reviewer');
    expect(await mine()).toEqual([third, second]);
    await app.call.approvals.return({ documentId: third, reason: 'x' });
    as('clerk');
    expect(await app.call.approvals.mine({})).toMatchObject([
      { documentId: third, task: 'mend', reason: 'x' },
    ]);
  });
});

describe('what waits for others', () => {
  const handOut = (documentId: string, names: readonly string[], dueOn: string) =>
    app.call.approvals.handOutSheets({
      documentId,
      people: names.map((name) => ({ name, title: '' })),
      dueOn,
    });

  test('decisions and sheets that are not back are told, the most urgent first', async () => {
    const [first, second, third] = [await created(), await created(), await created()];
    expect(await app.call.approvals.awaited({})).toEqual([]);
    await submit(first, people.approver);
    await handOut(second, ['Đinh Văn Rếp', 'Đinh Thị Yến', 'Đinh Văn Trường'], '2022-01-10');
    await handOut(second, ['Phạm Thị Hồng Ân'], '2022-01-02');
    await handOut(third, ['Đinh Văn Rếp'], '2022-01-01');
    const sheets = await app.call.approvals.sheets({ documentId: second });
    for (const { id } of [...(await app.call.approvals.sheets({ documentId: third })), ...sheets.slice(0, 2)])
      await app.call.approvals.enterSheet({ id, answer: 'agree', remark: '', returnedOn: '2021-12-30' });
    const ofSheets = { documentId: second, from: 'sheets', count: 2, dueOn: '2022-01-02' };
    expect(await app.call.approvals.awaited({})).toEqual([
      ofSheets,
      { documentId: first, from: 'decision', count: 1, dueOn: '2022-01-03' },
    ]);
    as('approver');
    expect(await app.call.approvals.awaited({})).toEqual([ofSheets]);
  });
});

test('members are asked in writing: a sheet each, entered when it is back, one paper for all', async () => {
  const id = await created();
  const people = [
    { name: 'Đinh Văn Rếp', title: 'Phó Bí thư' },
    { name: 'Đinh Thị Yến', title: '' },
  ];
  await app.call.approvals.handOutSheets({ documentId: id, people, dueOn: '2022-01-03' });
  const [first, second] = await app.call.approvals.sheets({ documentId: id });
  if (!first || !second) throw new Error('no sheets');
  await app.call.approvals.enterSheet({
    id: first.id,
    answer: 'agreeWithChanges',
    remark: 'Nêu rõ chỉ tiêu',
    returnedOn: '2021-12-28',
  });
  const sheets = await app.call.approvals.sheets({ documentId: id });
  expect(tallySheets(sheets)).toEqual({ sent: 2, back: 1, agree: 0, agreeWithChanges: 1, disagree: 0 });
  await app.call.journal.undo({});
  expect(tallySheets(await app.call.approvals.sheets({ documentId: id })).back).toBe(0);
  const { pages } = await app.call.print.preview({ source: { kind: 'opinionSheets', id } });
  expect(pages).toHaveLength(2);
  await app.call.documents.remove({ id });
  await app.call.journal.undo({});
  expect(await app.call.approvals.sheets({ documentId: id })).toHaveLength(2);
});
