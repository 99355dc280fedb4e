import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { openNewestConference } from './support/conference.ts';
import { expect, test } from './support/launch.ts';

test('what was done is undone from its toast, by Ctrl+Z after a restart, and done again', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const present = async () =>
    ((await cli(['list', 'conferences', '--data', dataDir])) as { present: number }[])[0]?.present;

  const first = await launchApp({ dataDir });
  await openAttendance(first.page);
  await first.page.getByText('Đinh Thị Tuyết').last().click();
  await first.page.keyboard.press('v');
  await expect(first.page.getByText('Có mặt: 12 đồng chí')).toBeVisible();
  await first.page
    .getByRole('button', { name: /Hoàn tác/u })
    .first()
    .press('Enter');
  await expect(first.page.getByText('Có mặt: 13 đồng chí')).toBeVisible();
  await first.page.getByText('Đinh Văn Rếp').last().click();
  await first.page.keyboard.press('v');
  await expect(first.page.getByText('Có mặt: 12 đồng chí')).toBeVisible();
  await first.close();
  expect(await present()).toBe(12);

  const second = await launchApp({ dataDir });
  await openAttendance(second.page);
  await expect(second.page.getByText('Có mặt: 12 đồng chí')).toBeVisible();
  await second.page.keyboard.press('Control+z');
  await expect(second.page.getByText('Có mặt: 13 đồng chí')).toBeVisible();
  await second.page.keyboard.press('Control+y');
  await expect(second.page.getByText('Có mặt: 12 đồng chí')).toBeVisible();
  await second.close();
  expect(await cli(['check', '--data', dataDir])).toMatchObject({ faults: [] });
});

async function openAttendance(page: import('@playwright/test').Page): Promise<void> {
  await openNewestConference(page);
  await page
    .getByRole('navigation', { name: vi['conferences.steps'] })
    .getByRole('button', { name: vi['conferences.step.attendance'] })
    .press('Enter');
}
