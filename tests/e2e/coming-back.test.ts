import type { Page } from '@playwright/test';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { openNewestConference, openStep } from './support/conference.ts';
import { expect, test } from './support/launch.ts';
import { picture } from './support/picture.ts';

test('who comes back to a text finds it as it was left; nothing that was typed goes for something else typed', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const first = await launchApp({ dataDir });
  const part = (text: string) => `${text} đang viết dở. `;
  await openDraft(first.page);
  await type(first.page, part('Phần một'));

  // In the same run: it goes on by itself, and nothing asks.
  await first.page.keyboard.press('F6');
  await expect(first.page.getByRole('heading', { level: 1 })).toHaveText(vi['indicators.title']);
  await openDraft(first.page);
  await expect(text(first.page)).toContainText('Phần một');
  await expect(use(first.page)).toHaveCount(0);
  await picture(first.page, 'coming-back');
  await first.page.waitForTimeout(1_000);
  await first.kill();

  // After a crash it is offered; what is typed meanwhile and what is offered change places.
  const { page, close } = await launchApp({ dataDir });
  await openDraft(page);
  await expect(use(page)).toBeVisible();
  await type(page, part('Phần hai'));
  await use(page).press('Enter');
  await expect(text(page)).toContainText('Phần một');
  await expect(text(page)).not.toContainText('Phần hai');
  await use(page).press('Enter');
  await expect(text(page)).toContainText('Phần hai');

  // What was dropped can be had back.
  await page.getByRole('button', { name: vi['ui.recovered.drop'] }).press('Enter');
  await expect(use(page)).toHaveCount(0);
  await page.getByRole('button', { name: vi['ui.recovered.takeBack'] }).press('Enter');
  await use(page).press('Enter');
  await expect(text(page)).toContainText('Phần một');
  await page.getByRole('button', { name: vi['ui.recovered.drop'] }).press('Enter');

  // A field that is not shown says why nothing was saved.
  if (!(await page.getByLabel(vi['documents.field.subject']).isVisible())) await page.keyboard.press('Alt+i');
  const date = page.getByRole('textbox', { name: vi['documents.field.date'], exact: true });
  await date.fill('45/45/2026');
  await page.keyboard.press('Alt+i');
  await expect(date).toBeHidden();
  await page.keyboard.press('Control+s');
  await expect(date).toBeFocused();
  await expect(page.getByText(/^Chưa lưu; đã giữ nháp/u).first()).toBeVisible();
  await picture(page, 'refused-field');
  await date.fill('');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^Đã lưu \d/u).first()).toBeVisible();
  await close();
});

test('an item of the agenda that is taken off comes back with its minutes, and a field of another step that is refused is shown', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const { page, close } = await launchApp({ dataDir });
  await openNewestConference(page);
  await openStep(page, vi['conferences.step.proceedings']);
  const discussion = page.getByRole('textbox', { name: vi['conferences.proceedings.discussion'] });
  await expect(discussion).toBeFocused();
  const before = await discussion.innerText();
  await page.keyboard.type('Ý kiến chưa lưu.');
  await openStep(page, vi['conferences.step.prepare']);
  await page
    .getByRole('button', { name: /^Bỏ nội dung/u })
    .first()
    .click();
  await page.getByRole('button', { name: vi['ui.recovered.takeBack'] }).click();
  await openStep(page, vi['conferences.step.proceedings']);
  await page
    .getByRole('navigation', { name: vi['conferences.agenda.title'] })
    .getByRole('button')
    .first()
    .click();
  await expect(discussion).toContainText('Ý kiến chưa lưu.');
  expect(await discussion.innerText()).toContain(before.slice(0, 40));

  await openStep(page, vi['conferences.step.prepare']);
  const place = page.getByRole('textbox', { name: vi['conferences.field.startsAt'], exact: true });
  await place.fill('abc');
  await openStep(page, vi['conferences.step.proceedings']);
  await page.keyboard.press('Control+s');
  await expect(place).toBeFocused();
  await picture(page, 'refused-step');
  await close();
});

const text = (page: Page) => page.locator('.ProseMirror').first();
const use = (page: Page) => page.getByRole('button', { name: vi['ui.recovered.use'] });

async function openDraft(page: Page): Promise<void> {
  await page.keyboard.press('F4');
  await page.getByRole('row').filter({ hasText: vi['documents.status.draft'] }).first().click();
  await expect(text(page)).toBeVisible();
}

async function type(page: Page, words: string): Promise<void> {
  await text(page).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(words);
  await expect(text(page)).toContainText(words.trim());
}
