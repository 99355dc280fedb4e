import type { Locator, Page } from '@playwright/test';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';

/** As Word puts it on the clipboard, shortened: styles in a sheet, lists as paragraphs, cells with widths. */
const wordHtml = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8">
<style><!--
 /* Font Definitions */
 @font-face {font-family:"Times New Roman"; panose-1:2 2 6 3 5 4 5 2 3 4;}
 p.MsoNormal, li.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:14.0pt; font-family:"Times New Roman",serif;}
 span.dam {font-weight:bold;}
--></style></head><body lang=VI>
<!--StartFragment-->
<h1 style='mso-outline-level:1'><span style='color:red'>Kết quả thực hiện<o:p></o:p></span></h1>
<p class=MsoNormal style='text-indent:1cm'>Đảng ủy đã đạt <b>kết quả mới</b> về <i>lãnh đạo</i>, <span class=dam>chỉ đạo</span>
và <u>kiểm tra</u>.<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>Việc thứ nhất<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Việc thứ hai</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1)<span>&nbsp;</span></span>Có số</p>
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse'>
 <tr><td width=50 rowspan=2><p class=MsoNormal align=center><b>TT<o:p></o:p></b></p></td>
  <td width=200 colspan=2><p class=MsoNormal><b>Nội dung</b></p></td></tr>
 <tr><td width=100><p class=MsoNormal>Việc</p></td><td><p class=MsoNormal><i>Kinh phí</i></p><p class=MsoNormal>(triệu đồng)</p></td></tr>
 <tr><td>1</td><td><p class=MsoNormal>Sửa hội trường</p><ul><li>mái</li><li>nền</li></ul></td>
  <td><table><tr><td>trong</td><td>bảng</td></tr></table></td></tr>
 <![if !supportMisalignedColumns]><tr height=0><td width=50></td><td width=100></td><td width=100></td></tr><![endif]>
</table>
<p class=MsoNormal><img width=10 height=10 src="file:///C:/anh.png" alt="Ảnh"><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>`;

/** An old paper: the style sheet says .VnTime, the title is in the font of capitals, one paragraph was typed later. */
const oldHtml = `<html><head><style><!-- p.MsoNormal {font-family:".VnTime"} --></style></head><body>
<p class=MsoNormal align=center><b><span style='font-family:".VnTimeH"'>®¶ng ñy x· s¬n liªn</span></b></p>
<p class=MsoNormal>Uû ban nh©n d©n x· ®· phèi hîp <b>thùc hiÖn</b> tèt nhiÖm vô, t&shy; t&shy;ëng v÷ng À.</p>
<p class=MsoNormal><span style='font-family:"Times New Roman"'>Đoạn gõ bằng Unicode: hoà và má.</span></p>
</body></html>`;

test('what is pasted from Word keeps its shape', async ({ launchApp, tempDir }) => {
  const { page, text } = await openDraft(launchApp, tempDir());
  await paste(text, { 'text/html': wordHtml });
  expect(await shape(text)).toEqual([
    'h1: Kết quả thực hiện',
    'p: Đảng ủy đã đạt *kết quả mới* về /lãnh đạo/, *chỉ đạo* và kiểm tra.',
    'ul: Việc thứ nhất | Việc thứ hai',
    'p: 1) Có số',
    'table: {*TT*} {*Nội dung*} {} ; {} {Việc} {/Kinh phí/ | (triệu đồng)} ; ' +
      '[1] [Sửa hội trường | - mái | - nền] [trong bảng]',
    'p: ',
  ]);
  await expect(page.getByText(vi['richText.paste.images'])).toBeVisible();

  await test.step('into a cell go lines of text', async () => {
    await text.getByText('trong bảng').click();
    await page.keyboard.press('End');
    await paste(text, { 'text/html': '<h2>Một</h2><ul><li>hai</li><li>ba</li></ul>' });
    expect((await shape(text))[4]).toContain('[trong bảngMột | hai | ba]');
    await page.keyboard.press('Control+z');
    expect((await shape(text))[4]).toContain('[trong bảng]');
  });

  await test.step('cells from Excel go over cells, and the table grows', async () => {
    await text.getByText('Sửa hội trường').click();
    await paste(text, {
      'text/html': '<table><tr><td class="x">7</td><td>8</td></tr><tr><td>9</td><td>10</td></tr></table>',
    });
    expect((await shape(text))[4]).toContain('; [1] [7] [8] ; [] [9] [10]');
  });

  await test.step('the keys and tools of a table', async () => {
    await clear(page, text);
    await page.keyboard.type('Trước bảng');
    await page.getByRole('button', { name: vi['richText.table.insert'], exact: true }).click();
    await page.keyboard.type('TT');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Tên');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('End');
    await page.keyboard.type('x');
    await page.getByRole('button', { name: vi['richText.table.columnRight'] }).click();
    await page.getByRole('button', { name: vi['richText.table.deleteRow'] }).click();
    await page.getByRole('button', { name: vi['richText.table.deleteRow'] }).click();
    expect(await shape(text)).toEqual(['p: Trước bảng', 'table: [] [] [] []', 'p: ']);
    for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
    await page.keyboard.type('dòng mới');
    await page.getByRole('button', { name: vi['richText.table.header'] }).click();
    await page.getByRole('button', { name: vi['richText.table.deleteColumn'] }).click();
    expect(await shape(text)).toEqual(['p: Trước bảng', 'table: [] [] [] ; {} {} {}', 'p: ']);
  });
});

test('pasted text in an old font is converted when the clerk says so', async ({ launchApp, tempDir }) => {
  const { page, text } = await openDraft(launchApp, tempDir());
  await page.keyboard.type('Trước. ');
  await page.keyboard.press('Enter');
  await paste(text, { 'text/html': oldHtml });
  const pasted = await shape(text);
  expect(pasted.slice(1)).toEqual([
    'p: *®¶ng ñy x· s¬n liªn*',
    'p: Uû ban nh©n d©n x· ®· phèi hîp *thùc hiÖn* tèt nhiÖm vô, t\u00ad t\u00adëng v÷ng À.',
    'p: Đoạn gõ bằng Unicode: hoà và má.',
  ]);
  const note = page.getByText('Đoạn vừa dán dùng phông cũ (TCVN3).');
  await expect(note).toContainText('Dấu không chuyển được: À.');
  // From the text back with the keyboard.
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: vi['richText.legacy.keep'] })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  const converted = [
    'p: Trước. ',
    'p: *ĐẢNG ỦY XÃ SƠN LIÊN*',
    'p: Uỷ ban nhân dân xã đã phối hợp *thực hiện* tốt nhiệm vụ, tư tưởng vững À.',
    'p: Đoạn gõ bằng Unicode: hoà và má.',
  ];
  expect(await shape(text)).toEqual(converted);
  await expect(note).toBeHidden();
  await expect(text).toBeFocused();

  await page.keyboard.press('Control+z');
  expect(await shape(text)).toEqual(pasted);
  await expect(note).toBeVisible();
  await page.keyboard.press('Control+y');
  expect(await shape(text)).toEqual(converted);
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: vi['richText.legacy.keep'] }).click();
  await expect(note).toBeHidden();
  expect(await shape(text)).toEqual(pasted);

  await test.step('plain text, only the paragraphs in the old font', async () => {
    await clear(page, text);
    await paste(text, {
      'text/plain': 'Ñaûng uûy xaõ ñaõ laõnh ñaïo toát.\n\nCó à, có cả ơ.\n\nNghò quyeát',
    });
    await expect(page.getByText('Đoạn vừa dán dùng phông cũ (VNI).')).toBeVisible();
    await page.getByRole('button', { name: vi['richText.legacy.convert'] }).click();
    expect(await shape(text)).toEqual([
      'p: Đảng ủy xã đã lãnh đạo tốt.',
      'p: Có à, có cả ơ.',
      'p: Nghị quyết',
    ]);
  });

  await test.step('text of today brings no note', async () => {
    await clear(page, text);
    await paste(text, { 'text/plain': 'Hoà và Lý có quà tết; été à la fête' });
    await expect(page.getByRole('button', { name: vi['richText.legacy.convert'] })).toBeHidden();
  });
});

test('typing as UniKey does loses no letter, in a line and in a cell', async ({ launchApp, tempDir }) => {
  const { page, text } = await openDraft(launchApp, tempDir());
  const words = 'Đảng ủy xã đề nghị các chi bộ thực hiện tốt nghị quyết';
  await typeAsUniKey(page, words);
  expect(await shape(text)).toEqual([`p: ${words}`]);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(700);
  await typeAsUniKey(page, 'Nhất trí thông qua');
  await page.keyboard.press('Control+z');
  // A sensible piece: what was typed in one go, not a letter of the last word, and never the paragraph before.
  expect(await shape(text)).toEqual([`p: ${words}`, 'p: ']);

  await page.getByRole('button', { name: vi['richText.table.insert'], exact: true }).click();
  await typeAsUniKey(page, 'Tiêu đề');
  await page.keyboard.press('Tab');
  await typeAsUniKey(page, words);
  expect((await shape(text)).join()).toContain(`{Tiêu đề} {${words}} {}`);
});

async function openDraft(
  launchApp: (options: { dataDir: string }) => Promise<{ page: Page }>,
  dataDir: string,
): Promise<{ page: Page; text: Locator }> {
  await cli(['demo', '--data', dataDir]);
  const documents = (await cli(['list', 'documents', '--data', dataDir])) as { id: string; status: string }[];
  const draft = documents.find(({ status }) => status === 'draft');
  const { page } = await launchApp({ dataDir });
  await page.evaluate(`location.hash = '/documents/${draft?.id}'`);
  const text = page.locator('.ProseMirror').first();
  await expect(text).toBeVisible();
  await clear(page, text);
  return { page, text };
}

async function clear(page: Page, text: Locator): Promise<void> {
  await text.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+Alt+0');
  expect(await shape(text)).toEqual(['p: ']);
}

async function paste(text: Locator, data: Record<string, string>): Promise<void> {
  await text.evaluate((element, entries) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of entries) clipboardData.setData(type, value);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, Object.entries(data));
}

/** The blocks in one line each: *bold*, /italic/, [cell], {header cell}. */
function shape(text: Locator): Promise<string[]> {
  return text.evaluate((root) => {
    const inline = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
      const { tagName } = node as Element;
      const inner = [...node.childNodes].map(inline).join('');
      if (tagName === 'STRONG') return `*${inner}*`;
      if (tagName === 'EM') return `/${inner}/`;
      return inner;
    };
    const lines = (element: Element) => [...element.querySelectorAll('p')].map(inline).join(' | ');
    return [...root.children].map((block) => {
      const tag = block.tagName.toLowerCase();
      if (tag === 'ul') return `ul: ${lines(block)}`;
      if (tag !== 'table') return `${tag}: ${inline(block)}`;
      const rows = [...block.querySelectorAll('tr')].map((row) =>
        [...row.children]
          .map((cell) => (cell.tagName === 'TH' ? `{${lines(cell)}}` : `[${lines(cell)}]`))
          .join(' '),
      );
      return `table: ${rows.join(' ; ')}`;
    });
  });
}

/** Telex: a word is typed as plain letters; for each mark UniKey takes back what it has typed and sends it anew. */
async function typeAsUniKey(page: Page, text: string): Promise<void> {
  for (const [index, word] of text.split(' ').entries()) {
    if (index > 0) await page.keyboard.press('Space');
    const plain = word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D');
    await page.keyboard.type(plain);
    const from = [...word].findIndex((letter, i) => letter !== plain[i]);
    if (from < 0) continue;
    for (let i = from; i < plain.length; i++) await page.keyboard.press('Backspace');
    await page.keyboard.insertText(word.slice(from));
  }
}
