import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** Two faults in the text: a double space, and a type name left over. */
const body = {
  type: 'doc',
  content: [
    paragraph('Giao Văn phòng Đảng ủy theo dõi  việc thực hiện Chỉ thị này trong toàn Đảng bộ.'),
    paragraph('Các chi bộ trực thuộc báo cáo kết quả trước ngày 20 tháng 12 năm 2026.'),
    paragraph('Ủy ban Kiểm tra Đảng ủy giám sát việc chấp hành Nghị quyết này.'),
  ],
};

test('a second pair of eyes: found, gone to, mended, undone, switched off; two versions compared', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const fields = {
    type: 'NQ',
    conferenceId: null,
    date: '2026-11-20',
    subject: 'về nhiệm vụ năm 2027',
    bases: ['Căn cứ Điều lệ Đảng'],
    openingLine: '',
    body,
    recipients: ['Các chi bộ trực thuộc'],
    authority: 'T/M ĐẢNG ỦY',
    signerTitle: '',
    signerName: '',
  };
  const { id } = (await cli(['api', 'documents.create', JSON.stringify(fields), '--data', dataDir])) as {
    id: string;
  };
  expect(await cli(['check-document', '--id', id, '--data', dataDir])).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ rule: 'copiedType', severity: 'fault', words: 'Chỉ thị' }),
      expect.objectContaining({ rule: 'doubleSpace', message: vi['documents.check.doubleSpace'] }),
    ]),
  );

  const { page, close } = await launchApp({ dataDir });
  await page.evaluate(`location.hash = '/documents/${id}'`);
  const text = page.getByRole('textbox', { name: vi['documents.field.body'] });
  await expect(text).toContainText('Chỉ thị này');
  const panel = page.getByRole('complementary', { name: vi['documents.checks.title'] });
  const finding = (name: RegExp) => panel.getByRole('button', { name });

  await test.step('the panel opens by key and leads to the words', async () => {
    await page.keyboard.press('Alt+k');
    await expect(finding(/Chỉ thị này/u)).toBeVisible();
    await text.focus();
    await page.keyboard.press('F9');
    await page.keyboard.press('F9');
    await expect(text).toBeFocused();
    expect(await page.evaluate(() => String(getSelection()))).toBe('Chỉ thị');
    await page.keyboard.press('F9');
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('  ');
    await finding(/Chỉ thị này/u).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(text).toBeFocused();
  });

  await test.step('a fix goes into the text, and Ctrl+Z takes it back', async () => {
    await panel.getByRole('button', { name: 'Sửa thành “Nghị quyết”' }).click();
    await expect(text).toContainText('thực hiện Nghị quyết này trong');
    await expect(finding(/Chỉ thị này/u)).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(text).toContainText('thực hiện Chỉ thị này trong');
    await expect(finding(/Chỉ thị này/u)).toBeVisible();
    await panel.getByRole('button', { name: 'Sửa thành “Nghị quyết”' }).click();
    await expect(finding(/Chỉ thị này/u)).toHaveCount(0);
  });

  await test.step('so does a line of a field, with a way back', async () => {
    const append = panel.getByRole('button', { name: vi['documents.checks.append'] });
    await finding(/dòng lưu/u).press('Enter');
    const recipients = page.getByRole('textbox', { name: vi['documents.field.recipients'] });
    await expect(recipients).toBeFocused();
    await append.click();
    await expect(recipients).toHaveValue('Các chi bộ trực thuộc\nLưu Văn phòng Đảng ủy');
    await expect(finding(/dòng lưu/u)).toHaveCount(0);
    await page.getByRole('button', { name: vi['journal.action.undo'] }).click();
    await expect(recipients).toHaveValue('Các chi bộ trực thuộc');
    await append.click();
    await expect(finding(/dòng lưu/u)).toHaveCount(0);
  });

  await test.step('the office does without a check, says why, and uses it again', async () => {
    await panel.getByRole('button', { name: vi['documents.checks.off'] }).last().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: vi['documents.checks.offConfirm'] }).click();
    await expect(dialog.getByText(vi['documents.checks.reasonMissing'])).toBeVisible();
    await dialog.getByLabel(vi['documents.checks.reason']).fill('Đã có lệ của cơ quan');
    await dialog.getByRole('button', { name: vi['documents.checks.offConfirm'] }).click();
    await panel.getByText('Đang bỏ qua 1 kiểm tra').click();
    await expect(panel.getByText('Lý do: Đã có lệ của cơ quan')).toBeVisible();
    await panel.getByRole('button', { name: vi['documents.checks.on'] }).click();
    await expect(panel.getByText('Đang bỏ qua 1 kiểm tra')).toHaveCount(0);
  });

  await test.step('what was saved is compared with what was before, moved clauses too', async () => {
    await text.focus();
    await page.keyboard.press('Control+s');
    await expect(page.getByText(vi['documents.compare.title'])).toHaveCount(0);
    const moved = {
      ...fields,
      body: {
        ...body,
        content: [
          body.content[1],
          body.content[2],
          paragraph('Giao Văn phòng Đảng ủy theo dõi việc thực hiện Nghị quyết này trong toàn Đảng bộ.'),
        ],
      },
    };
    await page.evaluate(
      ([method, input]) =>
        (window as unknown as { bridge: { invoke: (...all: unknown[]) => Promise<unknown> } }).bridge.invoke(
          method,
          input,
        ),
      ['documents.save', { ...moved, id, subject: 'về phương hướng, nhiệm vụ năm 2027' }],
    );
    await expect(text).toContainText('toàn Đảng bộ.');
    await page.keyboard.press('Alt+v');
    const compared = page.getByRole('document', { name: vi['documents.compare.text'] });
    await expect(compared.locator('[data-change]').first()).toBeVisible();
    await expect(compared.locator('ins').filter({ hasText: 'phương hướng' })).toBeVisible();
    await expect(compared.getByText(/^Chuyển (?:đi|đến) \(1\)$/u)).toHaveCount(2);
    await page.keyboard.press('ArrowDown');
    await expect(compared.locator('[data-change]').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(compared).toHaveCount(0);
  });
  await close();
  expect(await cli(['check', '--data', dataDir])).toMatchObject({ faults: [] });
});
