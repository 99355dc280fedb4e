import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';
import { picture } from './support/picture.ts';

test('Enter leads through a whole form by its fields: no list opens, no row is added, the last one leads to the saving', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const ask = (method: string, input: object) =>
    cli(['api', method, JSON.stringify(input), '--data', dataDir]);
  const { page, close } = await launchApp({ dataDir });
  // A field with a list is labelled twice.
  const field = (label: string) =>
    page.locator('input, textarea').and(page.getByLabel(label, { exact: true }));

  await test.step('a new conference: the sentence lands in its own field', async () => {
    await page.evaluate(`location.hash = '/conferences/new'`);
    await expect(field(vi['conferences.field.kind'])).toBeFocused();
    const order = ['session', 'ordinal', 'customTitle', 'startsAt', 'place', 'chair', 'recorder', 'content'];
    for (const name of order) {
      await page.keyboard.press('Enter');
      await expect(field(vi[`conferences.field.${name}` as keyof typeof vi])).toBeFocused();
      await expect(page.getByRole('option')).toHaveCount(0);
    }
    await page.keyboard.type('Tổng kết năm');
    const content = field(vi['conferences.field.content']);
    await expect(content).toHaveValue('Tổng kết năm');
    const recorder = field(vi['conferences.field.recorder']);
    await expect(recorder).not.toHaveValue(/Tổng kết/u);
    await picture(page, 'new-conference');
  });

  await test.step('a new member has one post, and the last Enter leads to the saving', async () => {
    await page.evaluate(`location.hash = '/settings?tab=members'`);
    await page.getByRole('button', { name: vi['organisation.members.add'] }).click();
    const drawer = page.getByRole('dialog', { name: vi['organisation.members.add'] });
    await expect(field(vi['organisation.field.fullName'])).toBeFocused();
    await page.keyboard.type('Hồ Thị Mới');
    for (let i = 0; i < 7; i += 1) await page.keyboard.press('Enter');
    await expect(drawer.getByRole('button', { name: vi['ui.save.action'], exact: true })).toBeFocused();
    await expect(field(vi['organisation.field.role'])).toHaveCount(1);
    await picture(page, 'new-member');
    await page.keyboard.press('Enter');
    await expect(drawer).toHaveCount(0);
  });
  await close();
  const members = (await ask('organisation.listMembers', {})) as { fullName: string; positions: object[] }[];
  expect(members.find(({ fullName }) => fullName === 'Hồ Thị Mới')?.positions).toHaveLength(1);
});
