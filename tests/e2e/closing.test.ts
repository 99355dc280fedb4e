import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { conferenceInput } from '../support/records.ts';
import { cli } from './support/cli.ts';
import { openNewestConference, openStep } from './support/conference.ts';
import { expect, test } from './support/launch.ts';
import { picture } from './support/picture.ts';

test('the minutes are closed with a number, nothing can be changed, and opening again asks why', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const { page, close } = await launchApp({ dataDir });
  await openNewestConference(page);
  await openStep(page, vi['conferences.step.finish']);

  await page.getByRole('button', { name: vi['conferences.close.ask'] }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(vi['conferences.close.number'])).toHaveValue('1');
  await dialog
    .getByRole('button', { name: vi['conferences.close.doAs'].replace('{number}', '01') })
    .press('Enter');
  await expect(page.getByText(/^Đã khóa sổ lúc/u)).toBeVisible();
  await expect(page.getByRole('button', { name: vi['ui.save.action'], exact: true })).toHaveCount(0);

  await openStep(page, vi['conferences.step.prepare']);
  const main = page.getByRole('main');
  await expect(main.getByRole('definition').getByText(/^Hội trường/u)).toBeVisible();
  await expect(main.getByRole('textbox')).toHaveCount(0);
  await expect(main.getByRole('button', { name: /nội dung/iu })).toHaveCount(0);
  await picture(page, 'closed-prepare');
  await page.keyboard.press('Control+z');
  await expect(page.getByText(vi['error.FINAL'])).toBeVisible();

  await page.getByRole('button', { name: vi['conferences.closed.reopen'] }).press('Enter');
  await page.getByLabel(vi['conferences.closed.reason']).pressSequentially('ghi sót một ý kiến');
  await page.getByRole('button', { name: vi['conferences.closed.reopenDo'], exact: true }).press('Enter');
  await expect(page.getByText(/^Đã khóa sổ lúc/u)).toHaveCount(0);
  await expect(page.getByLabel(vi['conferences.field.place'], { exact: true })).toBeEnabled();
  await openStep(page, vi['conferences.step.finish']);
  await expect(page.getByText(/ghi sót một ý kiến/u)).toBeVisible();
  await close();

  const [conference] = (await cli(['list', 'conferences', '--data', dataDir])) as Record<string, unknown>[];
  expect(conference).toMatchObject({ minutesNumber: 1, closedAt: null });
  expect(await cli(['check', '--data', dataDir])).toMatchObject({ faults: [] });
});

test('a conference with numbered minutes goes with a reason, and its number stays in the register', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const api = (method: string, input: unknown) =>
    cli(['api', method, JSON.stringify(input), '--data', dataDir]);
  const held = conferenceInput({ ordinal: 8, startsAt: '2022-01-05T07:30', endsAt: '2022-01-05T11:00' });
  const { id } = (await api('conferences.create', held)) as { id: string };
  await api('conferences.saveAgenda', { id, items: [] });
  await api('conferences.close', { id });
  const reason = 'ghi trùng hội nghị';
  await api('conferences.reopen', { id, reason });

  const { page, close } = await launchApp({ dataDir });
  await openNewestConference(page);
  await page.getByRole('button', { name: vi['ui.action.more'] }).press('Enter');
  await page.getByRole('menuitem', { name: vi['conferences.remove.numbered'] }).press('Enter');
  const dialog = page.getByRole('dialog');
  const act = dialog.getByRole('button', { name: vi['conferences.remove.confirm'], exact: true });
  await act.press('Enter');
  await expect(dialog.getByText(vi['conferences.remove.reasonMissing'])).toBeVisible();
  await dialog.getByLabel(vi['conferences.remove.reason']).pressSequentially(reason);
  await act.press('Enter');
  await expect(dialog).toHaveCount(0);
  await close();

  const [term] = (await cli(['list', 'terms', '--data', dataDir])) as { id: string }[];
  expect(await api('documents.register', { termId: term?.id })).toMatchObject({
    rows: expect.arrayContaining([
      expect.objectContaining({ code: '01-BB/ĐU', of: 'voidedMinutes', voidReason: reason }),
    ]),
  });
});
