import type { Page } from '@playwright/test';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { expect, test } from './support/launch.ts';

/** Types a part of what is wanted and takes what is found, as a clerk does. */
async function choose(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.focus();
  await field.press('Control+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

test('a decision of the standing committee from an earlier document, signed by the deputy, at the keyboard', async ({
  launchApp,
  demoDir,
}) => {
  test.setTimeout(180_000);
  const dataDir = await demoDir();
  const { page, close } = await launchApp({ dataDir });

  await test.step('a new document, from the resolution of before', async () => {
    await page.keyboard.press('F4');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(vi['documents.list.title']);
    await page.keyboard.press('Control+n');
    await expect(page.getByText(vi['documents.secrecy'])).toBeVisible();
    await choose(page, vi['documents.field.issuer'], 'thuong vu');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: vi['documents.field.type'] })).toBeFocused();
    await choose(page, vi['documents.field.type'], 'chi thi');
    await expect(page.getByText(vi['documents.hint.beyondPowers'])).toBeVisible();
    await choose(page, vi['documents.field.type'], 'quyet dinh');
    await expect(page.getByText(vi['documents.hint.beyondPowers'])).toBeHidden();
    await choose(page, vi['documents.field.earlier'], '12-nq');
    await page.getByRole('textbox', { name: vi['documents.field.date'] }).focus();
    await page.keyboard.type('15072026');
    await page.screenshot({ path: '/tmp/drafting-new.png' });
    await page.getByRole('button', { name: vi['documents.new.start'], exact: true }).press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Quyết định');
  });

  await test.step('the panel: everything around the text', async () => {
    await page.keyboard.press('Alt+i');
    const panel = page.getByRole('complementary', { name: vi['documents.info.title'] });
    await expect(panel).toBeVisible();
    await expect(page.getByRole('img').first()).toBeVisible();
    await page.screenshot({ path: '/tmp/drafting-panel-top.png' });
    await choose(page, vi['documents.field.signerName'], 'x');
    await page.screenshot({ path: '/tmp/drafting-panel-bottom.png' });
  });
  await close();
});
