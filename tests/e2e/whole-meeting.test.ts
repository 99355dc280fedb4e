import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { readPdf } from '../main/paper/support/pdf-reader.ts';
import { cli } from './support/cli.ts';
import { openStep } from './support/conference.ts';
import { expect, test } from './support/launch.ts';

const items = ['Báo cáo quý I năm 2022', 'Thông qua Kế hoạch kiểm tra', 'Chủ trương sắp xếp thôn'];

async function typeInto(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true }).first();
  await field.focus();
  await field.press('Control+a');
  await field.pressSequentially(text);
}

test('one meeting from its preparation to the conference file, at the keyboard', async ({
  launchApp,
  demoDir,
}) => {
  test.setTimeout(180_000);
  const dataDir = await demoDir();
  const { page, electron, close } = await launchApp({ dataDir });
  const dialog = page.getByRole('dialog');
  const discussion = page.getByRole('textbox', { name: vi['conferences.proceedings.discussion'] });
  const conclusion = page.getByRole('textbox', { name: vi['conferences.proceedings.conclusion'] });
  const heading = page.getByRole('heading', { level: 1 });
  const saved = (command: 'conferences.saveAgenda' | 'conferences.save') =>
    expect(page.getByText(vi[`journal.command.${command}`]).last()).toBeVisible();

  await test.step('prepared: the number is proposed, the agenda typed', async () => {
    await page.keyboard.press('F3');
    await expect(heading).toHaveText(vi['conferences.list.title']);
    await page.keyboard.press('Control+n');
    await typeInto(page, vi['conferences.field.startsAt'], '24/03/2022 7h30');
    await page.keyboard.press('Tab');
    await expect(page.getByLabel(vi['conferences.field.ordinal'], { exact: true })).toHaveValue('8');
    await expect(page.getByRole('combobox', { name: vi['conferences.field.chair'] })).toHaveValue(
      'Đinh Văn Trường, Bí thư Đảng ủy',
    );
    await typeInto(page, vi['conferences.field.place'], 'Hội trường Đảng ủy');
    await page.keyboard.press('Control+s');
    await expect(heading).toHaveText('Hội nghị Ban Chấp hành Đảng bộ xã lần thứ tám, khóa XIII');
    for (const title of items) {
      await page.getByLabel(vi['conferences.agenda.add']).focus();
      await page.keyboard.insertText(title);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Control+s');
    await saved('conferences.saveAgenda');
  });

  await test.step('the roll: one excused, one late', async () => {
    await openStep(page, vi['conferences.step.attendance']);
    await expect(page.getByRole('row').nth(1)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('p');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('m');
    await expect(dialog).toBeVisible();
    await page.keyboard.press('2');
    await expect(dialog).toHaveCount(0);
    await expect(
      page.getByText(/^Có mặt: 14 đồng chí; vắng: 01 đồng chí, có lý do: 01\. Đến muộn: 01/u),
    ).toBeVisible();
  });

  await test.step('the first item: who spoke, what was said, what it comes to', async () => {
    await openStep(page, vi['conferences.step.proceedings']);
    await expect(discussion).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('tqd');
    await expect(page.getByRole('option', { name: /Trần Quang Đức/u })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(discussion).toBeFocused();
    await page.keyboard.insertText('đề nghị làm đường vào thôn Nước Vương');
    await conclusion.focus();
    await page.keyboard.insertText('Thống nhất với báo cáo');
    await page.keyboard.press('Control+Shift+k');
    await expect(page.getByText(vi['conferences.finding.kind.clause']).last()).toBeVisible();
    await page.keyboard.press('2');
    await expect(conclusion.locator('[data-finding="clause"]')).toHaveText('Thống nhất với báo cáo');
  });

  await test.step('saved while the clerk types on: the cursor and the words stay', async () => {
    await page.keyboard.press('Control+s');
    await page.keyboard.insertText('; giao Ủy ban');
    await saved('conferences.saveAgenda');
    await page.keyboard.insertText(' thực hiện.');
    await expect(conclusion).toBeFocused();
    await expect(conclusion).toHaveText('Thống nhất với báo cáo; giao Ủy ban thực hiện.');
  });

  await test.step('the second: a vote, counted over those in the room by then', async () => {
    await page.keyboard.press('Alt+ArrowDown');
    await expect(page.getByRole('heading', { name: `2. ${items[1]}` })).toBeVisible();
    await discussion.focus();
    await page.keyboard.press('Control+Shift+b');
    await expect(
      dialog.getByText('14/14 đồng chí có mặt (đạt 93,3% tổng số ủy viên) tán thành'),
    ).toBeVisible();
    await page.keyboard.press('Control+s');
    await expect(dialog).toHaveCount(0);
    await conclusion.focus();
    await page.keyboard.insertText('Thông qua Kế hoạch.');
  });

  await test.step('the third: left for the next conference, with the reason', async () => {
    await page.keyboard.press('Alt+ArrowDown');
    await expect(page.getByRole('heading', { name: `3. ${items[2]}` })).toBeVisible();
    await page.getByLabel(vi['conferences.item.carry']).focus();
    await page.keyboard.press('Space');
    await typeInto(page, vi['conferences.item.carryReason'], 'cho y kien cua huyen');
    await page.keyboard.press('Control+s');
    await saved('conferences.saveAgenda');
  });

  await test.step('closed with its number', async () => {
    await openStep(page, vi['conferences.step.finish']);
    await typeInto(page, vi['conferences.field.endsAt'], '24/03/2022 11h');
    await page.keyboard.press('Control+s');
    await saved('conferences.save');
    await page.getByRole('button', { name: vi['conferences.close.ask'] }).press('Enter');
    await expect(dialog.getByLabel(vi['conferences.close.number'])).toHaveValue('1');
    await dialog
      .getByRole('button', { name: vi['conferences.close.doAs'].replace('{number}', '01') })
      .press('Enter');
    await expect(page.getByText(/^Đã khóa sổ lúc/u)).toBeVisible();
  });

  const file = path.join(dataDir, 'hồ sơ hội nghị.pdf');
  await test.step('the conference file, one PDF with its index', async () => {
    await electron.evaluate(({ dialog: system }, filePath) => {
      system.showSaveDialog = async () => ({ canceled: false, filePath });
    }, file);
    await page.getByRole('button', { name: vi['ui.action.more'] }).press('Enter');
    await page.getByRole('menuitem', { name: vi['conferences.papers.title'] }).press('Enter');
    await dialog.getByRole('button', { name: vi['conferences.papers.export'] }).press('Enter');
    await expect(page.getByText(/Đã xuất hồ sơ hội nghị\.pdf, \d+ tờ/u)).toBeVisible({ timeout: 20_000 });
  });
  await close();

  const { pages } = await readPdf(new Uint8Array(readFileSync(file)));
  const text = pages
    .flatMap((one) => one.items.map((item) => item.text))
    .join(' ')
    .replace(/\s+/gu, ' ');
  for (const words of [
    'lần thứ tám',
    'Số 01-BB/ĐU',
    'Đồng chí Trần Quang Đức',
    'đề nghị làm đường vào thôn Nước Vương',
    '14/14 đồng chí có mặt',
    'cho y kien cua huyen',
  ]) {
    expect(text).toContain(words);
  }
  expect(await cli(['check', '--data', dataDir])).toMatchObject({ faults: [] });
});
