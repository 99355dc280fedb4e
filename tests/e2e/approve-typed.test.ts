import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';

test('what is typed and not saved is saved before a step is taken with it', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const api = (method: string, input: object) =>
    cli(['api', method, JSON.stringify(input), '--data', dataDir]) as Promise<{ id: string }>;
  const { id } = await api('documents.create', {
    type: 'NQ',
    conferenceId: null,
    date: '2026-11-20',
    subject: 'về nhiệm vụ năm 2027',
    bases: ['Căn cứ Điều lệ Đảng'],
    openingLine: '',
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Một câu.' }] }] },
    recipients: ['Các chi bộ trực thuộc'],
    authority: 'T/M ĐẢNG ỦY',
    signerTitle: '',
    signerName: '',
  });
  await api('approvals.submit', { documentId: id, assigneeId: null, dueOn: null });

  const { page, close } = await launchApp({ dataDir });
  await page.evaluate(`location.hash = '/documents/${id}'`);
  const text = page.getByRole('textbox', { name: vi['documents.field.body'] });
  await expect(text).toContainText('Một câu.');
  await text.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Thêm một câu nữa.');
  await page.getByRole('button', { name: vi['approvals.button.approve'], exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: vi['approvals.confirm.approve'], exact: true })
    .click();
  await expect(page.getByRole('button', { name: vi['approvals.button.lift'], exact: true })).toBeVisible();
  await close();
  const { body } = (await api('documents.get', { id })) as unknown as { body: object };
  expect(JSON.stringify(body)).toContain('Thêm một câu nữa.');
});
