import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { smallDisk } from '../support/small-disk.ts';
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';

test('a full disk is told in the status line, typing goes on, and the next start does not speak of damage', async ({
  launchApp,
}) => {
  test.setTimeout(180_000);
  const disk = smallDisk(150);
  test.skip(disk === null, 'needs a disk of its own');
  if (!disk) return;
  const dataDir = path.join(disk.folder, 'so');
  try {
    await cli(['demo', '--data', dataDir]);
    const { page, electron, close } = await launchApp({ dataDir });
    await electron.evaluate(({ dialog }) => Object.assign(dialog, { showMessageBoxSync: () => 1 }) && null);
    await page.keyboard.press('F3');
    await page.getByText('lần thứ bảy').first().click();
    disk.fill(80_000);
    const typed = page.getByRole('textbox').first();
    await expect(async () => {
      await typed.fill(`chữ gõ thêm ${Math.random()} `.repeat(5));
      await page.keyboard.press('Control+s');
      await expect(page.getByText(vi['app.status.trouble.full'])).toBeVisible({ timeout: 10_000 });
    }).toPass({ timeout: 90_000 });
    await typed.fill('vẫn gõ tiếp được');
    await close();

    const file = path.join(dataDir, 'so-nghi-quyet.sqlite');
    expect(existsSync(file)).toBe(true);
    disk.fill();
    const again = await launchApp({ dataDir });
    await expect(again.page.getByText(vi['error.STORE_DAMAGED'])).toHaveCount(0);
    disk.free();
    const retry = again.page.getByRole('button', { name: vi['ui.action.retry'] });
    if (await retry.isVisible()) await retry.click();
    await expect(again.page.getByRole('navigation')).toBeVisible();
    await again.close();
  } finally {
    disk.remove();
  }
});

test('words that no draft can take stay in the page, and the window asks before it closes over them', async ({
  launchApp,
}) => {
  test.setTimeout(120_000);
  const disk = smallDisk(150);
  test.skip(disk === null, 'needs a disk of its own');
  if (!disk) return;
  const dataDir = path.join(disk.folder, 'so');
  try {
    await cli(['demo', '--data', dataDir]);
    const { page, electron, close } = await launchApp({ dataDir });
    await page.keyboard.press('F3');
    await page.getByText('lần thứ bảy').first().click();
    const conclusion = page.getByRole('textbox').first();
    await expect(conclusion).toBeVisible();
    // Nothing is left of the log that a draft could still be written into.
    const log = path.join(dataDir, 'so-nghi-quyet.sqlite-wal');
    await expect.poll(() => (existsSync(log) ? statSync(log).size : 0), { timeout: 30_000 }).toBe(0);
    // Chromium writes as well, and makes room again.
    await expect(async () => {
      disk.fillUp();
      await conclusion.fill(`chữ gõ ${Math.random()}`);
      await expect(page.getByText(vi['app.status.trouble.full'])).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 60_000 });
    await conclusion.fill('chữ gõ khi ổ đĩa đầy');
    await page.keyboard.press('F4');
    await page.keyboard.press('F3');
    await page.getByText('lần thứ bảy').first().click();
    await expect(conclusion).toHaveText('chữ gõ khi ổ đĩa đầy');

    await electron.evaluate(({ dialog }) => {
      Object.assign(dialog, {
        showMessageBoxSync: (_: unknown, { message }: { message: string }) => {
          Reflect.set(globalThis, 'asked', message);
          return 0;
        },
      });
    });
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect
      .poll(() => electron.evaluate(() => Reflect.get(globalThis, 'asked') as unknown))
      .toBe(vi['dialog.unkept.message']);
    await expect(conclusion).toHaveText('chữ gõ khi ổ đĩa đầy');
    disk.free();
    await expect(page.getByText(vi['app.status.trouble.full'])).toHaveCount(0, { timeout: 40_000 });
    await close();
    const again = await launchApp({ dataDir });
    await expect(again.page.getByText(vi['app.today.drafts'])).toBeVisible();
    await again.close();
  } finally {
    disk.remove();
  }
});
