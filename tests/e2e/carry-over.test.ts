import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { openNewestConference, openStep } from './support/conference.ts';
import { expect, test } from './support/launch.ts';

test('what is left open with its reason comes back in the next conference of that kind', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const { page, close } = await launchApp({ dataDir });
  await openNewestConference(page);
  await openStep(page, vi['conferences.step.proceedings']);
  await page.getByLabel(vi['conferences.item.carry']).focus();
  await page.keyboard.press('Space');
  const reason = page.getByLabel(vi['conferences.item.carryReason']);
  await reason.focus();
  await reason.pressSequentially('chờ số liệu của huyện');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(vi['journal.command.conferences.saveAgenda'])).toBeVisible();

  await page.keyboard.press('F3');
  await page.keyboard.press('Control+n');
  const startsAt = page.getByLabel(vi['conferences.field.startsAt'], { exact: true });
  await startsAt.focus();
  await startsAt.press('Control+a');
  await startsAt.pressSequentially('24/03/2022 7h30');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel(vi['conferences.field.ordinal'], { exact: true })).toHaveValue('8');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Hội nghị Ban Chấp hành Đảng bộ xã lần thứ tám, khóa XIII',
  );
  await expect(
    page.getByLabel(vi['conferences.agenda.itemTitle'].replace('{number}', '1'), { exact: true }),
  ).toHaveValue('Báo cáo kết quả lãnh đạo thực hiện nhiệm vụ năm 2021');
  await expect(page.getByText(/Việc hội nghị trước để lại/u).first()).toBeVisible();
  await close();
  expect(await cli(['check', '--data', dataDir])).toMatchObject({ faults: [] });
});
