import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';

/** Looked at by people: `PICTURES=DIR` keeps the screens. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder) await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

test('a draft is issued, exported and voided; the register shows it with an entry from paper and goes out', async ({
  launchApp,
  demoDir,
  tempDir,
}) => {
  const dataDir = await demoDir();
  const documents = (await cli(['list', 'documents', '--data', dataDir])) as { id: string; status: string }[];
  const draft = documents.find(({ status }) => status === 'draft')?.id ?? '';
  const folder = tempDir();
  const { page, electron, close } = await launchApp({ dataDir });
  const saveAs = (name: string) =>
    electron.evaluate(
      ({ dialog }, target) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: target });
      },
      path.join(folder, name),
    );
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const heading = page.getByRole('heading', { level: 1 });

  await page.evaluate(`location.hash = '/documents/${draft}'`);
  const text = page.getByLabel(vi['documents.field.body']).first();
  await text.click();
  await text.pressSequentially('Tăng cường sự lãnh đạo của các chi bộ.');
  await page.getByRole('button', { name: /^Ban hành, lấy số/u }).press('Enter');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Ban hành, lấy số/u })
    .press('Enter');
  await expect(heading).toHaveText(/số \d+-/u);
  const code = (await heading.textContent())?.split(' số ')[1] ?? '';
  await saveAs('văn bản.pdf');
  await button(vi['pagePreview.exportPdf']).press('Enter');
  await expect(page.getByText(/^Đã xuất văn bản\.pdf/u)).toBeVisible();

  await button(vi['ui.action.more']).press('Enter');
  await page.getByRole('menuitem', { name: vi['documents.action.void'] }).press('Enter');
  await page.getByLabel(vi['documents.void.reason']).pressSequentially('nhầm trích yếu');
  await button(vi['documents.void.confirm']).press('Enter');
  await expect(page.getByText(/nhầm trích yếu/u)).toBeVisible();

  await page.keyboard.press('F4');
  // Several at once: the keys that mark work from the moment the marking begins.
  await button(vi['documents.many.start']).press('Enter');
  await page.keyboard.press('Control+a');
  await expect(button(vi['documents.many.print'].replace('{count}', String(documents.length)))).toBeEnabled();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press(' ');
  await expect(
    button(vi['documents.many.print'].replace('{count}', String(documents.length - 1))),
  ).toBeEnabled();
  await button(vi['documents.many.stop']).press('Enter');
  await page.getByRole('link', { name: vi['documents.list.register'] }).press('Enter');
  await expect(heading).toHaveText(vi['documents.register.title']);
  const rows = page.getByRole('grid').getByRole('row');
  await expect(rows.filter({ hasText: 'Hủy số: nhầm trích yếu' })).toContainText(code);
  await picture(page, 'register');

  await page.getByRole('combobox', { name: vi['documents.register.term'] }).click();
  await page.getByRole('option', { name: /Khóa XIII/u }).click();
  await expect(rows.filter({ hasText: '01 - 11-NQ/ĐU' })).toContainText(vi['documents.register.gap']);
  await picture(page, 'register-gap');

  // What is missing is entered from paper, one number after another.
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog');
  const number = dialog.getByLabel(vi['documents.paper.number']);
  await expect(number).toBeFocused();
  await dialog.getByRole('button', { name: vi['documents.paper.add'] }).press('Enter');
  await expect(dialog.getByText(vi['validation.required']).first()).toBeVisible();
  await picture(page, 'paper-errors');
  await number.fill('3');
  await number.press('Enter');
  await page.keyboard.type('15/03/2021');
  await page.keyboard.press('Enter');
  await page.keyboard.type('=về công tác chuẩn bị bầu cử');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Các chi bộ; Lưu Văn phòng Đảng ủy');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: vi['documents.paper.add'] })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status').filter({ hasText: '03-NQ/ĐU' })).toBeVisible();
  await expect(number).toHaveValue('4');
  await number.fill('3');
  await dialog.getByLabel(vi['documents.field.subject']).fill('về việc khác');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText(/Số 3 đã/u)).toBeVisible();
  await picture(page, 'paper-taken');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(rows.filter({ hasText: '03-NQ/ĐU' })).toContainText(vi['documents.register.note.fromPaper']);
  await picture(page, 'register-paper');

  await saveAs('sổ.pdf');
  await button(vi['pagePreview.exportPdf']).press('Enter');
  await expect(page.getByText(/^Đã xuất sổ\.pdf/u)).toBeVisible();
  await saveAs('sổ.xlsx');
  await button(vi['documents.register.excel']).press('Enter');
  await expect(page.getByText(/^Đã xuất sổ\.xlsx/u)).toBeVisible();
  expect(readFileSync(path.join(folder, 'sổ.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  expect(readFileSync(path.join(folder, 'sổ.xlsx')).subarray(0, 2).toString()).toBe('PK');

  // The entry shows what the register says, and is taken out and put back.
  // Enter on a gap offers its first number.
  await page.getByRole('searchbox').fill('04 - 11 chua co');
  await expect(rows).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(number).toHaveValue('4');
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').fill('03-NQ');
  await expect(rows).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(page.getByText(vi['documents.paper.banner'])).toBeVisible();
  await picture(page, 'paper-entry');
  await button(vi['documents.paper.remove']).press('Enter');
  await expect(heading).toHaveText(vi['documents.register.title']);
  await expect(page.getByText(/Đã bỏ văn bản ghi từ sổ giấy/u)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(rows.filter({ hasText: '03-NQ/ĐU' })).toHaveCount(1);

  await page.keyboard.press('F4');
  await page.getByRole('combobox', { name: vi['documents.force.filter'] }).click();
  await page.getByRole('option', { name: vi['documents.force.holding'] }).click();
  await expect(page.getByRole('grid').getByRole('row').filter({ hasText: '12-NQ/ĐU' })).toContainText(
    vi['documents.force.state.inForce'],
  );
  await expect(page.getByRole('grid').getByRole('row').filter({ hasText: code })).toHaveCount(0);
  await picture(page, 'in-force');
  await close();
  expect(await cli(['check', '--data', dataDir])).toMatchObject({ faults: [] });
});
