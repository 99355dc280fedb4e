import type { Locator, Page } from '@playwright/test';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const lines = [
  'Giao Văn phòng Đảng ủy theo dõi việc thực hiện Nghị quyết này.',
  'Các chi bộ trực thuộc báo cáo kết quả trước ngày 20 tháng 12 năm 2026.',
  'Ủy ban Kiểm tra Đảng ủy giám sát việc chấp hành trong toàn Đảng bộ.',
];
const fields = {
  type: 'NQ',
  conferenceId: null,
  date: '2026-11-20',
  draftRound: 1,
  subject: 'về nhiệm vụ năm 2027',
  bases: ['Căn cứ Điều lệ Đảng'],
  openingLine: '',
  body: { type: 'doc', content: lines.map(paragraph) },
  recipients: ['Các chi bộ trực thuộc', 'Lưu Văn phòng Đảng ủy'],
  authority: 'T/M ĐẢNG ỦY',
  signerTitle: '',
  signerName: '',
};

async function newDocument(dataDir: string): Promise<string> {
  const { id } = (await cli(['api', 'documents.create', JSON.stringify(fields), '--data', dataDir])) as {
    id: string;
  };
  return id;
}

const parts = (page: Page) => {
  const panel = page.getByRole('complementary', { name: vi['reviews.panel.title'] });
  return {
    text: page.getByRole('textbox', { name: vi['documents.field.body'] }),
    panel,
    form: panel.getByRole('form', { name: vi['reviews.form.title'] }),
    selected: () => page.evaluate(() => String(getSelection())),
  };
};

/** A moment after the focus the editor puts its cursor there; no person types in between. */
async function focus(text: Locator): Promise<void> {
  await text.focus();
  await text.page().waitForTimeout(300);
}

/** The cursor at the start of the text, then `right` letters on, `select` of them selected. */
async function selectLetters(page: Page, from: number, count: number): Promise<void> {
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < from; i += 1) await page.keyboard.press('ArrowRight');
  for (let i = 0; i < count; i += 1) await page.keyboard.press('Shift+ArrowRight');
}

test('an opinion on words: given, kept on them, taken over, settled; gone with its paragraph; printed', async ({
  launchApp,
  demoDir,
}) => {
  test.setTimeout(300_000);
  const dataDir = await demoDir();
  const id = await newDocument(dataDir);
  const { page, close } = await launchApp({ dataDir });
  await page.evaluate(`location.hash = '/documents/${id}'`);
  const { text, panel, form, selected } = parts(page);
  await expect(text).toContainText('Văn phòng Đảng ủy');

  await test.step('words are selected and spoken about, all at the keys', async () => {
    await focus(text);
    await selectLetters(page, 5, 17);
    expect(await selected()).toBe('Văn phòng Đảng ủy');
    await page.keyboard.press('Control+Shift+Y');
    await expect(form.getByText('Văn phòng Đảng ủy')).toBeVisible();
    await form.getByText(vi['reviews.kind.change']).click();
    await form.getByLabel(vi['reviews.form.text.change']).fill('Đúng theo Quy chế làm việc.');
    await form.getByLabel(vi['reviews.form.proposed']).fill('Ủy ban Kiểm tra Đảng ủy');
    await page.keyboard.press('Control+Enter');
    await expect(panel.getByRole('button', { name: /Đúng theo Quy chế/u })).toBeVisible();
    await expect(text).toBeFocused();
    await expect(page.getByRole('button', { name: 'Ý kiến (1)' })).toBeVisible();
  });

  await test.step('with only the cursor it is about the paragraph, and without a text about the document', async () => {
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+Shift+Y');
    await expect(form).toContainText('giám sát việc chấp hành');
    await page.keyboard.press('Control+Enter');
    await expect(form.getByText(vi['validation.required'])).toBeVisible();
    await page.keyboard.type('Đoạn này thừa.');
    await page.keyboard.press('Control+Enter');
    await expect(panel.getByRole('button', { name: /Đoạn này thừa/u })).toBeVisible();
    await expect(text).toBeFocused();
  });

  await test.step('the words are followed while somebody types before them', async () => {
    await focus(text);
    await page.keyboard.press('Control+Home');
    await page.waitForTimeout(300);
    await page.keyboard.type('Một đoạn mới ở đầu.');
    await expect(text).toContainText(/^Một đoạn mới/u);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+s');
    await page.keyboard.press('Alt+ArrowDown');
    await expect(text).toBeFocused();
    await expect.poll(selected).toBe('Văn phòng Đảng ủy');
    await page.keyboard.press('Alt+g');
    await expect(panel.getByRole('button', { name: /Đúng theo Quy chế/u })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(selected).toBe('Văn phòng Đảng ủy');
  });

  await test.step('the proposed words go in with one key, and Ctrl+Z takes them back', async () => {
    await page.keyboard.press('Alt+t');
    await expect(text).toContainText('Giao Ủy ban Kiểm tra Đảng ủy theo dõi');
    await page.keyboard.press('Control+z');
    await expect(text).toContainText('Giao Văn phòng Đảng ủy theo dõi');
    // The place is looked up once typing pauses.
    await expect(async () => {
      await page.keyboard.press('Alt+t');
      await expect(text).toContainText('Giao Ủy ban Kiểm tra Đảng ủy theo dõi', { timeout: 500 });
    }).toPass();
    await page.keyboard.press('Control+s');
    await panel.getByRole('button', { name: vi['reviews.settle.accepted'] }).click();
    await expect(panel.getByText(vi['reviews.settle.takenOver'])).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ý kiến (1)' })).toBeVisible();
    // Nothing is left to take over: the key does nothing more.
    await focus(text);
    await page.keyboard.press('Alt+t');
    await expect(text).toContainText('Giao Ủy ban Kiểm tra Đảng ủy theo dõi');
  });

  await test.step('an answer and why it is not taken over', async () => {
    await panel.getByRole('button', { name: /Đoạn này thừa/u }).click();
    await panel.getByRole('button', { name: vi['reviews.reply.open'], exact: true }).click();
    await page.keyboard.type('Hướng dẫn yêu cầu có.');
    await page.keyboard.press('Control+Enter');
    await expect(panel.getByText('Hướng dẫn yêu cầu có.')).toBeVisible();
    await panel.getByRole('button', { name: vi['reviews.settle.explain'] }).click();
    await page.keyboard.press('Control+Enter');
    await expect(panel.getByText(vi['reviews.settle.missing'])).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a paragraph that was taken out: the opinion is said to be of a removed one, and shown where it stood', async () => {
    await focus(text);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Shift+Home');
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+Home');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Delete');
    await expect(text).not.toContainText('giám sát việc chấp hành');
    const removed = panel.getByRole('region', { name: vi['reviews.part.removed'] });
    await expect(removed.getByRole('button', { name: /Đoạn này thừa/u })).toBeVisible();
    await page.keyboard.press('Control+s');
    await removed.getByRole('button', { name: /Đoạn này thừa/u }).press('Enter');
    const compared = page.getByRole('document', { name: vi['documents.compare.text'] });
    await expect(compared.locator('[data-change]:focus')).toContainText('giám sát việc chấp hành');
    await page.keyboard.press('Escape');
    await expect(compared).toHaveCount(0);
  });

  await test.step('what became of all of them is a paper', async () => {
    await panel.getByRole('button', { name: vi['reviews.table.open'] }).click();
    await expect(page.getByRole('dialog').getByRole('img').first()).toBeVisible();
    await page.keyboard.press('Escape');
  });
  await close();
  expect(await cli(['check', '--data', dataDir])).toMatchObject({ faults: [] });
});

test('an opinion that is being typed survives a kill, and finds its words again', async ({
  launchApp,
  demoDir,
}) => {
  test.setTimeout(240_000);
  const dataDir = await demoDir();
  const id = await newDocument(dataDir);
  const first = await launchApp({ dataDir });
  await first.page.evaluate(`location.hash = '/documents/${id}'`);
  await focus(parts(first.page).text);
  await selectLetters(first.page, 5, 17);
  await first.page.keyboard.press('Control+Shift+Y');
  await expect(parts(first.page).form).toBeVisible();
  await first.page.keyboard.type('Nên giao cho Ủy ban Kiểm tra.');
  await first.page.waitForTimeout(1_500);
  await first.kill();

  const { page, close } = await launchApp({ dataDir });
  await page.evaluate(`location.hash = '/documents/${id}'`);
  const { form, panel, text } = parts(page);
  await form.getByRole('button', { name: vi['ui.recovered.use'] }).press('Enter');
  await expect(form.getByRole('textbox', { name: vi['reviews.form.text.remark'] })).toHaveValue(
    'Nên giao cho Ủy ban Kiểm tra.',
  );
  await expect(form.getByText('Văn phòng Đảng ủy')).toBeVisible();
  await form.getByRole('textbox', { name: vi['reviews.form.text.remark'] }).press('Control+Enter');
  await expect(panel.getByRole('button', { name: /Nên giao cho/u })).toBeVisible();
  await expect(text).toBeFocused();
  const { opinions } = (await cli([
    'api',
    'reviews.list',
    JSON.stringify({ documentId: id }),
    '--data',
    dataDir,
  ]).catch(() => ({ opinions: null }))) as { opinions: unknown };
  if (opinions) expect(opinions).toMatchObject([{ field: 'body', quote: 'Văn phòng Đảng ủy' }]);
  await close();
});

test('an issued document is read with a cursor, and takes opinions without being changed', async ({
  launchApp,
  demoDir,
}) => {
  test.setTimeout(240_000);
  const dataDir = await demoDir();
  const id = await newDocument(dataDir);
  await cli(['api', 'documents.issue', JSON.stringify({ id, date: '2026-11-20' }), '--data', dataDir]);
  const { page, close } = await launchApp({ dataDir });
  await page.evaluate(`location.hash = '/documents/${id}'`);
  await expect(page.getByRole('button', { name: 'Ý kiến (0)' })).toBeVisible();
  await page.keyboard.press('Alt+y');
  const { text, panel, form, selected } = parts(page);
  await focus(text);
  await page.keyboard.type('không sửa được');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(text).toContainText('Giao Văn phòng Đảng ủy theo dõi');
  await expect(text).not.toContainText('không sửa được');
  await selectLetters(page, 5, 17);
  await page.keyboard.press('Control+Shift+Y');
  await expect(form).toBeVisible();
  await page.keyboard.type('Nhiệm kỳ sau nên ghi rõ hơn.');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('button', { name: /Nhiệm kỳ sau/u })).toBeVisible();
  await expect(text).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: /Nhiệm kỳ sau/u })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(selected).toBe('Văn phòng Đảng ủy');
  await close();
  expect(await cli(['check', '--data', dataDir])).toMatchObject({ faults: [] });
});
