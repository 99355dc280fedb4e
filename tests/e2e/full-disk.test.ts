import { existsSync } from 'node:fs';
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
    const { page, close } = await launchApp({ dataDir });
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
