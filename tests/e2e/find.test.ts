import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { expect, test } from './support/launch.ts';
import { picture } from './support/picture.ts';

test('words are found and replaced within a text by keyboard, and what was found from anywhere opens at its words', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const { page, close } = await launchApp({ dataDir });
  const field = page.getByRole('textbox', { name: vi['richText.find.words'] });
  const here = page.locator('.ProseMirror-active-search-match');
  const count = page.getByRole('search').getByRole('status');

  // In a draft: found without marks, from place to place, replaced in one step that Ctrl+Z takes back.
  await page.keyboard.press('F4');
  await page.getByRole('row').filter({ hasText: 'Dự thảo' }).first().click();
  const text = page.locator('.ProseMirror').first();
  await text.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Đảng bộ xã đoàn kết; đảng bộ vững mạnh. ');
  await page.keyboard.press('Control+f');
  await expect(field).toBeFocused();
  await page.keyboard.type('dang bo');
  await expect(count).toHaveText(/^1\/\d+$/u);
  await expect(here).toHaveText('Đảng bộ');
  await page.keyboard.press('Enter');
  await expect(count).toHaveText(/^2\//u);
  await expect(here).toHaveText('đảng bộ');
  await page.keyboard.press('Shift+Enter');
  await expect(count).toHaveText(/^1\//u);
  await picture(page, 'find-in-text');
  await page.keyboard.press('Control+h');
  await expect(page.getByRole('textbox', { name: vi['richText.find.by'] })).toBeFocused();
  await expect(field).toHaveValue('Đảng bộ');
  await page.keyboard.type('$1 chi bộ');
  await picture(page, 'find-replace');
  await page.getByRole('button', { name: vi['richText.find.replaceAll'] }).press('Enter');
  await expect(count).toHaveText(/^Đã thay \d+ chỗ$/u);
  await expect(text).toContainText('$1 chi bộ xã đoàn kết; $1 chi bộ vững mạnh.');
  await field.fill('không có chữ này');
  await expect(count).toHaveText(vi['richText.find.none']);
  await picture(page, 'find-none');
  await page.keyboard.press('Escape');
  await expect(text).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(text).toContainText('Đảng bộ xã đoàn kết; đảng bộ vững mạnh.');
  await page.keyboard.press('Control+s');

  // What was issued is paper; its words are found in the text beside.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: vi['app.palette.label'] }).fill('san luong');
  const hit = page.getByRole('option').filter({ has: page.locator('mark') });
  await hit.filter({ hasText: vi['search.kind.document'] }).first().click();
  await expect(here).toHaveText(/^sản lượng/iu);
  await expect(here).toBeInViewport();
  await picture(page, 'find-issued');
  await page.keyboard.press('Escape');

  // The minutes open at the words too; a member in the list of its term.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: vi['app.palette.label'] }).fill('phong chong dich');
  await hit.filter({ hasText: vi['search.kind.item'] }).first().click();
  await expect(here).toHaveText(/^phòng, chống dịch$|^phòng$/iu);
  await picture(page, 'find-minutes');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: vi['app.palette.label'] }).fill('thường trực');
  await hit.filter({ hasText: vi['search.kind.person'] }).first().click();
  await expect(page.locator('tr[data-member]:focus')).toBeVisible();
  await close();
});
