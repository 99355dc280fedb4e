import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { projectDir } from '../../scripts/lib/project.ts';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { expect, test } from './support/launch.ts';
import { picture } from './support/picture.ts';

type Bridge = { invoke: (method: string, input: unknown) => Promise<{ ok: boolean; value: unknown }> };
type Listed = { id: string; status?: string };

const invoke = (page: Page, method: string, input: unknown) =>
  page.evaluate(
    ([name, given]) => {
      const { bridge } = globalThis as unknown as { bridge: Bridge };
      return bridge.invoke(String(name), given).then(({ value }) => value);
    },
    [method, input] as const,
  );
const stored = (name: string) =>
  JSON.parse(readFileSync(join(projectDir, 'tests/fixtures/drafts', `${name}.json`), 'utf8'));
const button = (page: Page, id: keyof typeof vi) => page.getByRole('button', { name: vi[id], exact: true });
const loose = (page: Page) => page.getByRole('textbox', { name: vi['ui.recovered.looseLabel'] });

test('drafts of an earlier version are offered with every word, and so is one that is damaged', async ({
  launchApp,
  demoDir,
}) => {
  const { page, electron, close } = await launchApp({ dataDir: await demoDir() });
  const documents = (await invoke(page, 'documents.list', {})) as readonly Listed[];
  const [conference] = (await invoke(page, 'conferences.list', {})) as readonly Listed[];
  const id = documents.find(({ status }) => status === 'draft')?.id;

  const row = stored('document-before-issuers');
  row.form.conferenceId = null;
  row.form.body.content.push({ type: 'quote', content: [{ type: 'text', text: 'Trích Điều 5 Quy chế' }] });
  row.form.deadline = 'trước ngày 30/6/2022';
  await invoke(page, 'drafts.put', { key: `documents:${id}`, value: JSON.stringify(row) });
  const cut = JSON.stringify(stored('conference')).slice(0, 480);
  await invoke(page, 'drafts.put', { key: `conferences:${conference?.id}`, value: cut });

  await page.keyboard.press('F4');
  await page.getByRole('row').filter({ hasText: vi['documents.status.draft'] }).first().click();
  await expect(loose(page)).toHaveValue('Trích Điều 5 Quy chế\ntrước ngày 30/6/2022');
  await picture(page, 'earlier-draft');
  await button(page, 'ui.recovered.copy').click();
  await expect(button(page, 'ui.recovered.copied')).toBeVisible();
  expect(await electron.evaluate(({ clipboard }) => clipboard.readText())).toContain('Trích Điều 5');
  await button(page, 'ui.recovered.use').press('Enter');
  const text = page.locator('.ProseMirror').first();
  await expect(text).toContainText('Diện tích cây mì 43,7 ha');
  await expect(loose(page)).toHaveValue(/trước ngày 30\/6\/2022$/u);
  await expect(button(page, 'ui.recovered.use')).toHaveCount(0);
  await picture(page, 'earlier-draft-words');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^Đã lưu \d/u).first()).toBeVisible();
  await button(page, 'ui.recovered.drop').press('Enter');
  await expect(loose(page)).toHaveCount(0);

  await page.keyboard.press('F3');
  await page.getByRole('row').nth(1).click();
  await expect(loose(page)).toHaveValue(/Hội trường Đảng ủy xã/u);
  await picture(page, 'damaged-draft');
  await close();
});
