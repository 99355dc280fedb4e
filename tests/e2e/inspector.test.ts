import type { Page } from '@playwright/test';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';

/** "24/12/2021" so many days ago, on the calendar of this PC. */
function dayAgo(days: number): string {
  const date = new Date(Date.now() - days * 86_400_000);
  return [date.getDate(), date.getMonth() + 1]
    .map((part) => String(part).padStart(2, '0'))
    .join('/')
    .concat(`/${date.getFullYear()}`);
}

const banner = (day: string) => vi['app.past.banner'].replace('{day}', day);

/** Ctrl+K, some letters, Enter. */
async function choose(page: Page, letters: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: vi['app.palette.label'] }).fill(letters);
  await page.keyboard.press('Enter');
}

async function viewAsOf(page: Page, day: string): Promise<void> {
  await choose(page, 'xem so nhu');
  await page.getByRole('textbox', { name: vi['journal.past.day'] }).fill(day);
  await page.keyboard.press('Enter');
}

test('what an inspector asks for: the history of a document on paper, and the register of a past day', async ({
  launchApp,
  tempDir,
}) => {
  const dataDir = tempDir();
  const { id } = await cli.fillPast(dataDir);
  const { page, close } = await launchApp({ dataDir });
  const title = page.getByRole('heading', { level: 1 });

  await test.step('the history of a document, as it prints', async () => {
    await page.evaluate(`location.hash = '/documents/${id}'`);
    await page.getByRole('button', { name: vi['ui.action.more'] }).press('Enter');
    await page.getByRole('menuitem', { name: vi['documents.action.history'], exact: true }).press('Enter');
    const panel = page.getByRole('dialog', { name: vi['journal.record.title'] });
    await expect(panel.getByText('Ban hành văn bản')).toBeVisible();
    await expect(panel.getByText('thêm 1 đoạn')).toBeVisible();
    await panel.getByRole('button', { name: vi['journal.paper.open'] }).press('Enter');
    const paper = page.getByRole('dialog', { name: vi['journal.paper.title'] });
    await expect(paper.getByRole('img', { name: 'Trang 1' })).toBeVisible();
    await expect(paper.getByRole('button', { name: vi['pagePreview.exportPdf'] })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(paper).toHaveCount(0);
  });

  await test.step('a day before the register began is refused in words', async () => {
    await viewAsOf(page, dayAgo(30));
    await expect(page.getByRole('alert')).toContainText(`Sổ bắt đầu ghi từ ngày ${dayAgo(10)}`);
    await page.keyboard.press('Escape');
  });

  await test.step('everything as it was seven days ago, with what is being typed left alone', async () => {
    await page.evaluate(`location.hash = '/settings'`);
    await viewAsOf(page, dayAgo(7));
    await expect(page.getByText(banner(dayAgo(7)))).toBeVisible();
    await expect(title).toHaveText(vi['journal.page.title']);
    await expect(page.getByText('Ban hành văn bản')).toHaveCount(0);
    await page.keyboard.press('F4');
    await expect(page.getByText('về nhiệm vụ thứ nhất')).toBeVisible();
    await expect(page.getByText('về việc bắt đầu hôm qua')).toHaveCount(0);
    await page.evaluate(`location.hash = '/documents/${id}'`);
    await expect(title).toContainText('về nhiệm vụ thứ nhất');
    await expect(page.getByRole('img', { name: 'Trang 1' })).toBeVisible();
  });

  await test.step('nothing can be changed there', async () => {
    const text = page.getByRole('textbox', { name: vi['documents.field.body'] });
    await text.focus();
    await page.keyboard.type('Chữ gõ vào ngày cũ. ');
    await page.keyboard.press('Control+s');
    await expect(page.getByText(/nên không thay đổi được gì/u)).toBeVisible();
    await expect(page.getByText(/chưa lưu được/iu)).toHaveCount(0);
  });

  await test.step('and back to today by key, as it was left', async () => {
    await page.keyboard.press('Alt+Home');
    await expect(page.getByText(banner(dayAgo(7)))).toHaveCount(0);
    await expect(title).toContainText('01-NQ/ĐU');
    await page.keyboard.press('F4');
    await expect(page.getByText('về việc bắt đầu hôm qua')).toBeVisible();
    await page.keyboard.press('F2');
    await expect(page.getByText(vi['app.today.drafts'])).toHaveCount(0);
  });
  await close();
  expect(await cli(['check', '--data', dataDir])).toMatchObject({ faults: [] });
});
