import type { Page } from '@playwright/test';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { expect, test } from './support/launch.ts';
import { picture } from './support/picture.ts';

/** Invented people, in the order of the paper list. */
const names = [
  'Đinh Văn Trường',
  'Phạm Thị Hồng Ân',
  'Đinh Văn Rếp',
  'Đinh Thị Tuyết',
  'Nguyễn Hữu Phước',
  'Đinh Văn Ót',
];
const items = [
  'Báo cáo kết quả năm 2021',
  'Thảo luận, thông qua Nghị quyết',
  'Công tác cán bộ; bầu Phó Bí thư',
];

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

const empty = { type: 'doc', content: [{ type: 'paragraph' }] };

const noBallots = { issued: null, collected: null, invalid: null };

const fields = {
  ...{ kind: 'executive_committee', session: 'regular', ordinal: 7, customTitle: '' },
  ...{ startsAt: '2021-12-24T07:30', endsAt: null, place: 'Hội trường xã', content: '', papers: '' },
  ...{ invited: 'Đại diện Huyện ủy', chairId: null, recorderName: '', conclusion: empty },
};

/** The office, its committee, and a conference with three items. */
async function meeting(page: Page): Promise<string> {
  const { termId } = await call<{ termId: string }>(page, 'organisation.setup', {
    commune: 'xã Sơn Liên',
    superior: 'huyện Sơn Tây',
    placeName: 'Sơn Liên',
    termOrdinal: 13,
    termStartsOn: '2020-06-01',
  });
  const since = { validFrom: '2020-06-01', validTo: null };
  for (const fullName of names) {
    const positions = [{ role: 'member', title: 'Đảng ủy viên', ...since }];
    await call(page, 'organisation.saveMember', { termId, fullName, ...since, positions });
  }
  const { id } = await call<{ id: string }>(page, 'conferences.create', fields);
  const none = { plannedAt: null, startedAt: null, endedAt: null, carriedFromId: null };
  await call(page, 'conferences.saveAgenda', {
    id,
    items: items.map((title) => ({
      ...{ title, presenter: '', papers: '', discussion: empty, conclusion: empty },
      ...{ ...none, isCarriedOver: false, carryReason: '' },
    })),
  });
  return id;
}

type Stored = {
  agenda: Record<string, unknown>[];
  attendance: { state: string; reason: string; substitute: string }[];
  votes: Record<string, unknown>[];
  elections: Record<string, unknown>[];
};

/** What stands in the field is typed over. */
async function typeCount(page: Page, label: string, count: number): Promise<void> {
  await page.getByRole('dialog').getByLabel(label, { exact: true }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(String(count));
}

test('the roll, a vote by hands, a vote by ballots and an election, at the keyboard', async ({
  launchApp,
}) => {
  test.setTimeout(120_000);
  const { page } = await launchApp();
  const id = await meeting(page);
  const stored = () => call<Stored>(page, 'conferences.get', { id });
  const row = (name: string) => page.getByRole('row', { name });
  const dialog = page.getByRole('dialog');

  await test.step('the roll: late, left, replaced, excused; in the order of the paper', async () => {
    await page.evaluate(`location.hash = '/conferences/${id}/attendance'`);
    await expect(row('Đinh Văn Trường')).toBeFocused();
    await expect(page.getByText('Có mặt: 06 đồng chí; vắng: 0.')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('m');
    await expect(dialog).toBeVisible();
    await page.keyboard.press('2');
    await expect(row('Phạm Thị Hồng Ân')).toBeFocused();
    await expect(row('Phạm Thị Hồng Ân')).toContainText('Có mặt từ nội dung 2');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('s');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(row('Đinh Văn Rếp')).toContainText('Về ở nội dung 3');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('t');
    await page.keyboard.insertText('Hồ Thị Mới');
    await page.keyboard.press('Enter');
    await expect(row('Đinh Thị Tuyết')).toContainText('Dự thay: Hồ Thị Mới');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('p');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('đi công tác');
    await page.keyboard.press('Enter');
    await expect(row('Nguyễn Hữu Phước')).toContainText('đi công tác');
    await expect(
      page.getByText(
        'Có mặt: 04 đồng chí; vắng: 02 đồng chí, có lý do: 01, có người dự thay: 01. Đến muộn: 01 đồng chí. Về sớm: 01 đồng chí.',
      ),
    ).toBeVisible();
    await expect(page.getByText('khai mạc: 3')).toBeVisible();
    await expect(page.getByText('nội dung 2: 4')).toBeVisible();
    const invited = page.getByText(/^Đại biểu mời dự/u);
    await invited.press('Enter');
    await expect(page.getByText('Đại diện Huyện ủy')).toBeVisible();
    await invited.press('Enter');
    await row('Nguyễn Hữu Phước').focus();

    await page.keyboard.press('Alt+ArrowUp');
    await expect(page.getByRole('row').nth(4)).toContainText('Nguyễn Hữu Phước');
    await expect(row('Nguyễn Hữu Phước')).toBeFocused();
  });

  await test.step('somebody by name, nobody twice, taken out and put back', async () => {
    await page.keyboard.press('Control+n');
    await expect(dialog.getByLabel(vi['conferences.people.byName'])).toBeFocused();
    await page.keyboard.insertText('Đinh Văn Ót');
    await expect(dialog.getByText('Đồng chí Đinh Văn Ót đã có trong danh sách điểm danh.')).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('STT\tHọ và tên\tChức vụ\n1/ Đ/c Lê Be (Trưởng thôn Một)\n2. Hồ Sơn');
    await expect(dialog.getByRole('checkbox', { name: 'STT Họ và tên Chức vụ' })).not.toBeChecked();
    await dialog.getByRole('textbox', { name: 'Họ và tên ở dòng “1/ Đ/c Lê Be' }).fill('Lê Bé');
    await picture(page, 'pasted-roll');
    await expect(dialog.getByRole('button', { name: 'Thêm 2 người' })).toBeEnabled();
    await page.keyboard.press('Control+s');
    await expect(dialog).toHaveCount(0);
    await expect(row('Lê Bé')).toContainText('Trưởng thôn Một');
    await row('Hồ Sơn').focus();
    await page.keyboard.press('Delete');
    await expect(row('Hồ Sơn')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(row('Hồ Sơn')).toBeVisible();
    await row('Lê Bé').focus();
    await page.keyboard.press('Delete');
    await expect(row('Lê Bé')).toHaveCount(0);
    await row('Hồ Sơn').focus();
    await page.keyboard.press('Delete');
    await expect(row('Hồ Sơn')).toHaveCount(0);
  });

  await test.step('a vote by hands: only the unusual is typed', async () => {
    await page.evaluate(`location.hash = '/conferences/${id}/proceedings'`);
    await page.getByLabel(vi['conferences.proceedings.discussion']).first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(page.getByRole('heading', { name: '2. Thảo luận, thông qua Nghị quyết' })).toBeVisible();
    await page.getByLabel(vi['conferences.proceedings.discussion']).first().focus();
    await page.keyboard.press('Control+Shift+b');
    await expect(dialog.getByLabel(vi['conferences.vote.question'])).toHaveValue('Thông qua Nghị quyết');
    await expect(
      dialog.getByText('04/04 đồng chí có mặt (đạt 66,7% tổng số ủy viên) tán thành'),
    ).toBeVisible();
    await typeCount(page, vi['conferences.vote.against'], 1);
    await page.keyboard.press('Control+s');
    await expect(dialog).toHaveCount(0);
    const line = page.getByRole('region', { name: vi['conferences.decisions.title'] });
    await expect(line).toContainText(
      'Thông qua Nghị quyết: 03/04 đồng chí có mặt (đạt 50% tổng số ủy viên) tán thành; 01 đồng chí không tán thành.',
    );
    await expect(line).toContainText(vi['conferences.vote.notPassed']);
    // The writing goes on where it was.
    await expect(page.getByLabel(vi['conferences.proceedings.discussion']).first()).toBeFocused();
  });

  await test.step('a vote by ballots: refused with the reason, then corrected', async () => {
    await page.keyboard.press('Control+Shift+b');
    await dialog.getByRole('radio', { name: vi['conferences.vote.hands'] }).focus();
    await page.keyboard.press('ArrowRight');
    await typeCount(page, vi['conferences.vote.issued'], 6);
    await expect(dialog.getByRole('alert')).toHaveText('Phát ra 6 phiếu, nhiều hơn 4 đồng chí có mặt.');
    await page.keyboard.press('Control+s');
    await expect(dialog).toBeVisible();
    expect((await stored()).votes).toHaveLength(1);
    await typeCount(page, vi['conferences.vote.issued'], 4);
    await typeCount(page, vi['conferences.vote.inFavour'], 4);
    await typeCount(page, vi['conferences.vote.invalid'], 1);
    await expect(dialog.getByRole('alert')).toHaveText(
      'Cộng lại 4 phiếu, khác với 3 phiếu hợp lệ. Hãy đếm lại.',
    );
    await typeCount(page, vi['conferences.vote.inFavour'], 3);
    await expect(dialog.getByRole('alert')).toHaveCount(0);
    await page.keyboard.press('Control+s');
    await expect(dialog).toHaveCount(0);
    expect((await stored()).votes[1]).toMatchObject({
      ...{ method: 'ballots', members: 6, present: 4, issued: 4, collected: 4, invalid: 1, inFavour: 3 },
    });
  });

  await test.step('an election', async () => {
    await page.getByLabel(vi['conferences.proceedings.discussion']).first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('button', { name: vi['conferences.election.new'], exact: true }).press('Enter');
    await expect(dialog.getByLabel(vi['conferences.election.title'])).toHaveValue('Bầu Phó Bí thư');
    const add = dialog.getByRole('combobox', { name: vi['conferences.election.addCandidate'] });
    await add.focus();
    await page.keyboard.type('rep');
    await expect(page.getByRole('option', { name: 'Đinh Văn Rếp, Đảng ủy viên' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(add).toHaveValue('');
    await page.keyboard.insertText('Hồ Văn Ngoài, Trưởng thôn Hai');
    await page.keyboard.press('Enter');
    await typeCount(page, 'Số phiếu của Đinh Văn Rếp', 4);
    await expect(dialog.getByRole('alert')).toContainText(
      'Đinh Văn Rếp được 4 phiếu, nhiều hơn 3 phiếu hợp lệ',
    );
    await typeCount(page, 'Số phiếu của Đinh Văn Rếp', 2);
    await typeCount(page, 'Số phiếu của Hồ Văn Ngoài', 1);
    await dialog.getByLabel(vi['conferences.election.headTeller']).focus();
    await page.keyboard.insertText('Đinh Văn Ót');
    await page.keyboard.press('Control+s');
    await expect(dialog).toHaveCount(0);
    const lines = page.getByRole('region', { name: vi['conferences.decisions.title'] });
    await expect(lines).toContainText('Đinh Văn Rếp: 02 phiếu (33,3%), không trúng cử');
    await lines.getByRole('button', { name: 'Sửa “Bầu Phó Bí thư”' }).press('Enter');
    await typeCount(page, vi['conferences.election.seats'], 2);
    await page.keyboard.press('Control+s');
    await expect(lines).toContainText('bầu 2 người');
    expect((await stored()).elections[0]).toMatchObject({
      ...{ title: 'Bầu Phó Bí thư', seats: 2, members: 6, present: 3, headTeller: 'Đinh Văn Ót' },
    });
  });

  await test.step('the roll changes later: each vote that was counted by another room is named', async () => {
    await page.evaluate(`location.hash = '/conferences/${id}/attendance'`);
    await expect(row('Đinh Văn Trường')).toBeFocused();
    await page.keyboard.press('v');
    await expect(page.getByText(vi['conferences.contradictions'])).toBeVisible();
    await expect(
      page.getByText(/“Thông qua Nghị quyết” ghi theo 4\/6 đồng chí có mặt/u).first(),
    ).toBeVisible();
    expect((await stored()).votes.map(({ present }) => present)).toEqual([4, 4]);
  });

  await test.step('what was typed of a vote and left is offered again', async () => {
    await page.evaluate(`location.hash = '/conferences/${id}/proceedings'`);
    await page.getByLabel(vi['conferences.proceedings.discussion']).first().focus();
    await page.keyboard.press('Control+Shift+b');
    await dialog.getByLabel(vi['conferences.vote.question']).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('Thông qua Báo cáo có sửa đổi');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await page.keyboard.press('Control+Shift+b');
    await dialog.getByRole('button', { name: vi['ui.recovered.use'] }).press('Enter');
    await expect(dialog.getByLabel(vi['conferences.vote.question'])).toHaveValue(
      'Thông qua Báo cáo có sửa đổi',
    );
  });

  await test.step('closed: to be read, not to be changed', async () => {
    await page.keyboard.press('Escape');
    const { agenda } = await stored();
    const conclusion = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Nhất trí.' }] }],
    };
    await call(page, 'conferences.saveAgenda', {
      id,
      items: agenda.map((item) => ({ ...item, conclusion })),
    });
    await call(page, 'conferences.save', { id, ...fields, endsAt: '2021-12-24T11:00' });
    const counted = await stored();
    for (const { id: itself, members: _, present: __, ...vote } of counted.votes)
      await call(page, 'conferences.saveVote', {
        id,
        itself,
        vote: { ...vote, method: 'hands', ...noBallots, inFavour: 2, against: 0, other: 0, named: [] },
      });
    for (const { id: itself, members: _, present: __, ...election } of counted.elections)
      await call(page, 'conferences.saveElection', {
        id,
        itself,
        election: { ...election, issued: 2, collected: 2, invalid: 0 },
      });
    await call(page, 'conferences.close', { id });
    const lines = page.getByRole('region', { name: vi['conferences.decisions.title'] });
    await page.keyboard.press('Control+Shift+b');
    await expect(page.getByRole('button', { name: vi['conferences.vote.new'] })).toHaveCount(0);
    await expect(lines.getByRole('button')).toHaveCount(0);
    await expect(dialog).toHaveCount(0);
    await page.evaluate(`location.hash = '/conferences/${id}/attendance'`);
    await expect(row('Đinh Văn Trường')).toBeFocused();
    const before = await stored();
    for (const key of ['c', 'm', 't', 'Delete', 'Alt+ArrowDown', 'Control+n']) await page.keyboard.press(key);
    await expect(dialog).toHaveCount(0);
    await expect(row('Đinh Văn Trường').getByRole('button').first()).toBeDisabled();
    expect(await stored()).toEqual(before);
  });
});
