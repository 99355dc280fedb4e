import { afterAll, describe, expect, test } from 'vitest';
import { fromBuffer } from 'yauzl';
import { registerSheet } from '#main/features/documents/register/sheet.ts';
import { entry, pagesOf, registerOf, wanted } from '../paper/support/registers.ts';
import { startTypesetter } from '../paper/support/typeset.ts';

const typesetter = startTypesetter();
afterAll(() => typesetter.dispose());

describe('the register on paper', () => {
  test('lies on A4, with the head of the office, its period, and every number', async () => {
    const [page, more] = await pagesOf(
      typesetter,
      registerOf([
        entry(1),
        entry(2, { voidReason: 'trùng với số đã cấp trên sổ giấy', isFromPaper: true }),
        entry(4, { date: '2021-12-20' }),
        entry(1, { recipients: [], counter: 'ĐU/KL', type: 'KL', code: '01-KL/ĐU', id: 'k' }),
      ]),
    );
    expect(more).toBeUndefined();
    expect([page?.widthMm, page?.heightMm].map((mm) => Math.round(mm ?? 0))).toEqual([297, 210]);
    const text = page?.text.replace(/\s+/gu, ' ') ?? '';
    for (const words of [
      'ĐẢNG ỦY XÃ SƠN LIÊN',
      'SỔ ĐĂNG KÝ VĂN BẢN ĐI',
      'Nhiệm kỳ khóa XIII',
      'Nghị quyết (NQ/ĐU)',
      'Kết luận (KL/ĐU)',
      '03-NQ/ĐU',
      'Chưa có trong sổ',
      'Hủy số: trùng',
      'Cộng 04 số, trong đó 01 số đã hủy; 01 số chưa có trong sổ.',
    ])
      expect(text).toContain(words);
  });

  test('keeps a row of endless recipients and reasons on one page', async () => {
    const many = Array.from({ length: 100 }, (_, i) => `Chi bộ thôn thứ ${i} của Đảng bộ xã`);
    const pages = await pagesOf(
      typesetter,
      registerOf([
        entry(1, { subject: 'Ư'.repeat(1000), recipients: many, voidReason: 'sai '.repeat(125) }),
        entry(2),
      ]),
    );
    for (const page of pages) for (const { yMm } of page.items) expect(yMm).toBeLessThan(191.5);
  });

  test('that is empty says so', async () => {
    const [page] = await pagesOf(typesetter, registerOf([]));
    expect(page?.text).toContain('Chưa có văn bản nào được cấp số.');
  });
});

/** The parts of the archive that hold words. */
async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await new Promise<import('yauzl').ZipFile>((resolve, reject) =>
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, file) =>
      error ? reject(error) : resolve(file),
    ),
  );
  const parts = new Map<string, string>();
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(parts));
    zip.on('entry', (file: import('yauzl').Entry) => {
      zip.openReadStream(file, async (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        parts.set(file.fileName, Buffer.concat(chunks).toString('utf8'));
        zip.readEntry();
      });
    });
    zip.readEntry();
  });
}

describe('the register as a spreadsheet', () => {
  test('holds days as days, text as text, and never a formula', async () => {
    const dangerous = ['=1+1', '+84', '-2', '@x', '\tx'].map((subject, i) =>
      entry(i + 1, { id: `${i}`, signerName: subject, recipients: [subject], voidReason: subject }),
    );
    const bytes = await registerSheet(
      registerOf([...dangerous, entry(8, { voidReason: 'Ủ <&> "x"' })]),
      wanted,
    );
    const parts = await partsOf(bytes);
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    const words = [...parts.values()].join('\n');
    expect(sheet).not.toMatch(/<f[ >]/u);
    for (const text of [
      '=1+1',
      '+84',
      '-2',
      '@x',
      'Hủy số: Ủ &lt;&amp;&gt;',
      'SỔ ĐĂNG KÝ VĂN BẢN ĐI',
      'Chưa có trong sổ',
    ])
      expect(words).toContain(text);
    // 24/12/2021 as spreadsheets count days.
    expect(sheet).toMatch(/<v>44554<\/v>/u);
    expect(parts.get('xl/styles.xml')).toContain('dd/mm/yyyy');
    expect(sheet).toMatch(/<pane [^>]*ySplit="3"/u);
    expect(sheet).toMatch(/orientation="landscape"/u);
    expect(sheet).toMatch(/<col [^>]*width="56/u);
  });
});
