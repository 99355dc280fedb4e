import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';
import { picture } from './support/picture.ts';

test('today names what is held and not closed and what waits, and the first steps stay until they are put away', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const api = (method: string, input: unknown) =>
    cli(['api', method, JSON.stringify(input), '--data', dataDir]);
  const documents = (await api('documents.list', {})) as { id: string; status: string; subject: string }[];
  const draft = documents.find(({ status }) => status === 'draft');
  const people = [{ name: 'Đinh Văn Rếp', title: '' }];
  await api('approvals.handOutSheets', { documentId: draft?.id, people, dueOn: '2022-01-03' });

  const { page, close } = await launchApp({ dataDir });
  const section = (title: string) =>
    page.locator('section').filter({
      has: page.getByRole('heading', { name: title, exact: true }),
    });
  await expect(section(vi['app.today.unclosed']).getByText(/lần thứ bảy/u)).toBeVisible();
  await expect(
    section(vi['app.today.waiting']).getByText('1 phiếu chưa về · quá hạn 03/01/2022'),
  ).toBeVisible();
  const steps = section(vi['app.steps.title']);
  await expect(steps.getByRole('listitem').filter({ hasText: vi['app.steps.done'] })).toHaveCount(3);
  await expect(section(vi['app.today.backup'])).toHaveCount(0);
  await picture(page, 'today');
  await steps.getByRole('button', { name: vi['app.steps.hide'] }).press('Enter');
  await expect(steps).toHaveCount(0);
  await expect(section(vi['app.today.backup']).getByText(vi['app.status.noBackup'])).toBeVisible();
  await picture(page, 'today-hidden');
  await close();

  const again = await launchApp({ dataDir });
  await expect(again.page.getByRole('heading', { name: vi['app.today.backup'] })).toBeVisible();
  await expect(again.page.getByRole('heading', { name: vi['app.steps.title'] })).toHaveCount(0);
});
