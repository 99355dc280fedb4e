import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { readPdf } from '../main/paper/support/pdf-reader.ts';
import { cli } from './support/cli.ts';
import { openStep } from './support/conference.ts';
import { expect, test } from './support/launch.ts';

/** Invented people, in the order of the paper list. */
const names = [
  'Đinh Văn Trường',
  'Phạm Thị Hồng Ân',
  'Đinh Văn Rếp',
  'Đinh Thị Tuyết',
  'Nguyễn Hữu Phước',
  'Đinh Văn Ót',
  'Đinh Văn Nghĩa',
  'Lê Thị Kim Chi',
  'Đinh Văn Sưu',
  'Đinh Thị Bích Nga',
  'Trần Quang Đức',
  'Đinh Văn Lập',
  'Đinh Văn Khiết',
  'Võ Thành Long',
  'Đinh Thị Yến',
];

const indicators: readonly [name: string, unit: string, plan: string, actual: string][] = [
  ['Năng suất lúa nước', 'tạ/ha', '43,5', '43,7'],
  ['Diện tích cây mì', 'ha', '150', '160'],
  ['Sản lượng cây mì', 'tấn', '2.270', '2.420'],
  ['Diện tích cây ngô', 'ha', '100', '107'],
  ['Sản lượng cây ngô', 'tấn', '324', '344'],
];

/** Types into the field that has the focus and goes on, as a clerk does. */
async function fill(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true }).first();
  await field.focus();
  await field.press('Control+a');
  await field.pressSequentially(text);
}

async function openPage(page: Page, key: string, title: string): Promise<void> {
  await page.keyboard.press(key);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(title);
  // Our own rules hold, not those of the library that they correct.
  await expect(heading).toHaveCSS('font-size', '20px');
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: vi['app.palette.label'] })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

test('the main job, from the first start to the restored backup, at the keyboard', async ({
  launchApp,
  tempDir,
}) => {
  test.setTimeout(240_000);
  const folder = tempDir('tài liệu');
  const { page, electron, dataDir, close } = await launchApp();

  await test.step('first start: five answers', async () => {
    await fill(page, vi['organisation.field.commune'], 'xã Sơn Liên');
    await page.keyboard.press('Enter');
    await page.keyboard.type('huyện Sơn Tây');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel(vi['organisation.field.placeName'])).toHaveValue('Sơn Liên');
    await fill(page, vi['organisation.field.termOrdinal'], 'XIII');
    await fill(page, vi['organisation.field.termStartsOn'], '01062020');
    await page.keyboard.press('Control+s');
    await expect(page.getByText('Đảng ủy xã Sơn Liên')).toBeVisible();
    await expect(page.getByText('khóa XIII')).toBeVisible();
  });

  await test.step('fifteen members in the order of the paper list', async () => {
    await goTo(page, 'Thiết lập');
    await page.getByRole('button', { name: vi['organisation.members.add'] }).press('Enter');
    for (const [index, name] of names.entries()) {
      const field = page.getByLabel(vi['organisation.field.fullName'], { exact: true });
      await expect(field).toHaveValue('');
      await field.focus();
      await page.keyboard.insertText(name);
      if (index === 0) await fill(page, vi['organisation.field.title'], 'Bí thư Đảng ủy');
      const isLast = index === names.length - 1;
      const next = page.getByRole('button', { name: vi['organisation.members.saveThenNext'] });
      // The one who was just saved is not offered again as left unfinished.
      await expect(page.getByText(/đã giữ nháp/u)).toBeVisible();
      await expect(page.getByRole('button', { name: vi['ui.recovered.use'] })).toHaveCount(0);
      if (isLast) await page.keyboard.press('Control+s');
      else await next.press('Enter');
      await expect(page.getByRole('dialog').getByText(name)).toHaveCount(0);
    }
    await expect(page.getByRole('row')).toHaveCount(names.length + 1);
  });

  await test.step('a conference, with two of them excused', async () => {
    await openPage(page, 'F3', vi['conferences.list.title']);
    await page.keyboard.press('Control+n');
    await fill(page, vi['conferences.field.startsAt'], '24/12/2021 7h30');
    await fill(page, vi['conferences.field.ordinal'], '7');
    await fill(page, vi['conferences.field.place'], 'Hội trường UBND xã');
    await fill(page, vi['conferences.field.content'], 'Tổng kết công tác năm 2021, bàn nhiệm vụ năm 2022.');
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Hội nghị Ban Chấp hành Đảng bộ xã lần thứ bảy, khóa XIII',
    );
    const item = page.getByLabel(vi['conferences.agenda.add']);
    for (const title of ['Báo cáo tổng kết năm 2021', 'Phương hướng, nhiệm vụ năm 2022']) {
      await item.focus();
      await page.keyboard.insertText(title);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Control+s');

    await openStep(page, vi['conferences.step.attendance']);
    await page.getByText('Đinh Văn Trường').last().click();
    for (let i = 0; i < 6; i += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('p');
    for (let i = 0; i < 7; i += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('p');
    await expect(page.getByText('Có mặt: 13 đồng chí; vắng: 02 đồng chí, có lý do: 02.')).toBeVisible();
  });

  await test.step('the minutes, typed while the room talks', async () => {
    await openStep(page, vi['conferences.step.proceedings']);
    const discussion = page.getByLabel(vi['conferences.proceedings.discussion']).first();
    await discussion.focus();
    await page.keyboard.type(
      'Đồng chí Đinh Văn Trường báo cáo kết quả năm 2021; phần lớn chỉ tiêu đạt kế hoạch.',
    );
    await page.getByLabel(vi['conferences.proceedings.conclusion']).first().focus();
    await page.keyboard.type('Thống nhất với báo cáo.');
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByLabel(vi['conferences.proceedings.discussion']).first().focus();
    await page.keyboard.type('Các đồng chí thảo luận dự thảo nghị quyết.');
    await page.keyboard.press('Control+s');
    await openStep(page, vi['conferences.step.finish']);
    await fill(page, vi['conferences.field.endsAt'], '24/12/2021 11h15');
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('img').first()).toBeVisible();
  });

  await test.step('five indicators, as in a spreadsheet', async () => {
    await openPage(page, 'F6', vi['indicators.title']);
    await choosePeriod(page, '2021');
    for (const index of indicators.keys()) await enterIndicator(page, index);
    for (const [index, percent] of ['100,46', '106,67', '106,61', '107', '106,17'].entries()) {
      await expect(page.locator(`[data-cell="${index}:6"]`)).toHaveText(percent);
    }
  });

  await test.step('the resolution with their table', async () => {
    await openPage(page, 'F3', vi['conferences.list.title']);
    await page.keyboard.press('Enter');
    await openStep(page, vi['conferences.step.finish']);
    await page.getByRole('button', { name: vi['conferences.finish.resolution'] }).press('Enter');
    const editor = page.getByLabel(vi['documents.field.body']).first();
    await editor.focus();
    await page.keyboard.type('Năm 2021, Đảng ủy đã lãnh đạo đạt thêm những kết quả mới.');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: vi['documents.table.insert'] }).click();
    await choosePeriod(page, '2021');
    await page
      .getByRole('button', { name: vi['documents.table.done'].replace('{count}', '5') })
      .press('Enter');
    // The writing goes on behind the table; only then does the next key belong elsewhere.
    await expect(page.locator('[data-indicator-table], [data-node-view-wrapper]').first()).toBeVisible();
    await expect(editor).toBeFocused();
    await page.getByRole('button', { name: vi['documents.action.info'] }).first().press('Enter');
    // From the title of the member on that day.
    await expect(page.getByRole('combobox', { name: vi['documents.field.signerName'] })).toHaveValue(
      'Đinh Văn Trường',
    );
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('img').first()).toBeVisible();

    await page.getByRole('button', { name: /Ban hành, lấy số 01/u }).press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Ban hành, lấy số 01/u })
      .press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nghị quyết số 01-NQ/ĐU');
  });

  const pdf = path.join(folder, 'nghị quyết.pdf');
  await test.step('the PDF', async () => {
    await electron.evaluate(({ dialog }, target) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: target });
    }, pdf);
    await page.getByRole('button', { name: vi['pagePreview.exportPdf'] }).press('Enter');
    await expect.poll(() => existsSync(pdf)).toBe(true);
    await expect.poll(() => readFileSync(pdf).length).toBeGreaterThan(10_000);
    const { pages } = await readPdf(new Uint8Array(readFileSync(pdf)));
    const text = pages.flatMap((one) => one.items.map((item) => item.text)).join(' ');
    for (const words of [
      'ĐẢNG ỦY XÃ SƠN LIÊN',
      '01-NQ/ĐU',
      'NGHỊ QUYẾT',
      'lần thứ bảy',
      '106,67',
      'BÍ THƯ',
      'Đinh Văn Trường',
    ]) {
      expect(text.replace(/\s+/gu, ' ')).toContain(words);
    }
  });

  await test.step('the backup', async () => {
    await electron.evaluate(({ dialog }, target) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [target] });
    }, folder);
    await page.keyboard.press('F8');
    await page.getByRole('button', { name: vi['backup.action.make'] }).press('Enter');
    await expect(page.getByText(vi['backup.made.title'])).toBeVisible();
  });
  const backup = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.snq')) ?? '');
  await close();

  await test.step('restored into a fresh folder, all is there', async () => {
    const fresh = tempDir('máy mới');
    await cli(['restore', backup, '--data', fresh]);
    const second = await launchApp({ dataDir: fresh });
    await second.page.keyboard.press('F3');
    await expect(second.page.getByText('lần thứ bảy')).toBeVisible();
    await expect(second.page.getByText('13/15')).toBeVisible();
    await second.page.keyboard.press('F4');
    await expect(second.page.getByText('01-NQ/ĐU')).toBeVisible();
    await second.close();
    for (const what of ['conferences', 'documents', 'indicators']) {
      expect(await cli(['list', what, '--data', fresh])).toEqual(
        await cli(['list', what, '--data', dataDir]),
      );
    }
    expect(await cli(['check', '--data', fresh])).toMatchObject({ faults: [] });
  });
});

async function choosePeriod(page: Page, year: string): Promise<void> {
  const name = vi['indicators.period'];
  await page.getByRole('combobox', { name }).or(page.getByRole('textbox', { name })).last().click();
  await page.getByRole('option', { name: vi['indicators.year'].replace('{year}', year) }).click();
}

async function enterIndicator(page: Page, index: number): Promise<void> {
  const [name, unit, plan, actual] = indicators[index] ?? ['', '', '', ''];
  await page.locator(`[data-cell="${index}:0"]`).click();
  await page.keyboard.insertText(name);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(unit);
  // Direction and source keep what they are proposed as.
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab');
  await page.keyboard.type(plan);
  await page.keyboard.press('Tab');
  await page.keyboard.type(actual);
  await page.keyboard.press('Enter');
  await expect(page.locator(`[data-cell="${index}:5"]`)).toContainText(actual);
}
