import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { expect, test } from './support/launch.ts';
import { picture } from './support/picture.ts';

type Bridge = { invoke: (method: string, input: unknown) => Promise<{ ok: boolean }> };

test('three people on one PC: submitted, returned, mended, approved, locked, issued, signed, and its history told', async ({
  launchApp,
  demoDir,
  tempDir,
}) => {
  test.setTimeout(300_000);
  const { page, electron, close } = await launchApp({ dataDir: await demoDir() });
  await addPeople(page);

  // The clerk lays the draft before the deputy.
  await openDraft(page);
  await page.locator('.ProseMirror').first().click();
  await page.keyboard.type('Thu ngân sách đạt dự toán tỉnh giao.');
  await page.keyboard.press('Alt+d');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(vi['approvals.field.assignee']).click();
  await page.getByRole('option', { name: /Đinh Văn Rếp/u }).click();
  await picture(page, 'review-submit');
  await dialog.getByRole('button', { name: vi['approvals.confirm.submit'] }).press('Enter');
  await expect(page.getByText(/Đinh Thị Tuyết trình Đinh Văn Rếp/u)).toBeVisible();
  await picture(page, 'review-submitted');

  // The standing committee is asked in writing; one sheet comes back.
  await page.getByRole('button', { name: vi['ui.action.more'] }).first().press('Enter');
  await page.getByRole('menuitem', { name: vi['approvals.sheets.open'] }).press('Enter');
  await page.getByRole('button', { name: /^Lập \d+ phiếu/u }).press('Enter');
  await expect(page.getByText(/^Phát \d+, về 0/u)).toBeVisible();
  const answer = page.getByRole('combobox', { name: /^Ý kiến của/u }).first();
  await answer.click();
  await page.getByRole('option', { name: vi['approvals.answer.agreeWithChanges'] }).click();
  await page.getByPlaceholder(vi['approvals.sheets.remark']).fill('Nêu rõ chỉ tiêu giảm nghèo');
  await page.keyboard.press('Tab');
  await expect(page.getByText(/về 1: đồng ý 0, đồng ý có ý kiến 1/u)).toBeVisible();
  await expect(page.getByRole('img', { name: 'Trang 1' }).last()).toBeVisible();
  await picture(page, 'review-sheets');
  await page.keyboard.press('Escape');

  // The deputy finds it among what waits, reads and returns it.
  await changeTo(page, 'Đinh Văn Rếp');
  await page.keyboard.press('F2');
  await expect(page.getByRole('heading', { name: vi['approvals.work.decide'] })).toBeVisible();
  await picture(page, 'review-work');

  // Who only reads finds the rest of the program closed to typing, and is told so.
  await page.keyboard.press('F6');
  await expect(page.getByText(vi['app.viewer'])).toBeVisible();
  await expect(page.locator('[data-cell="0:0"] input')).toHaveAttribute('readonly', '');
  await expect(page.getByText(vi['indicators.new.name'])).toHaveCount(0);
  await picture(page, 'review-indicators');
  await page.keyboard.press('F3');
  await page.getByRole('row').nth(1).click();
  await expect(page.getByText(vi['app.viewer'])).toBeVisible();
  await expect(page.getByRole('button', { name: vi['ui.save.action'], exact: true })).toHaveCount(0);
  await picture(page, 'review-conference');
  await page.keyboard.press('F2');

  await page
    .getByRole('link', { name: /Nghị quyết/u })
    .first()
    .press('Enter');
  await expect(page.getByRole('button', { name: vi['approvals.button.return'] })).toBeVisible();
  await expect(page.getByRole('button', { name: vi['ui.save.action'], exact: true })).toHaveCount(0);
  await picture(page, 'review-reader');
  await page.locator('.ProseMirror').first().focus();
  // A moment after the focus the editor puts its cursor there; no person types in between.
  await page.waitForTimeout(300);
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 13; i += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+Shift+Y');
  const opinions = page.getByRole('complementary', { name: vi['reviews.panel.title'] });
  const form = opinions.getByRole('form', { name: vi['reviews.form.title'] });
  await expect(form.getByText('Thu ngân sách', { exact: true })).toBeVisible();
  await form.getByRole('textbox').first().fill('Nêu rõ tỷ lệ phấn đấu.');
  await page.keyboard.press('Control+Enter');
  await expect(opinions.getByRole('button', { name: /Nêu rõ tỷ lệ/u })).toBeVisible();
  await picture(page, 'review-opinion');
  await page.getByRole('button', { name: vi['approvals.button.return'] }).press('Enter');
  await dialog.getByLabel(vi['approvals.field.reason']).fill('Thiếu chỉ tiêu thu ngân sách');
  await picture(page, 'review-return');
  await dialog.getByRole('button', { name: vi['approvals.confirm.return'] }).press('Enter');
  await expect(page.getByText(/Thiếu chỉ tiêu thu ngân sách/u)).toBeVisible();

  // The clerk mends it and submits it again, this time to everybody who decides.
  await changeTo(page, 'Đinh Thị Tuyết');
  await page.keyboard.press('F2');
  await expect(page.getByText('Đinh Văn Rếp: Thiếu chỉ tiêu thu ngân sách')).toBeVisible();
  await page.getByRole('link', { name: /Thiếu chỉ tiêu/u }).press('Enter');
  await page.locator('.ProseMirror').first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Thu ngân sách đạt 100 % dự toán.');
  await page.getByRole('button', { name: vi['approvals.button.submit'] }).press('Enter');
  await dialog.getByRole('button', { name: vi['approvals.confirm.submit'] }).press('Enter');
  await expect(page.getByText(/Đinh Thị Tuyết trình mọi người có quyền duyệt/u)).toBeVisible();

  // The secretary approves; from then on the text is locked.
  await changeTo(page, 'Đinh Văn Trường');
  await page.getByRole('button', { name: vi['approvals.button.approve'], exact: true }).press('Enter');
  await picture(page, 'review-approve');
  await dialog.getByRole('button', { name: vi['approvals.confirm.approve'], exact: true }).press('Enter');
  await expect(page.getByText(/Đinh Văn Trường duyệt/u)).toBeVisible();

  await changeTo(page, 'Đinh Thị Tuyết');
  await expect(page.getByText(/Đinh Văn Trường duyệt/u)).toBeVisible();
  await expect(page.locator('.ProseMirror').first()).toHaveAttribute('aria-readonly', 'true');
  await page.getByText(/Đinh Văn Trường duyệt/u).click();
  await picture(page, 'review-approved');
  await page.getByRole('button', { name: /^Ban hành/u }).press('Enter');
  await dialog.getByRole('button', { name: /^Ban hành/u }).press('Enter');
  await expect(page.getByText(vi['documents.status.issued']).first()).toBeVisible();
  await picture(page, 'review-issued');

  // What the agency's tool signed comes back and is known as this very document.
  const folder = tempDir();
  const issued = path.join(folder, 'ban hành.pdf');
  await electron.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: target });
  }, issued);
  await page.getByRole('button', { name: vi['pagePreview.exportPdf'] }).press('Enter');
  await expect.poll(() => existsSync(issued)).toBe(true);
  const signed = path.join(folder, 'đã ký.pdf');
  const signature =
    '\n9 0 obj << /Type /Sig /SubFilter /x /ByteRange [0 1 2 3] /Contents <00> >> endobj\n%%EOF\n';
  writeFileSync(signed, Buffer.concat([readFileSync(issued), Buffer.from(signature)]));
  await electron.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
  }, signed);
  const files = page.getByRole('region', { name: vi['documents.issued.scans'] });
  await files.getByRole('button', { name: vi['attachments.action.add'] }).press('Enter');
  await expect(page.getByText(/thêm vào đúng bản đã ban hành/u)).toBeVisible();
  await picture(page, 'review-signed');

  // The whole way is on paper.
  await page.getByRole('button', { name: vi['ui.action.more'] }).first().press('Enter');
  await page.getByRole('menuitem', { name: vi['documents.action.printHistory'] }).press('Enter');
  const paper = page.getByRole('dialog', { name: vi['journal.paper.title'] });
  await expect(paper.getByRole('img', { name: 'Trang 1' })).toBeVisible();
  await expect(paper.getByRole('button', { name: vi['pagePreview.exportPdf'] })).toBeVisible();
  await picture(page, 'review-history');
  await close();
});

async function addPeople(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { bridge } = globalThis as unknown as { bridge: Bridge };
    const people = [
      ['users.begin', 'Đinh Thị Tuyết', 'Chánh Văn phòng', ['clerk', 'admin']],
      ['users.add', 'Đinh Văn Rếp', 'Phó Bí thư', ['reviewer']],
      ['users.add', 'Đinh Văn Trường', 'Bí thư', ['approver']],
    ] as const;
    for (const [method, name, title, roles] of people) {
      const { ok } = await bridge.invoke(method, { name, title, roles, pin: '7391' });
      if (!ok) throw new Error(method);
    }
  });
  await expect(page.getByRole('button', { name: /Đinh Thị Tuyết đang dùng máy/u })).toBeVisible();
}

async function openDraft(page: Page): Promise<void> {
  await page.keyboard.press('F4');
  await page.getByRole('row', { name: /2027/u }).click();
  await expect(page.locator('.ProseMirror').first()).toBeVisible();
}

async function changeTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+N');
  await page
    .getByRole('button', { name: new RegExp(`^${name}`, 'u') })
    .last()
    .click();
  await page.keyboard.type('7391');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: `${name} đang dùng máy` })).toBeVisible();
}
