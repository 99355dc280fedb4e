import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodyFromLines } from '#shared/text-model/body.ts';
import {
  addMember,
  conferenceInput,
  documentInput,
  indicatorInput,
  setUpOffice,
} from '../../support/records.ts';
import { createTestApp, removeTempFolders, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  const { termId } = await setUpOffice(app.call);
  await addMember(app.call, termId, 'Đinh Văn Trường');
});
afterAll(async () => {
  expect(app.logged).toEqual([]);
  await app.close();
  removeTempFolders();
});

async function rulesOf(changes: Partial<ReturnType<typeof documentInput>>) {
  const { id } = await app.call.documents.create(documentInput(changes));
  return { id, rules: (await app.call.documents.check({ id })).map(({ rule }) => rule) };
}

describe('the facts behind the checks', () => {
  test('come from terms, members, conferences and indicators', async () => {
    await app.call.indicators.create(indicatorInput());
    const { id: conferenceId } = await app.call.conferences.create(conferenceInput());
    const { rules } = await rulesOf({
      date: '2021-12-23',
      conferenceId,
      signerName: 'Nguyễn Văn A',
      body: bodyFromLines(['Diện tích cây mì năm 2021 đạt 106 ha.']),
    });
    expect(rules).toEqual(
      expect.arrayContaining(['dateBeforeConference', 'signerNotInOffice', 'figureDiffers']),
    );
    expect((await rulesOf({ date: '2019-12-24' })).rules).toContain('noTermOnDate');
  });

  test('cited numbers are looked up in the register', async () => {
    const { id } = await app.call.documents.create(documentInput());
    const { code } = await app.call.documents.issue({ id, date: '2021-12-20' });
    const cite = (text: string) => rulesOf({ body: bodyFromLines([text]) });
    expect(
      (await cite(`Thực hiện Nghị quyết số ${code}, ngày 20/12/2021, các chi bộ báo cáo.`)).rules,
    ).not.toContain('unknownNumber');
    expect((await cite('Thực hiện Nghị quyết số 77-NQ/ĐU, các chi bộ báo cáo.')).rules).toContain(
      'unknownNumber',
    );
    expect(
      (await cite(`Thực hiện Nghị quyết số ${code}, ngày 21/12/2021, các chi bộ báo cáo.`)).rules,
    ).toContain('otherDateInRegister');
  });
});

describe('a check', () => {
  test('looks at what is typed, not only at what is saved', async () => {
    const { id } = await rulesOf({});
    const edits = { ...documentInput(), body: bodyFromLines(['Nâng cao  năng lực.']) };
    const found = await app.call.documents.check({ id, edits });
    expect(found.find(({ rule }) => rule === 'doubleSpace')).toMatchObject({
      severity: 'doubt',
      place: { field: 'body', index: 0, part: 0, from: 8, to: 10 },
      fix: { kind: 'replace', text: ' ' },
    });
  });

  test('is switched off with a reason, on again, and both can be undone', async () => {
    const { id, rules } = await rulesOf({ subject: 'về …' });
    expect(rules).toContain('subjectUnfinished');
    await app.call.documents.switchCheckOff({ rule: 'subjectUnfinished', reason: 'Trích yếu điền khi ký' });
    expect(await app.call.documents.checkSettings({})).toEqual([
      { rule: 'subjectUnfinished', reason: 'Trích yếu điền khi ký' },
    ]);
    const has = async () =>
      (await app.call.documents.check({ id })).some(({ rule }) => rule === 'subjectUnfinished');
    expect(await has()).toBe(false);
    await app.call.journal.undo({});
    expect(await has()).toBe(true);
    await app.call.journal.redo({});
    await app.call.documents.switchCheckOn({ rule: 'subjectUnfinished' });
    expect(await has()).toBe(true);
  });
});
