import type { Page } from '@playwright/test';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { expect, test } from './support/launch.ts';

/** Through the page's own bridge, as the page would. */
async function call<T>(page: Page, method: string, input: unknown): Promise<T> {
  const value = await page.evaluate(
    async ([name, given]) => {
      const { bridge } = globalThis as unknown as {
        bridge: { invoke: (...a: unknown[]) => Promise<{ ok: boolean; value: unknown; error: unknown }> };
      };
      const result = await bridge.invoke(name, given);
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      return result.value;
    },
    [method, input] as const,
  );
  return value as T;
}

type Identified = { id: string };

const heading = (text: string) => ({
  type: 'heading',
  attrs: { level: 1 },
  content: [{ type: 'text', text }],
});
const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const fields = (content: unknown[], conferenceId: string | null, subject: string) => ({
  ...{ type: 'NQ', conferenceId, date: '2021-12-24', subject, bases: [], openingLine: '' },
  ...{ recipients: ['Lưu Văn phòng Đảng ủy'], authority: 'T/M ĐẢNG ỦY', signerTitle: 'BÍ THƯ' },
  signerName: 'Đinh Văn Trường',
  body: { type: 'doc', content },
});

/** An office of two, a conference with a vote, an issued resolution, and a draft that came out of the conference. */
async function office(page: Page) {
  const { termId } = await call<{ termId: string }>(page, 'organisation.setup', {
    commune: 'xã Sơn Liên',
    superior: 'huyện Sơn Tây',
    placeName: 'Sơn Liên',
    termOrdinal: 13,
    termStartsOn: '2020-06-01',
  });
  const since = { validFrom: '2020-06-01', validTo: null };
  for (const fullName of ['Đinh Văn Trường', 'Đinh Thị Tuyết']) {
    const positions = [{ role: 'member', title: 'Đảng ủy viên', ...since }];
    await call(page, 'organisation.saveMember', { termId, fullName, ...since, positions });
  }
  const empty = { type: 'doc', content: [{ type: 'paragraph' }] };
  const { id: conferenceId } = await call<Identified>(page, 'conferences.create', {
    ...{ kind: 'executive_committee', session: 'regular', ordinal: 7, customTitle: '' },
    ...{ startsAt: '2021-12-24T07:30', endsAt: null, place: 'Hội trường xã', content: '', papers: '' },
    ...{ invited: '', chairId: null, recorderName: '', conclusion: empty },
  });
  const { ids } = await call<{ ids: string[] }>(page, 'conferences.saveAgenda', {
    id: conferenceId,
    items: [
      {
        ...{ title: 'Thông qua Nghị quyết', presenter: '', papers: '', discussion: empty, conclusion: empty },
        ...{ plannedAt: null, startedAt: null, endedAt: null, carriedFromId: null },
        ...{ isCarriedOver: false, carryReason: '' },
      },
    ],
  });
  const vote = {
    ...{ itemId: ids[0], question: 'Thông qua Nghị quyết', method: 'hands', named: [] },
    ...{ issued: null, collected: null, invalid: null, inFavour: 2, against: 0, other: 0 },
  };
  const { id: voteId } = await call<Identified>(page, 'conferences.saveVote', { id: conferenceId, vote });
  const issued = await call<Identified>(
    page,
    'documents.create',
    fields([heading('Xây dựng Đảng'), line('Nâng cao năng lực.')], null, 'về công tác năm 2021'),
  );
  await call(page, 'documents.issue', { id: issued.id, date: '2021-01-05' });
  const draft = await call<Identified>(
    page,
    'documents.create',
    fields(
      [heading('Kết quả'), line('Đạt.'), heading('Nhiệm vụ'), line('Thực hiện theo')],
      conferenceId,
      'về phương hướng, nhiệm vụ năm 2022',
    ),
  );
  const changeVote = (inFavour: number) =>
    call(page, 'conferences.saveVote', {
      id: conferenceId,
      itself: voteId,
      vote: { ...vote, inFavour, against: 2 - inFavour },
    });
  return { conferenceId, draftId: draft.id, changeVote };
}

test('clauses are cited and followed, a vote is quoted and followed, an appendix is begun, and after issue a note stands beside', async ({
  launchApp,
}) => {
  const { page, close } = await launchApp();
  const { conferenceId, draftId, changeVote } = await office(page);
  await page.evaluate(`location.hash = '/documents/${draftId}'`);
  const body = page.getByRole('textbox', { name: vi['documents.field.body'] });
  await expect(body).toBeVisible();
  await body.focus();
  await page.keyboard.press('Control+End');
  const own = body.locator('[data-chip="clause"]').first();

  await test.step('a clause of this document, by a few letters', async () => {
    await page.keyboard.press('Control+Shift+m');
    await expect(page.getByRole('combobox', { name: vi['documents.citation.search'] })).toBeFocused();
    await page.keyboard.type('nhiem vu');
    await page.keyboard.press('Enter');
    await expect(own).toHaveText('mục II');
    await expect(body).toBeFocused();
    await page.keyboard.type(', và ');
  });

  await test.step('a clause of an issued one, under its number', async () => {
    await page.keyboard.press('Control+Shift+m');
    await page.keyboard.type('01-nq');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option', { name: /Xây dựng Đảng/u })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(body.locator('[data-chip="clause"]').last()).toHaveText(
      'mục I Nghị quyết số 01-NQ/ĐU, ngày 05/01/2021',
    );
  });

  await test.step('the clause is moved: the citation follows, also on the way back', async () => {
    await body.getByText('Nhiệm vụ').click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press('Control+x');
    await expect(own).toHaveAttribute('data-fault', vi['documents.citation.fault.clauseGone']);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+v');
    await expect(body.getByRole('heading').first()).toHaveText('Nhiệm vụ');
    await expect(own).toHaveText('mục I');
    await expect(own).not.toHaveAttribute('data-fault');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(own).toHaveText('mục II');
  });

  await test.step('a vote of the conference', async () => {
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Hội nghị biểu quyết:');
    await page.keyboard.press('Control+Shift+l');
    await expect(page.getByRole('option', { name: /Thông qua Nghị quyết/u })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(body.locator('[data-chip="live"]')).toHaveText(/^02\/02 đồng chí/u);
    await page.keyboard.press('Control+s');
    await changeVote(1);
    await expect(body.locator('[data-chip="live"]')).toHaveText(/^01\/02 đồng chí/u);
    await expect(page.getByText(/^Số liệu đã đổi/u)).toBeVisible();
    await page.keyboard.press('Control+Shift+u');
    await expect(page.getByText(/^Số liệu đã đổi/u)).toBeHidden();
  });

  await test.step('an appendix counts anew', async () => {
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+Shift+a');
    await page.keyboard.type('Danh mục chỉ tiêu năm 2022');
    await page.keyboard.press('Enter');
    await expect(body.getByText('Danh mục chỉ tiêu năm 2022')).toBeVisible();
    await expect(body).toBeFocused();
    await page.keyboard.type('Biểu chung');
    await page.keyboard.press('Control+Alt+1');
    await expect(body.getByRole('heading', { name: 'Biểu chung' })).toHaveAttribute('data-number', 'I- ');
  });

  await test.step('the outline goes where it is told', async () => {
    await page.keyboard.press('Alt+m');
    const tree = page.getByRole('navigation', { name: vi['documents.tree.title'] });
    await expect(tree.getByRole('button')).toHaveCount(3);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(body).toBeFocused();
    await page.keyboard.type('Các ');
    await expect(body.getByRole('heading').first()).toHaveText('Các Kết quả');
    await page.keyboard.press('Control+s');
  });

  await test.step('in the minutes, too', async () => {
    await page.evaluate(`location.hash = '/conferences/${conferenceId}/proceedings'`);
    const discussion = page.getByRole('textbox', { name: vi['conferences.proceedings.discussion'] });
    await expect(discussion).toBeFocused();
    await page.keyboard.press('Control+Shift+m');
    await page.keyboard.type('01-nq');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option', { name: /Xây dựng Đảng/u })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(discussion.locator('[data-chip="clause"]')).toHaveText(/^mục I Nghị quyết số 01-NQ\/ĐU/u);
    await page.keyboard.press('Control+s');
  });

  await test.step('after issue the difference stands beside the paper', async () => {
    await call(page, 'documents.issue', { id: draftId, date: '2021-12-24' });
    await changeVote(2);
    await page.evaluate(`location.hash = '/documents/${draftId}'`);
    await expect(page.getByRole('note').getByText(/01\/02 .* nay là: 02\/02/u)).toBeVisible();
  });
  await close();
});
