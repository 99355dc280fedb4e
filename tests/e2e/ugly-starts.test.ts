import { existsSync, mkdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';

const storeName = 'so-nghi-quyet.sqlite';

/** A data folder with the demo records. */
async function demoFolder(folder: string): Promise<string> {
  await cli(['demo', '--data', folder]);
  return path.join(folder, storeName);
}

test('a file of a newer version is refused in words and left alone', async ({ launchApp, tempDir }) => {
  const dataDir = tempDir();
  const file = await demoFolder(dataDir);
  const bytes = readFileSync(file);
  bytes.writeUInt32BE(9999, 60);
  writeFileSync(file, bytes);
  const { page } = await launchApp({ dataDir });
  await expect(page.getByText(vi['error.STORE_NEWER'])).toBeVisible();
  // Nothing here may replace a file that is only too new.
  await expect(page.getByRole('button', { name: vi['backup.action.choose'] })).toHaveCount(0);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('a damaged file is refused, kept, and healed from a backup by keyboard', async ({
  launchApp,
  tempDir,
}) => {
  const dataDir = tempDir();
  const file = await demoFolder(dataDir);
  const backup = (await cli(['backup', '--to', tempDir(), '--data', dataDir])) as { file: string };
  truncateSync(file, 9_000);
  const before = readFileSync(file);
  const { page, electron } = await launchApp({ dataDir });
  await expect(page.getByText(vi['error.STORE_DAMAGED'])).toBeVisible();
  expect(readFileSync(file).equals(before)).toBe(true);

  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, backup.file);
  await page.getByRole('button', { name: vi['backup.action.choose'] }).press('Enter');
  await page.getByRole('button', { name: vi['backup.action.restoreThis'] }).press('Enter');
  await page.getByRole('button', { name: vi['backup.action.restore'], exact: true }).press('Enter');
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.keyboard.press('F3');
  await expect(page.getByText('lần thứ bảy')).toBeVisible();
});

test('a folder that cannot be written to is explained', async ({ launchApp }) => {
  test.skip(process.platform !== 'linux', 'needs a file system that nobody can write to');
  const { page } = await launchApp({ dataDir: '/sys/so-nghi-quyet' });
  await expect(page.getByText(vi['error.STORE_READ_ONLY'])).toBeVisible();
  await expect(page.getByRole('button', { name: vi['ui.action.retry'] })).toBeVisible();
});

test('a second start brings the first to the front and ends', async ({ launchApp, runToExit }) => {
  const first = await launchApp();
  const second = await runToExit({ dataDir: first.dataDir });
  expect(second.code).toBe(0);
  expect(first.electron.windows()).toHaveLength(1);
  await expect(first.page.getByRole('textbox').first()).toBeVisible();
});

test('a store that another program has open is named, and opened once it is free', async ({
  launchApp,
  tempDir,
}) => {
  const dataDir = tempDir();
  await demoFolder(dataDir);
  const holder = cli.hold(dataDir);
  await holder.ready;
  const { page } = await launchApp({ dataDir });
  await expect(page.getByText('đang được mở ở nơi khác')).toBeVisible();
  await holder.release();
  await page.getByRole('button', { name: vi['ui.action.retry'] }).press('Enter');
  await expect(page.getByRole('navigation')).toBeVisible();
});

test('an empty file is never taken for an empty office', async ({ launchApp, tempDir }) => {
  const dataDir = tempDir();
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(path.join(dataDir, storeName), '');
  const { page } = await launchApp({ dataDir });
  await expect(page.getByText(vi['error.STORE_EMPTY'])).toBeVisible();
  expect(existsSync(path.join(dataDir, `${storeName}-wal`))).toBe(false);
});

test('a restore of which nothing says how far it came is told, and given up by one key', async ({
  launchApp,
  tempDir,
}) => {
  const dataDir = tempDir();
  const file = await demoFolder(dataDir);
  const kept = path.join(dataDir, 'ban-bi-thay-20211224-003000');
  mkdirSync(kept);
  renameSync(file, path.join(kept, storeName));
  writeFileSync(path.join(dataDir, 'phuc-hoi.json'), '{"store":');
  const { page } = await launchApp({ dataDir });
  await expect(page.getByText(vi['error.STORE_DAMAGED.restorePlan'])).toBeVisible();
  await page.getByRole('button', { name: vi['app.startup.giveUpRestore'] }).press('Enter');
  await expect(page.getByRole('navigation')).toBeVisible();
});

test('a restore that was taken back is told on every page, and what it left is cleared where it is shown', async ({
  launchApp,
  tempDir,
}) => {
  const dataDir = tempDir();
  await demoFolder(dataDir);
  const plan = { store: storeName, incoming: 'dang-phuc-hoi.tmp', keep: 'ban-bi-thay-20211224-003000' };
  writeFileSync(path.join(dataDir, 'phuc-hoi.json'), JSON.stringify(plan));
  const left = path.join(dataDir, 'dang-phuc-hoi-1.sqlite');
  writeFileSync(left, 'half');
  const { page } = await launchApp({ dataDir });
  await expect(page.getByText(vi['app.takenBack.title'])).toBeVisible();
  await page.getByRole('link', { name: vi['backup.page.title'] }).first().press('Enter');
  await expect(page.getByText(path.basename(left))).toBeVisible();
  await page.getByRole('button', { name: vi['backup.leftovers.clear'] }).press('Enter');
  await expect(page.getByText(vi['backup.leftovers.title'])).toHaveCount(0);
  expect(existsSync(left)).toBe(false);
});

test('a backup of another office is named and asked about twice', async ({ launchApp, tempDir }) => {
  const [dataDir, otherDir] = [tempDir(), tempDir()];
  await demoFolder(dataDir);
  await demoFolder(otherDir);
  const backup = (await cli(['backup', '--to', tempDir(), '--data', otherDir])) as {
    file: string;
    officeName: string;
  };
  const { page, electron } = await launchApp({ dataDir });
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, backup.file);
  await page.getByRole('link', { name: vi['backup.page.title'] }).first().press('Enter');
  await page.getByRole('button', { name: vi['backup.action.choose'] }).press('Enter');
  const named = vi['backup.other.note'].replace('{office}', backup.officeName);
  await expect(page.getByText(named)).toBeVisible();
  await page.getByRole('button', { name: vi['backup.action.restoreThis'] }).press('Enter');
  await page.getByRole('button', { name: vi['backup.action.restore'], exact: true }).press('Enter');
  await page.getByRole('button', { name: vi['backup.other.act'] }).press('Enter');
  await expect(page.getByText('Đã phục hồi bản sao lưu')).toBeVisible();
});
