import type { Page } from '@playwright/test';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';
import { picture } from './support/picture.ts';

type Invoke = { invoke: (method: string, input: object) => Promise<{ ok: boolean }> };

const lines = Array.from(
  { length: 24 },
  (_, i) => `Đoạn thứ ${i + 1}: giao Văn phòng Đảng ủy theo dõi việc ${i + 1}.`,
);
const tuyet = 'Đinh Thị Tuyết';
const rep = 'Đinh Văn Rếp';

test('two who edit one document see both texts, and the second chooses', async ({ launchApp, demoDir }) => {
  const dataDir = await demoDir();
  const id = await createDocument(dataDir);
  const { page, close } = await launchApp({ dataDir });
  await addPeople(page);
  await page.evaluate(`location.hash = '/documents/${id}'`);

  // Tuyết types and is called away; Rếp saves another subject, and a sentence in the first paragraph.
  await typeInBody(page, 'Control+End', ' Câu chị Tuyết thêm.');
  await setSubject(page, 'về nhiệm vụ năm 2027 của chị Tuyết');
  await changeTo(page, rep, '7391');
  await expect(body(page)).not.toContainText('Câu chị Tuyết thêm.');
  await typeInBody(page, 'Control+Home', 'Câu anh Rếp thêm. ');
  await setSubject(page, 'về nhiệm vụ năm 2027 của anh Rếp');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(vi['journal.command.documents.save'])).toBeVisible();

  await changeTo(page, tuyet, '2580');
  await page.getByRole('button', { name: vi['ui.recovered.use'], exact: true }).click();
  await expect(body(page)).toContainText('Câu chị Tuyết thêm.');
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: vi['ui.overtaken.title'] });
  await expect(dialog).toContainText(`${rep} đã lưu lúc`);
  await picture(page, 'both-versions');
  // Both wrote in both: what is typed here is proposed.
  await expect(dialog.getByRole('button', { name: vi['ui.overtaken.saveTyped'] })).toBeEnabled();
  const texts = dialog.getByRole('rowgroup').filter({ hasText: 'Câu anh Rếp thêm.' });
  await expect(texts).toContainText('Câu chị Tuyết thêm.');
  await expect(texts).toContainText('20 dòng như nhau');

  // Esc goes on typing, and nothing is written over; Ctrl+S asks again.
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(body(page)).toContainText('Câu chị Tuyết thêm.');
  await page.keyboard.press('Control+s');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(dialog).toBeVisible();

  // The subject of the one, the text of the other.
  const subject = dialog.getByRole('radiogroup', { name: /Trích yếu/u });
  await subject.getByText(vi['ui.overtaken.saved']).click();
  await picture(page, 'both-versions-mixed');
  await dialog.getByRole('button', { name: vi['ui.overtaken.saveChosen'] }).click();
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Alt+i');
  await expect(page.getByLabel(vi['documents.field.subject'])).toHaveValue(
    'về nhiệm vụ năm 2027 của anh Rếp',
  );
  await page.keyboard.press('Alt+i');
  // What was typed as a whole is still to be had.
  await expect(page.getByRole('button', { name: vi['ui.recovered.use'], exact: true })).toBeVisible();
  await page.getByRole('button', { name: vi['ui.recovered.drop'], exact: true }).click();

  // Her own next save is no conflict.
  await typeInBody(page, 'Control+End', ' Và câu sau cùng.');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('button', { name: vi['ui.save.action'], exact: true })).toBeVisible();
  await expect(page.getByText(vi['ui.save.failed'])).toHaveCount(0);
  await expect(dialog).toHaveCount(0);
  await close();
  const saved = (await cli(['api', 'documents.get', JSON.stringify({ id }), '--data', dataDir])) as {
    subject: string;
    body: object;
  };
  expect(saved.subject).toBe('về nhiệm vụ năm 2027 của anh Rếp');
  expect(JSON.stringify(saved.body)).toContain('Câu chị Tuyết thêm. Và câu sau cùng.');
});

test('what was changed only elsewhere is taken from there, also over a form beside its list', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const { page, close } = await launchApp({ dataDir });
  await page.evaluate(save, ['phrases.save', { abbreviation: 'du', text: 'Đảng ủy' }] as const);
  const [phrase] = await page.evaluate(phrases);
  await page.getByRole('link', { name: vi['app.nav.settings'] }).press('Enter');
  await page.getByRole('tab', { name: vi['organisation.tab.phrases'] }).click();
  await page.getByRole('row', { name: /Đảng ủy/u }).click();
  const form = page.getByRole('dialog', { name: vi['phrases.edit'] });
  await form.getByLabel(vi['phrases.column.text']).fill('Đảng ủy xã');
  await page.evaluate(save, [
    'phrases.save',
    { id: phrase?.id, abbreviation: 'duxa', text: 'Đảng ủy' },
  ] as const);
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: vi['ui.overtaken.title'] });
  const abbreviation = dialog.getByRole('radiogroup', { name: /Chữ tắt|Gõ tắt|Viết tắt/u });
  await expect(abbreviation.getByRole('radio', { name: vi['ui.overtaken.saved'] })).toBeChecked();
  await picture(page, 'both-versions-short');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(form).toBeVisible();
  await page.keyboard.press('Control+s');
  await dialog.getByRole('button', { name: vi['ui.overtaken.saveChosen'] }).click();
  await expect(form).toHaveCount(0);
  expect(await page.evaluate(phrases)).toMatchObject([{ abbreviation: 'duxa', text: 'Đảng ủy xã' }]);

  // One field alone, and what is saved is taken: what was typed is offered.
  await page.getByRole('row', { name: /Đảng ủy xã/u }).click();
  await form.getByLabel(vi['phrases.column.text']).fill('Đảng ủy xã Sơn Liên');
  await page.evaluate(save, [
    'phrases.save',
    { id: phrase?.id, abbreviation: 'duxa', text: 'Đảng bộ' },
  ] as const);
  await page.keyboard.press('Control+s');
  await expect(dialog).toBeVisible();
  await picture(page, 'both-versions-one');
  await dialog.getByText(vi['ui.overtaken.saved'], { exact: true }).last().click();
  await dialog.getByRole('button', { name: vi['ui.overtaken.takeSaved'] }).click();
  await expect(form.getByLabel(vi['phrases.column.text'])).toHaveValue('Đảng bộ');
  await form.getByRole('button', { name: vi['ui.recovered.use'], exact: true }).click();
  await expect(form.getByLabel(vi['phrases.column.text'])).toHaveValue('Đảng ủy xã Sơn Liên');
  await close();
});

async function save([method, input]: readonly [string, object]): Promise<void> {
  const { bridge } = globalThis as unknown as { bridge: Invoke };
  const { ok } = await bridge.invoke(method, input);
  if (!ok) throw new Error(method);
}

async function phrases(): Promise<{ id: string; abbreviation: string; text: string }[]> {
  const { bridge } = globalThis as unknown as { bridge: Invoke };
  const answer = (await bridge.invoke('phrases.list', {})) as unknown as {
    value: { id: string; abbreviation: string; text: string }[];
  };
  return answer.value;
}

async function createDocument(dataDir: string): Promise<string> {
  const input = {
    type: 'NQ',
    conferenceId: null,
    date: '2026-11-20',
    subject: 'về nhiệm vụ năm 2027',
    bases: ['Căn cứ Điều lệ Đảng'],
    openingLine: '',
    body: {
      type: 'doc',
      content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    },
    recipients: ['Các chi bộ trực thuộc'],
    authority: 'T/M ĐẢNG ỦY',
    signerTitle: '',
    signerName: '',
  };
  const made = await cli(['api', 'documents.create', JSON.stringify(input), '--data', dataDir]);
  return (made as { id: string }).id;
}

async function addPeople(page: Page): Promise<void> {
  await page.evaluate(save, [
    'users.begin',
    { name: tuyet, title: '', roles: ['clerk', 'admin'], pin: '2580' },
  ] as const);
  await page.evaluate(save, ['users.add', { name: rep, title: '', roles: ['clerk'], pin: '7391' }] as const);
  await expect(page.getByRole('button', { name: `${tuyet} đang dùng máy` })).toBeVisible();
}

async function changeTo(page: Page, name: string, pin: string): Promise<void> {
  await page.keyboard.press('Control+Shift+N');
  await expect(page.getByText(vi['users.lock.switch'])).toBeVisible();
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `${name} đang dùng máy` })).toBeVisible();
}

const body = (page: Page) => page.getByRole('textbox', { name: vi['documents.field.body'] });

async function typeInBody(page: Page, at: string, text: string): Promise<void> {
  await expect(body(page)).toContainText('Đoạn thứ 1');
  await body(page).focus();
  await page.keyboard.press(at);
  await page.keyboard.type(text);
}

async function setSubject(page: Page, text: string): Promise<void> {
  const subject = page.getByLabel(vi['documents.field.subject']);
  await page.keyboard.press('Alt+i');
  await subject.fill(text);
  // Beside it there is no room for the text.
  await page.keyboard.press('Alt+i');
  await expect(body(page)).toBeVisible();
}
