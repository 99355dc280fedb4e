import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';
import { picture } from './support/picture.ts';

test('before a number is given the dialog tells what speaks against it, and leads to where it is put right', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const api = (method: string, input: object) =>
    cli(['api', method, JSON.stringify(input), '--data', dataDir]) as Promise<{ id: string }>;
  const text = 'Giao Văn phòng Đảng ủy theo dõi việc thực hiện.';
  const { id } = await api('documents.create', {
    ...{ type: 'NQ', conferenceId: null, date: '2031-12-24', subject: 'về nhiệm vụ năm 2032' },
    ...{ bases: ['Căn cứ Điều lệ Đảng'], openingLine: '', recipients: ['Các chi bộ trực thuộc'] },
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    ...{ authority: 'T/M ĐẢNG ỦY', signerTitle: '', signerName: '' },
  });
  await api('reviews.give', {
    ...{ documentId: id, version: null, field: 'subject', place: null, quote: '' },
    ...{ kind: 'remark', text: 'Nên nói rõ lĩnh vực.', proposed: null },
  });
  await api('approvals.handOutSheets', {
    ...{ documentId: id, people: [{ name: 'Lê Bé', title: '' }], dueOn: null },
  });

  const { page, close } = await launchApp({ dataDir });
  await page.evaluate(`location.hash = '/documents/${id}'`);
  const dialog = page.getByRole('dialog');
  const issue = page.getByRole('button', { name: 'Ban hành', exact: false }).first();
  await issue.click();
  await expect(dialog).toContainText('Ngày ban hành 24/12/2031 còn');
  await expect(dialog).toContainText('Còn 1 trong 1 phiếu xin ý kiến chưa về.');
  await picture(page, 'objections-issue');
  await dialog.getByRole('button', { name: 'Còn 1 ý kiến góp ý' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('complementary', { name: vi['reviews.panel.title'] })).toBeVisible();

  await issue.click();
  await dialog.getByRole('button', { name: 'Còn 1 trong 1 phiếu xin ý kiến chưa về.' }).click();
  await expect(page.getByRole('dialog', { name: vi['approvals.sheets.title'] })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+d');
  await expect(dialog).toContainText('Còn 1 ý kiến góp ý');
  await picture(page, 'objections-submit');
  await close();
});
