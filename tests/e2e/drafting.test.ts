import type { Locator, Page } from '@playwright/test';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';

/** Types a part of what is wanted and takes what is found, as a clerk does. */
async function choose(page: Page, field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.press('Control+a');
  await page.keyboard.type(text);
  await expect(page.getByRole('option').first()).toBeVisible();
  // The list marks its first line a moment after it is there; an Enter before that takes nothing.
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option')).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
}

test('a decision of the standing committee from an earlier document, signed by the deputy, at the keyboard', async ({
  launchApp,
  demoDir,
}) => {
  test.setTimeout(180_000);
  const dataDir = await demoDir();
  const { page, close } = await launchApp({ dataDir });
  const combobox = (name: string) => page.getByRole('combobox', { name, exact: true });
  const panel = page.getByRole('complementary', { name: vi['documents.info.title'] });

  await test.step('a new document, from the resolution of before', async () => {
    await page.keyboard.press('F4');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(vi['documents.list.title']);
    await page.keyboard.press('Control+n');
    await expect(page.getByText(vi['documents.secrecy'])).toBeVisible();
    await choose(page, combobox(vi['documents.field.issuer']), 'thuong vu');
    await page.keyboard.press('Enter');
    await expect(combobox(vi['documents.field.type'])).toBeFocused();
    await choose(page, combobox(vi['documents.field.type']), 'chi thi');
    await expect(page.getByText(vi['documents.hint.beyondPowers'])).toBeVisible();
    await choose(page, combobox(vi['documents.field.type']), 'quyet dinh');
    await expect(page.getByText(vi['documents.hint.beyondPowers'])).toBeHidden();
    await choose(page, combobox(vi['documents.field.earlier']), '12-nq');
    await page.getByRole('textbox', { name: vi['documents.field.date'] }).focus();
    await page.keyboard.type('15072026');
    await page.getByRole('button', { name: vi['documents.new.start'], exact: true }).press('Enter');
    await expect(page.getByRole('heading', { level: 1 }).first()).toContainText('Quyết định');
  });

  await test.step('the panel: usual lines, and the signature by rule', async () => {
    await page.keyboard.press('Alt+i');
    await expect(panel).toBeVisible();
    await expect(page.getByRole('img').first()).toBeVisible();
    await panel.getByRole('textbox', { name: vi['documents.field.draftRound'] }).fill('2');

    const recipients = panel.getByLabel(vi['documents.field.recipients'], { exact: true }).last();
    const kept = await recipients.inputValue();
    await panel.getByRole('button', { name: vi['phrases.keep.action'] }).last().press('Enter');
    await expect(panel.getByRole('button', { name: vi['phrases.keep.action'] })).toHaveCount(1);
    await recipients.focus();
    await recipients.press('Control+a');
    await recipients.press('Delete');
    await choose(page, combobox(vi['phrases.pick.recipient']), 'luu');
    const picker = combobox(vi['phrases.pick.recipient']);
    await picker.focus();
    await page.keyboard.press('ArrowDown');
    for (const _ of kept.split('\n').slice(2)) {
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('option').first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await expect(recipients).toHaveValue(kept);
    expect(kept).toContain('Tỉnh ủy');

    await choose(page, combobox(vi['documents.field.signerName']), 'hanh');
    await expect(combobox(vi['documents.field.signerName'])).toHaveValue('Đinh Thị Hạnh');
    await expect(panel.getByLabel(vi['documents.field.authority'])).toHaveValue('T/M BAN THƯỜNG VỤ');
    await expect(panel.getByLabel(vi['documents.field.signerTitle'])).toHaveValue('PHÓ BÍ THƯ');
    await panel.getByRole('button', { name: vi['documents.relation.add'] }).press('Enter');
    await choose(page, combobox(vi['documents.relation.document']), '12-nq');
    await page.keyboard.press('Control+s');
    await expect(page.getByText(vi['journal.command.documents.save'])).toBeVisible();
  });

  await test.step('issued, with what was overlooked said before', async () => {
    await page.getByRole('button', { name: /Ban hành, lấy số 01/u }).press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(vi['documents.hint.draftRound'].replace('{round}', '2'))).toBeVisible();
    const number = dialog.getByLabel(vi['documents.issue.number'], { exact: true });
    await number.fill('5');
    await expect(dialog.getByText('Bỏ trống số 01–04.')).toBeVisible();
    await number.fill('1');
    await expect(dialog.getByText('Bỏ trống số')).toHaveCount(0);
    await dialog.getByRole('button', { name: /Ban hành, lấy số 01/u }).press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quyết định số 01-QĐ/ĐU');
  });
  await close();

  const stored = await cli(['list', 'documents', '--data', dataDir]);
  expect(stored).toContainEqual(
    expect.objectContaining({ code: '01-QĐ/ĐU', issuer: 'standing', date: '2026-07-15', status: 'issued' }),
  );
});
