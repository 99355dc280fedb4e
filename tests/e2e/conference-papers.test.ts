import { readFileSync } from 'node:fs';
import path from 'node:path';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { openNewestConference } from './support/conference.ts';
import { expect, test } from './support/launch.ts';

test('the papers of a conference are shown by keyboard, and its whole file becomes one PDF', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const { page, electron } = await launchApp({ dataDir });
  await openNewestConference(page);
  await page.getByRole('button', { name: vi['ui.action.more'] }).press('Enter');
  await page.getByRole('menuitem', { name: vi['conferences.papers.title'] }).press('Enter');
  const drawer = page.getByRole('dialog', { name: vi['conferences.papers.title'] });
  await expect(drawer.getByRole('button', { name: /Giấy mời/u })).toHaveAttribute('aria-current', 'true');
  await drawer.getByRole('button', { name: /Danh sách đại biểu/u }).press('Enter');
  await expect(drawer.getByRole('img', { name: 'Trang 1' })).toBeVisible();
  await expect(drawer.getByRole('listitem').filter({ hasText: 'Báo cáochưa có' })).toBeVisible();

  const target = path.join(dataDir, 'hồ sơ.pdf');
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, target);
  await drawer.getByRole('button', { name: vi['conferences.papers.export'] }).press('Enter');
  await expect(page.getByText(/Đã xuất hồ sơ\.pdf, \d+ tờ/u)).toBeVisible({ timeout: 20_000 });
  expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
});
