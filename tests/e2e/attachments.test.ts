import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';

test('the signed scan of an issued document is attached, renamed, opened, saved and taken away by keyboard', async ({
  launchApp,
  demoDir,
  tempDir,
}) => {
  const dataDir = await demoDir();
  const documents = (await cli(['list', 'documents', '--data', dataDir])) as { id: string; code: string }[];
  const id = documents.find(({ code }) => code === '12-NQ/ĐU')?.id ?? '';
  const folder = tempDir();
  const scan = path.join(folder, 'scan0012.pdf');
  const program = path.join(folder, 'thư.pdf');
  const saved = path.join(folder, 'ra.pdf');
  writeFileSync(scan, '%PDF-1.7\n%%EOF\n');
  writeFileSync(program, Buffer.from('4d5a90000300', 'hex'));

  const { page, electron } = await launchApp({ dataDir });
  const choose = (file: string) =>
    electron.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, file);
  await electron.evaluate(({ dialog, shell }, target) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: target });
    shell.openPath = async (file) => {
      (globalThis as { opened?: string }).opened = file;
      return '';
    };
  }, saved);
  await page.evaluate(`location.hash = '/documents/${id}'`);
  const list = page.getByRole('region', { name: vi['documents.issued.scans'] });
  const add = list.getByRole('button', { name: vi['attachments.action.add'] });
  await expect(list).toContainText(vi['attachments.empty.scan']);

  await choose(program);
  await add.press('Enter');
  await expect(list.getByRole('alert')).toContainText('“thư.pdf” là chương trình hoặc lối tắt');

  await choose(scan);
  await add.press('Enter');
  const row = list.getByRole('listitem');
  await expect(row).toContainText('scan0012.pdf');
  await row.press('F2');
  await page.getByRole('textbox', { name: vi['attachments.rename.field'] }).fill('Nghị quyết 12, bản ký');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('Nghị quyết 12, bản ký.pdf');

  await row.press('Enter');
  await expect
    .poll(() => electron.evaluate(() => (globalThis as { opened?: string }).opened))
    .toMatch(/Nghị quyết 12, bản ký\.pdf$/u);
  await row.getByRole('button').press('Enter');
  await page.getByRole('menuitem', { name: vi['attachments.action.saveAs'] }).press('Enter');
  await expect(page.getByText('Đã lưu ra tệp ra.pdf.')).toBeVisible();
  expect(readFileSync(saved, 'utf8')).toBe('%PDF-1.7\n%%EOF\n');

  await row.press('Delete');
  await expect(list).toContainText(vi['attachments.empty.scan']);
  await page.keyboard.press('Control+z');
  await expect(row).toContainText('Nghị quyết 12, bản ký.pdf');
});
