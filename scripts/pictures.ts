import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { build, buildIsFresh } from './lib/build.ts';
import { displayIsMissing, startXvfb } from './lib/display.ts';
import { launchElectron, toClerksSize, untilReady } from './lib/electron.ts';
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

const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const spokenAbout =
  'Giao Văn phòng Đảng ủy theo dõi, đôn đốc và báo cáo  kết quả trước ngày 20 tháng 12 hằng năm.';
const reviewedDraft = {
  type: 'KH',
  conferenceId: null,
  date: '2026-11-30',
  subject: 'thực hiện Nghị quyết về nhiệm vụ năm 2027',
  bases: [],
  openingLine: '',
  body: {
    type: 'doc',
    content: [
      line('Các chi bộ trực thuộc cụ thể hóa Nghị quyết trong quý I năm 2027.'),
      line(spokenAbout),
      line('Ủy ban Kiểm tra Đảng ủy giám sát việc chấp hành ./.'),
    ],
  },
  recipients: ['Các chi bộ trực thuộc', 'Lưu Văn phòng Đảng ủy'],
  authority: 'T/M BAN THƯỜNG VỤ',
  signerTitle: 'BÍ THƯ',
  signerName: 'Nguyễn Tấn Hòa',
};

const panels = ['Thông tin', /^Kiểm tra/u, /^Ý kiến/u] as const;

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
      await page.getByRole('combobox').last().fill('cay lua');
      await page.getByRole('option').locator('mark').first().waitFor();
    },
  },
  {
    name: 'search',
    take: async (page) => {
      await page.keyboard.press('Escape');
      await visit(page, '/search?q=kinh te xa hoi');
      await page.getByRole('option').first().waitFor();
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
  {
    name: 'layout',
    take: async (page) => {
      await page.keyboard.press('Escape');
      await visit(page, '/settings/layouts/hd05');
    },
  },
  { name: 'info', take: (page) => withReviewed(page, 0) },
  { name: 'checks', take: (page) => withReviewed(page, 1) },
  { name: 'opinions', take: (page) => withReviewed(page, 2) },
  { name: 'sheets', take: sheets },
  // The last ones: from here on the office has users.
  { name: 'approved', take: approved },
  { name: 'both-versions', take: bothVersions },
  {
    name: 'people',
    take: async (page) => {
      await page.keyboard.press('Escape');
      await visit(page, '/settings');
      await page.getByRole('tab', { name: 'Người dùng' }).click();
    },
  },
  { name: 'lock', take: (page) => page.keyboard.press('Control+Shift+N') },
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
  await toClerksSize(app);
  await untilReady(page);
  await save(page, 'first-start');
  await call(page, 'app.loadDemo', {});
  if (values.dark) await call(page, 'app.savePreferences', { language: 'vi', colorScheme: 'dark' });
  await page.reload();
  await untilReady(page);
  if (values.zoom) {
    const window = await app.browserWindow(page);
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

/** A draft that others read: with two opinions on it, one of them settled, and two small faults. */
async function reviewed(page: Page): Promise<string> {
  const all = (await call(page, 'documents.list', {})) as { id: string; subject: string }[];
  const known = all.find(({ subject }) => subject === reviewedDraft.subject);
  if (known) return known.id;
  const { id } = (await call(page, 'documents.create', reviewedDraft)) as { id: string };
  const give = (quote: string, rest: object) => {
    const from = spokenAbout.indexOf(quote);
    return call(page, 'reviews.give', {
      ...{ documentId: id, version: null, field: 'body', quote, proposed: null, kind: 'remark' },
      place: { index: 1, part: 0, from, to: from + quote.length },
      ...rest,
    });
  };
  const { id: settled } = (await give('Giao Văn phòng Đảng ủy', {
    text: 'Nên nêu rõ đồng chí chịu trách nhiệm.',
  })) as { id: string };
  await give('20 tháng 12', {
    kind: 'change',
    text: 'Báo cáo năm gửi trước, để kịp hội nghị tổng kết.',
    proposed: '15 tháng 12',
  });
  await call(page, 'reviews.settle', { id: settled, outcome: 'accepted', reason: 'Đã ghi vào phụ lục.' });
  return id;
}

/** The draft with one of its panels beside it, and no other. */
async function withReviewed(page: Page, wanted: number): Promise<void> {
  await visit(page, `/documents/${await reviewed(page)}`);
  await page.getByRole('button', { name: panels[0] }).first().waitFor();
  for (const [index, name] of panels.entries()) {
    const button = page.getByRole('button', { name }).first();
    const isShown = (await button.getAttribute('aria-pressed')) === 'true';
    if (isShown !== (index === wanted)) await button.click();
  }
}

async function sheets(page: Page): Promise<void> {
  const documentId = await reviewed(page);
  const people = [
    { name: 'Nguyễn Tấn Hòa', title: 'Bí thư Đảng ủy' },
    { name: 'Đinh Thị Hạnh', title: 'Phó Bí thư Thường trực Đảng ủy' },
    { name: 'Đinh Văn Trường', title: 'Phó Bí thư Đảng ủy, Chủ tịch UBND xã' },
  ];
  await call(page, 'approvals.handOutSheets', { documentId, people, dueOn: '2026-12-08' });
  const [first] = (await call(page, 'approvals.sheets', { documentId })) as { id: string }[];
  await call(page, 'approvals.enterSheet', {
    ...{ id: first?.id, answer: 'agreeWithChanges', returnedOn: '2026-12-02' },
    remark: 'Nêu rõ chỉ tiêu giảm nghèo.',
  });
  await visit(page, `/documents/${documentId}`);
  await page.getByRole('button', { name: 'Việc khác' }).first().click();
  await page.getByRole('menuitem', { name: 'Phiếu xin ý kiến…' }).click();
}

/** Submitted by the clerk and approved by the secretary. */
async function approved(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  const documentId = await reviewed(page);
  const pin = '7391';
  await call(page, 'users.begin', {
    ...{ name: 'Đinh Thị Tuyết', title: 'Chánh Văn phòng', roles: ['clerk', 'admin'], pin },
  });
  await call(page, 'users.add', { name: 'Đinh Thị Hạnh', title: 'Phó Bí thư', roles: ['reviewer'], pin });
  const { id: secretary } = (await call(page, 'users.add', {
    ...{ name: 'Nguyễn Tấn Hòa', title: 'Bí thư', roles: ['approver'], pin },
  })) as { id: string };
  const { people } = (await call(page, 'users.presence', {})) as { people: { id: string; name: string }[] };
  const clerk = people.find(({ name }) => name === 'Đinh Thị Tuyết')?.id;
  await call(page, 'approvals.submit', { documentId, assigneeId: secretary, dueOn: '2026-12-08' });
  await call(page, 'users.signIn', { id: secretary, pin });
  const { version } = (await call(page, 'approvals.get', { documentId })) as { version: string };
  await call(page, 'approvals.approve', { documentId, version });
  await call(page, 'users.signIn', { id: clerk, pin });
  await page.reload();
  await untilReady(page);
  await visit(page, `/documents/${documentId}`);
}

/** Somebody saves the draft that the clerk was typing in. */
async function bothVersions(page: Page): Promise<void> {
  const documents = (await call(page, 'documents.list', {})) as {
    id: string;
    subject: string;
    status: string;
  }[];
  const draft = documents.find(
    ({ status, subject }) => status === 'draft' && subject !== reviewedDraft.subject,
  );
  const id = draft?.id ?? '';
  await call(page, 'users.add', {
    ...{ name: 'Đinh Văn Rếp', title: 'Chuyên viên Văn phòng', roles: ['clerk'], pin: '2580' },
  });
  await visit(page, `/documents/${id}`);
  await page.getByRole('heading', { level: 1, name: draft?.subject }).waitFor();
  await page.getByRole('textbox', { name: 'Nội dung văn bản' }).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Báo cáo kết quả trước ngày 15 tháng 12 hằng năm.');
  await changeTo(page, 'Đinh Văn Rếp', '2580');
  const saved = (await call(page, 'documents.get', { id })) as Record<string, unknown> & {
    recipients: string[];
  };
  await call(page, 'documents.save', {
    ...Object.fromEntries(Object.keys(reviewedDraft).map((field) => [field, saved[field]])),
    ...{ id, subject: `${saved.subject}, giai đoạn 2026 - 2030` },
    recipients: ['Ban Thường vụ Tỉnh ủy', ...saved.recipients],
  });
  await changeTo(page, 'Đinh Thị Tuyết', '7391');
  await page.getByRole('button', { name: 'Dùng lại', exact: true }).click();
  await page.keyboard.press('Control+s');
  await page.getByRole('dialog').getByRole('table').waitFor();
}

async function changeTo(page: Page, name: string, pin: string): Promise<void> {
  await page.keyboard.press('Control+Shift+N');
  const field = page.getByLabel(`Mã PIN của ${name}`);
  await page
    .getByLabel(/^Mã PIN của/u)
    .first()
    .waitFor();
  for (let tries = 0; tries < 5 && !(await field.isVisible()); tries += 1)
    await page.keyboard.press('ArrowUp');
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `${name} đang dùng máy` }).waitFor();
}

/** Through the page's own bridge, as the page would. */
function call(page: Page, method: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([name, value]) => {
      const bridge = (globalThis as unknown as { bridge: { invoke: (...a: unknown[]) => Promise<unknown> } })
        .bridge;
      const result = (await bridge.invoke(name, value)) as { ok: boolean; value: unknown };
      if (!result.ok) throw new Error(name);
      return result.value;
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
