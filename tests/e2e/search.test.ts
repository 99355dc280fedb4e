import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';
import { picture } from './support/picture.ts';

test('what was said is found from anywhere, by keyboard and without marks, and is where one comes back to', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const { page, close } = await launchApp({ dataDir });

  // From the box on top: words of the minutes lead to their item.
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: vi['app.palette.label'] });
  await box.fill('phong chong dich');
  const said = page.getByRole('option').filter({ has: page.locator('mark') });
  await expect(said.first()).toBeVisible();
  await picture(page, 'search-box');

  // Its last line leads to the page of everything that was found.
  const all = page.getByRole('option', { name: /trong mọi nội dung/u });
  await expect(all).toContainText(/\d+ kết quả/u);
  await page.keyboard.press('PageDown');
  await expect(all).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(vi['search.page.title']);
  const field = page.getByRole('combobox', { name: vi['search.page.label'] });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('phong chong dich');
  await expect(page.getByRole('status').filter({ hasText: 'kết quả' })).toBeVisible();

  // Marks and a kind narrow it; what is not there is said in words.
  await field.fill('thường trực');
  await field.press('Tab');
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: vi['search.scope.people'] })).toBeChecked();
  await expect(page.getByRole('option').first()).toContainText(vi['search.kind.person']);
  await picture(page, 'search-people');
  await field.fill('không có chữ này');
  await expect(page.getByText(vi['search.page.none'])).toBeVisible();

  // Coming back from what was opened finds the page as it was left.
  await field.press('Tab');
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowLeft');
  await field.fill('nghị quyết 12');
  await expect(page.getByRole('option').first()).toContainText('12-NQ/ĐU');
  await field.press('Enter');
  await expect(page.getByRole('heading', { level: 1 }).first()).toContainText('Nghị quyết');
  await page.goBack();
  await expect(field).toHaveValue('nghị quyết 12');

  await close();
  const found = (await cli(['search', 'nghị quyết 12', '--data', dataDir])) as { title: string }[];
  expect(found[0]?.title).toContain('12-NQ/ĐU');
});
