import type { Page } from '@playwright/test';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';
import { picture } from './support/picture.ts';

type Row = { id: string; name: string; unit: string; plan: string | null; actual: string | null };
type Bridge = { invoke: (method: string, input: unknown) => Promise<{ ok: boolean }> };

const nameColumn = 0;
const unitColumn = 1;
const actualColumn = 5;

const rowsOf = async (dataDir: string) =>
  (await cli(['list', 'indicators', '--data', dataDir])) as readonly Row[];
const cell = (page: Page, row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`);
const field = (page: Page, row: number, column: number) => cell(page, row, column).locator('input');
const status = (page: Page) => page.getByRole('contentinfo');
const draftsHeading = (page: Page) => page.getByRole('heading', { name: vi['app.today.drafts'] });

async function openGrid(page: Page): Promise<void> {
  await page.keyboard.press('F6');
  await expect(cell(page, 0, nameColumn)).toBeVisible();
}

/** As a clerk fills a cell of a table: there, then over what stands there. */
async function typeInto(page: Page, row: number, column: number, text: string): Promise<void> {
  await cell(page, row, column).click();
  await expect(field(page, row, column)).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

test('a row that is begun comes back after the window was closed, and is added when it has its unit', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const before = await rowsOf(dataDir);
  const last = before.length;
  const name = 'Tỷ lệ hộ nghèo đa chiều';

  const { page, close } = await launchApp({ dataDir });
  await openGrid(page);
  await cell(page, last, nameColumn).click();
  await page.keyboard.insertText(name);
  await page.keyboard.press('Tab');
  await expect(status(page)).toContainText(/chưa lưu/iu);
  await expect(status(page)).not.toContainText(/Đã lưu/u);
  await close();
  expect(await rowsOf(dataDir)).toEqual(before);

  const again = await launchApp({ dataDir });
  await expect(draftsHeading(again.page)).toBeVisible();
  await picture(again.page, 'indicator-draft-today');
  await again.page.getByRole('link', { name: /^Chỉ tiêu năm \d{4}/u }).press('Enter');
  await expect(cell(again.page, last, nameColumn)).toContainText(name);
  await expect(field(again.page, last, unitColumn)).toBeFocused();
  await expect(status(again.page)).toContainText(/đã giữ nháp/u);
  await picture(again.page, 'indicator-draft-row');

  // Esc empties it, and what was emptied can be had back.
  await again.page.keyboard.press('Escape');
  await expect(cell(again.page, last, nameColumn)).toContainText(vi['indicators.new.name']);
  await again.page.getByRole('button', { name: vi['journal.action.undo'] }).press('Enter');
  await expect(cell(again.page, last, nameColumn)).toContainText(name);

  await typeInto(again.page, last, unitColumn, '%');
  await again.page.keyboard.press('Enter');
  await expect(again.page.getByText(vi['journal.command.indicators.create'])).toBeVisible();
  await expect(status(again.page)).toContainText(/Đã lưu/u);
  // What is typed next belongs to the row that was added.
  for (let i = 0; i < 3; i += 1) await again.page.keyboard.press('Tab');
  await again.page.keyboard.type('12,5');
  await again.page.keyboard.press('Enter');
  await expect(again.page.getByText(vi['journal.command.indicators.save'])).toBeVisible();
  await picture(again.page, 'indicator-draft-added');
  // "As everywhere" F2 leads away, also from a cell.
  await again.page.keyboard.press('F2');
  await expect(again.page.getByRole('heading', { level: 1 })).toHaveText(vi['app.today.title']);
  await expect(draftsHeading(again.page)).toHaveCount(0);
  await again.close();
  expect((await rowsOf(dataDir)).slice(last)).toMatchObject([{ name, unit: '%', plan: '12.5' }]);
});

test('kill -9 a second and a half after a number was typed: its cell is open with it again', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const [first] = await rowsOf(dataDir);
  const app = await launchApp({ dataDir });
  await openGrid(app.page);
  await typeInto(app.page, 0, actualColumn, '88,8');
  await app.page.waitForTimeout(1_500);
  await expect(status(app.page)).toContainText(/đã giữ nháp/u);
  await app.kill();
  expect((await rowsOf(dataDir))[0]).toEqual(first);

  const { page, close } = await launchApp({ dataDir });
  await openGrid(page);
  await expect(field(page, 0, actualColumn)).toHaveValue('88,8');
  await expect(field(page, 0, actualColumn)).toBeFocused();
  await picture(page, 'indicator-draft-cell');
  await page.keyboard.press('Enter');
  await expect(page.getByText(vi['journal.command.indicators.save'])).toBeVisible();
  await expect(status(page)).toContainText(/Đã lưu/u);
  await close();
  expect((await rowsOf(dataDir))[0]).toMatchObject({ id: first?.id, actual: '88.8' });
});

test('what a cell refuses stays as a draft when the page is left, until Esc drops it', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const before = await rowsOf(dataDir);
  const { page, close } = await launchApp({ dataDir });
  await openGrid(page);
  for (const text of ['1234.5', 'xyz']) {
    await typeInto(page, 1, actualColumn, text);
    await page.keyboard.press('F3');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(vi['conferences.list.title']);
    await page.keyboard.press('F2');
    await expect(page.getByRole('link', { name: /^Chỉ tiêu năm \d{4}/u })).toBeVisible();
    await page.keyboard.press('F6');
    await expect(field(page, 1, actualColumn)).toHaveValue(text);
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(status(page)).not.toContainText(/Đã lưu/u);
    await picture(page, `indicator-draft-refused-${text.length}`);
  }

  await page.keyboard.press('Escape');
  await expect(status(page)).toContainText(/Đã lưu/u);
  await page.keyboard.press('F2');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(vi['app.today.title']);
  await expect(draftsHeading(page)).toHaveCount(0);

  // What can be taken is saved by leaving, and leaves no draft.
  await openGrid(page);
  await typeInto(page, 1, actualColumn, '77,7');
  await page.keyboard.press('F2');
  await expect(page.getByText(vi['journal.command.indicators.save'])).toBeVisible();
  await expect(draftsHeading(page)).toHaveCount(0);
  await close();
  const after = await rowsOf(dataDir);
  expect(after[1]).toMatchObject({ id: before[1]?.id, actual: '77.7' });
});

test('an earlier day takes no typing', async ({ launchApp, tempDir }) => {
  const dataDir = tempDir();
  await cli.fillPast(dataDir);
  const before = await rowsOf(dataDir);
  const { page, close } = await launchApp({ dataDir });
  const day = new Date(Date.now() - 7 * 86_400_000).toLocaleDateString('vi-VN');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: vi['app.palette.label'] }).fill('xem so nhu');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: vi['journal.past.day'] }).fill(day);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Đang xem/u).first()).toBeVisible();

  await openGrid(page);
  await expect(page.getByText(vi['indicators.new.name'])).toHaveCount(0);
  await cell(page, 0, actualColumn).click();
  await expect(field(page, 0, actualColumn)).toHaveAttribute('readonly', '');
  await page.keyboard.type('99,9');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('Chỉ tiêu gõ vào ngày cũ');
  await picture(page, 'indicator-past');

  await page.keyboard.press('Alt+Home');
  await expect(page.getByText(vi['indicators.new.name'])).toBeVisible();
  await expect(page.getByText('99,9')).toHaveCount(0);
  await expect(page.getByText('ngày cũ')).toHaveCount(0);
  await page.keyboard.press('F2');
  await expect(draftsHeading(page)).toHaveCount(0);
  await close();
  expect(await rowsOf(dataDir)).toEqual(before);
});

test('what is typed in a cell is of who typed it, through the lock and another person at the PC', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const before = await rowsOf(dataDir);
  const { page, close } = await launchApp({ dataDir });
  await page.evaluate(async () => {
    const { bridge } = globalThis as unknown as { bridge: Bridge };
    for (const [method, name, roles] of [
      ['users.begin', 'Đinh Thị Tuyết', ['clerk', 'admin']],
      ['users.add', 'Nguyễn Văn An', ['clerk']],
    ] as const) {
      const { ok } = await bridge.invoke(method, { name, title: '', roles, pin: '7391' });
      if (!ok) throw new Error(method);
    }
  });
  await expect(page.getByRole('button', { name: /Đinh Thị Tuyết đang dùng máy/u })).toBeVisible();
  await openGrid(page);

  // A number that could be saved: the lock does not take it, who comes back goes on.
  await typeInto(page, 0, actualColumn, '88,8');
  await page.keyboard.press('Control+l');
  await expect(page.getByText(vi['users.lock.title'])).toBeVisible();
  await comeIn(page, 'Đinh Thị Tuyết');
  await expect(field(page, 0, actualColumn)).toHaveValue('88,8');
  await expect(status(page)).toContainText(/chưa lưu/iu);

  // Somebody else sees nothing of what is left open, and has no draft of it.
  await typeInto(page, 0, actualColumn, 'xyz');
  await page.keyboard.press('Control+Shift+N');
  await comeIn(page, 'Nguyễn Văn An');
  await expect(cell(page, 0, actualColumn)).not.toContainText('xyz');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('F2');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(vi['app.today.title']);
  await expect(draftsHeading(page)).toHaveCount(0);

  await page.keyboard.press('Control+Shift+N');
  await comeIn(page, 'Đinh Thị Tuyết');
  await page.getByRole('link', { name: /^Chỉ tiêu năm \d{4}/u }).press('Enter');
  await expect(field(page, 0, actualColumn)).toHaveValue('xyz');
  await close();
  expect(await rowsOf(dataDir)).toEqual(before);
});

async function comeIn(page: Page, name: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${name}`, 'u') })
    .last()
    .click();
  await page.keyboard.type('7391');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: `${name} đang dùng máy` })).toBeVisible();
}
