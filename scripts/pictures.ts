import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { build, buildIsFresh } from './lib/build.ts';
import { displayIsMissing, startXvfb } from './lib/display.ts';
import { launchElectron, untilReady } from './lib/electron.ts';
import { projectDir } from './lib/project.ts';
import { ensureRuntime } from './runtime.ts';

/*
 * `npm run pictures`: the pictures of README and guide, taken from the running program with the demo records at the
 * size of the clerks' smallest screen. Run it after a change of what is seen. `--out DIR` puts them elsewhere, to look
 * at; there `--zoom 1.25` and `--dark` show the same screens as some clerks have them.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    zoom: { type: 'string' },
    dark: { type: 'boolean' },
    only: { type: 'string' },
  },
});
const out = values.out ? path.resolve(values.out) : path.join(projectDir, 'docs', 'images');

type Picture = { name: string; take: (page: Page) => Promise<void> };

const steps = ['prepare', 'attendance', 'proceedings', 'finish'] as const;
const pictures: readonly Picture[] = [
  { name: 'today', take: (page) => visit(page, '/') },
  { name: 'conferences', take: (page) => visit(page, '/conferences') },
  ...steps.map((step) => ({
    name: `conference-${step}`,
    take: async (page: Page) => visit(page, `/conferences/${await idOf(page, 'conferences')}/${step}`),
  })),
  {
    name: 'conference-papers',
    take: async (page) => {
      await visit(page, `/conferences/${await idOf(page, 'conferences')}/prepare`);
      await page.getByRole('button', { name: 'Việc khác' }).click();
      await page.getByRole('menuitem', { name: 'Giấy tờ' }).click();
      await page.getByRole('img', { name: 'Trang 1' }).first().waitFor();
    },
  },
  { name: 'documents', take: (page) => visit(page, '/documents') },
  { name: 'register', take: (page) => visit(page, '/documents/register') },
  { name: 'document', take: issuedWithScan },
  {
    name: 'draft',
    take: async (page) => visit(page, `/documents/${await idOf(page, 'documents', 'draft')}`),
  },
  {
    name: 'indicators',
    take: async (page) => {
      await visit(page, '/indicators');
      await page.getByRole('combobox').first().click();
      await page.getByRole('option', { name: '2021' }).click();
    },
  },
  { name: 'backup', take: (page) => visit(page, '/backup') },
  { name: 'history', take: (page) => visit(page, '/history') },
  { name: 'settings', take: (page) => visit(page, '/settings') },
  {
    name: 'palette',
    take: async (page) => {
      await visit(page, '/');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').last().fill('hoi nghi');
    },
  },
  {
    name: 'shortcuts',
    take: async (page) => {
      await page.keyboard.press('Escape');
      await visit(page, '/conferences');
      await page.keyboard.press('F1');
    },
  },
];

const runtime = await ensureRuntime();
if (!buildIsFresh()) {
  const { status, output } = await build();
  if (status !== 0) throw new Error(output);
}
const display = displayIsMissing ? await startXvfb('1600x900') : null;
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'pictures-'));
mkdirSync(out, { recursive: true });
const app = await launchElectron({ runtime, dataDir, ...(display && { env: { DISPLAY: display.name } }) });
try {
  const page = await app.firstWindow();
  const window = await app.browserWindow(page);
  await window.evaluate((target) => target.setBounds({ x: 0, y: 0, width: 1366, height: 768 }));
  await untilReady(page);
  await save(page, 'first-start');
  await call(page, 'app.loadDemo', {});
  if (values.dark) await call(page, 'app.savePreferences', { language: 'vi', colorScheme: 'dark' });
  await page.reload();
  await untilReady(page);
  if (values.zoom) {
    await window.evaluate((target, factor) => target.webContents.setZoomFactor(factor), Number(values.zoom));
  }
  for (const { name, take } of pictures) {
    if (values.only && !name.includes(values.only)) continue;
    await take(page);
    await save(page, name);
  }
} finally {
  await app.close();
  display?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
console.log(`Pictures: ${out}`);

async function visit(page: Page, to: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(to)}`);
}

async function save(page: Page, name: string): Promise<void> {
  // Pages are set and editors made a moment after a page is there.
  await page.waitForTimeout(1_200);
  // The first pages of a start take longer: the typesetter's process begins with them.
  if ((await page.getByRole('region', { name: 'Trang in' }).count()) > 0) {
    await page.getByRole('img', { name: 'Trang 1' }).first().waitFor();
    await page.waitForTimeout(300);
  }
  // Not Playwright's own picture: it cuts a zoomed page off.
  const target = await app.browserWindow(page);
  const png = await target.evaluate(async ({ webContents }) =>
    (await webContents.capturePage()).toPNG().toString('base64'),
  );
  writeFileSync(path.join(out, `${name}.png`), Buffer.from(png, 'base64'));
}

/** The issued resolution with its signed scan, attached as a clerk would. */
async function issuedWithScan(page: Page): Promise<void> {
  await visit(page, `/documents/${await idOf(page, 'documents', 'Nghị quyết')}`);
  const scan = path.join(dataDir, 'Nghị quyết 12, bản ký.pdf');
  writeFileSync(scan, `%PDF-1.7\n${'%'.repeat(1_300_000)}`);
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, scan);
  await page.getByRole('button', { name: 'Đính kèm tệp…' }).press('Enter');
  // Pages set, and the toast gone.
  await page.getByRole('img').first().waitFor();
  await page.waitForTimeout(9_000);
}

/** Through the page's own bridge, as the page would. */
function call(page: Page, method: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([name, value]) => {
      const bridge = (globalThis as unknown as { bridge: { invoke: (...a: unknown[]) => Promise<unknown> } })
        .bridge;
      return ((await bridge.invoke(name, value)) as { value: unknown }).value;
    },
    [method, input] as const,
  );
}

async function idOf(page: Page, feature: string, which = ''): Promise<string> {
  const all = (await call(page, `${feature}.list`, {})) as { id: string; type?: string; status?: string }[];
  const found = all.find(
    ({ type, status }) =>
      which === '' || (which === 'draft' ? status === 'draft' : type === 'NQ' && status === 'issued'),
  );
  return found?.id ?? '';
}
