import type { Page } from '@playwright/test';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { expect, test } from './support/launch.ts';
import { picture } from './support/picture.ts';

test('people share one PC: a first administrator, a second person, switching, locking and drafts of each', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const { page, close } = await launchApp({ dataDir });
  await openPeople(page);
  await picture(page, 'people-empty');
  await page.getByRole('button', { name: vi['users.form.first'] }).press('Enter');
  await fillPerson(page, 'Đinh Thị Tuyết', '2580');
  await picture(page, 'people-first');
  await page.getByRole('button', { name: vi['users.form.begin'] }).press('Enter');
  await expect(page.getByText(vi['users.recovery.intro'])).toBeVisible();
  await picture(page, 'people-code');
  await page.getByRole('button', { name: vi['users.recovery.kept'] }).press('Enter');
  await page.getByRole('button', { name: vi['users.form.add'] }).press('Enter');
  await fillPerson(page, 'Nguyễn Văn An', '7391');
  await page.getByRole('dialog').getByRole('button', { name: vi['users.form.add'] }).press('Enter');
  await expect(page.getByText('Nguyễn Văn An')).toBeVisible();
  await picture(page, 'people-list');

  // Twice the same name is refused in the dialog, which keeps the keys.
  await page.getByRole('button', { name: vi['users.form.add'] }).press('Enter');
  await fillPerson(page, 'Nguyễn Văn An', '7391');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toContainText('Nguyễn Văn An');
  await expect(dialog.locator('input:focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // What Tuyết types and does not save is hers.
  await page.keyboard.press('F4');
  await page.getByRole('row').nth(1).click();
  const subject = page.getByLabel(vi['documents.field.subject']);
  await expect(page.locator('.ProseMirror').first()).toBeVisible();
  if (!(await subject.isVisible())) await page.keyboard.press('Alt+i');
  await subject.fill('về nhiệm vụ chưa lưu của chị Tuyết');
  await page.keyboard.press('Control+Shift+N');
  await expect(page.getByText(vi['users.lock.switch'])).toBeVisible();
  await picture(page, 'people-switch');
  await page.keyboard.type('1212');
  await page.keyboard.press('Enter');
  await expect(page.getByText(vi['users.attempt.wrongPin'])).toBeVisible();
  await picture(page, 'people-wrong');
  await page.keyboard.type('7391');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Nguyễn Văn An đang dùng máy' })).toBeVisible();
  await expect(page.getByText(/Đinh Thị Tuyết đang viết dở ở đây/u)).toBeVisible();
  await picture(page, 'people-other-draft');

  // Locked, nothing is to be seen; who comes back finds the page as it was.
  await page.keyboard.press('Control+l');
  await expect(page.getByText(vi['users.lock.title'])).toBeVisible();
  await picture(page, 'people-locked');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel('Mã PIN của Đinh Thị Tuyết')).toBeFocused();
  await page.keyboard.type('2580');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(vi['documents.field.subject'])).toHaveValue(
    'về nhiệm vụ chưa lưu của chị Tuyết',
  );
  await close();

  const again = await launchApp({ dataDir });
  await expect(again.page.getByText(vi['users.lock.title'])).toBeVisible();
  await again.close();
});

async function openPeople(page: Page): Promise<void> {
  await page.getByRole('link', { name: vi['app.nav.settings'] }).press('Enter');
  await page.getByRole('tab', { name: vi['organisation.tab.people'] }).click();
}

async function fillPerson(page: Page, name: string, pin: string): Promise<void> {
  const form = page.getByRole('dialog');
  await form.getByLabel(vi['users.field.name']).fill(name);
  await form.getByLabel(vi['users.pin.new']).fill(pin);
  await form.getByLabel(vi['users.pin.again']).fill(pin);
}
