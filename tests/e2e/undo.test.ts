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

test('the first start keeps what is typed, leaves nothing behind, and is taken back and done again by key', async ({
  launchApp,
}) => {
  const first = await launchApp();
  const commune = (page: import('@playwright/test').Page) =>
    page.getByLabel(vi['organisation.field.commune'], { exact: true });
  await commune(first.page).pressSequentially('xã Sơn Liên');
  await first.page.waitForTimeout(1_500);
  await first.kill();

  const { page, dataDir, close } = await launchApp({ dataDir: first.dataDir });
  await expect(page.getByRole('button', { name: vi['ui.recovered.use'] })).toBeVisible();
  // Written anew beside it: what was found and neither used nor dropped goes with the set-up as well.
  await commune(page).fill('xã Sơn Liên');
  await page.getByLabel(vi['organisation.field.superior'], { exact: true }).fill('huyện Sơn Tây');
  await page.getByLabel(vi['organisation.field.placeName']).fill('Sơn Liên');
  await page.getByLabel(vi['organisation.field.termOrdinal'], { exact: true }).fill('XIII');
  await page.getByLabel(vi['organisation.field.termStartsOn'], { exact: true }).fill('01/06/2020');
  await page.keyboard.press('Control+s');
  const places = page.getByRole('navigation', { name: vi['app.nav.label'] });
  await expect(places).toBeVisible();
  await expect(page.getByText(vi['app.today.drafts'])).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/Đã hoàn tác/u).first()).toBeVisible();
  await expect(places).toHaveCount(0);
  // The way back has the keys, not the first field.
  await expect(page.locator(':focus')).toHaveText(vi['journal.action.redo']);
  await page.keyboard.press('Control+y');
  await expect(places).toBeVisible();
  await close();
  expect(await cli(['check', '--data', dataDir])).toMatchObject({ faults: [] });
});

test('the sample data are taken back by one key, and done again by one', async ({ launchApp }) => {
  const { page, dataDir, close } = await launchApp();
  const demo = page.getByRole('button', { name: vi['organisation.first.demo'] });
  await demo.press('Enter');
  const places = page.getByRole('navigation', { name: vi['app.nav.label'] });
  await expect(places).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(demo).toBeVisible();
  await page.keyboard.press('Control+y');
  await expect(places).toBeVisible();
  await close();
  expect(await cli(['list', 'documents', '--status', 'issued', '--data', dataDir])).toHaveLength(2);
  expect(await cli(['check', '--data', dataDir])).toMatchObject({ changeSets: 3, faults: [] });
});

async function openAttendance(page: import('@playwright/test').Page): Promise<void> {
  await openNewestConference(page);
  await page
    .getByRole('navigation', { name: vi['conferences.steps'] })
    .getByRole('button', { name: vi['conferences.step.attendance'] })
    .press('Enter');
}
