import type { Page } from '@playwright/test';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';

const save = (page: Page) => page.keyboard.press('Control+s');
const sheet = (page: Page) => page.locator('[data-sheet]').first().locator('img').last().getAttribute('src');
async function more(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: vi['ui.action.more'] }).press('Enter');
  await page.getByRole('menuitem', { name: item }).press('Enter');
}

test('the office sets a layout of its own by keyboard, sees the page follow, and goes back to the guideline', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const { page, close } = await launchApp({ dataDir });
  await page.getByRole('link', { name: vi['app.nav.settings'] }).press('Enter');
  await page.getByRole('tab', { name: vi['organisation.tab.layouts'] }).press('Enter');
  await page.getByRole('row', { name: /Hướng dẫn 05/u }).click();
  await expect(page.getByRole('heading', { name: /Hướng dẫn 05/u })).toBeVisible();
  await expect.poll(() => sheet(page)).toMatch(/^blob:/u);

  // A larger type name: the page follows, the guideline's value stands beside, Ctrl+S saves.
  const typeName = page.getByRole('group', { name: vi['print.part.titles.typeName'] });
  const size = typeName.getByLabel(vi['print.field.sizePt']);
  const before = await sheet(page);
  await size.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('18,5');
  await expect(typeName.getByText(vi['print.layout.given'].replace('{value}', '16 pt'))).toBeVisible();
  await expect.poll(() => sheet(page)).not.toBe(before);
  await save(page);
  await expect(page.getByText(vi['journal.command.print.saveProfile'])).toBeVisible();

  // Values that cannot be are told under their field; the page stays, nothing is saved.
  const paper = page.getByRole('group', { name: vi['print.part.page'] });
  const right = paper.getByLabel(vi['print.field.rightMm']);
  const held = await sheet(page);
  await right.fill('90');
  await expect(paper.getByText(/chỉ để lại 90 mm/u)).toBeVisible();
  await expect(page.getByText(vi['print.sample.held'])).toBeVisible();
  await save(page);
  await expect(right).toBeFocused();
  expect(await sheet(page)).toBe(held);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('rộng');
  await expect(page.getByText(vi['print.layout.typeNumber'])).toBeVisible();

  // One key back to what the guideline says.
  await paper
    .getByRole('button', { name: vi['print.layout.given'].replace('{value}', '15 mm') })
    .press('Enter');
  await expect(right).toHaveValue('15');
  await expect(page.getByText(vi['print.sample.held'])).toHaveCount(0);

  // Left with a value typed and not saved: it is still there.
  await right.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('20');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab', { name: vi['organisation.tab.layouts'] })).toBeVisible();
  await expect(page.getByRole('row', { name: /Hướng dẫn 05.*Đã sửa 1 giá trị/u })).toBeVisible();
  await page.getByRole('row', { name: /Hướng dẫn 05/u }).click();
  await expect(right).toHaveValue('20');
  await more(page, vi['print.layout.reset']);
  await expect(page.getByText(vi['journal.command.print.resetProfile'])).toBeVisible();
  await expect(size).toHaveValue('16');
  await expect(right).toHaveValue('15');

  // A new guideline begins as a copy from its day on.
  await more(page, vi['print.layout.newVersion']);
  await page.getByLabel(vi['print.field.validFrom']).last().pressSequentially('01/01/2030');
  await page.getByLabel(vi['print.field.name']).last().fill('Hướng dẫn mới');
  await save(page);
  await expect(page.getByRole('heading', { name: 'Hướng dẫn mới' })).toBeVisible();
  await close();
  expect(await cli(['check', '--data', dataDir])).toMatchObject({ faults: [] });
});
