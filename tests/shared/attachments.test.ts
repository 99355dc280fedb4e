import { win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleanFileName,
  extensionOf,
  longestName,
  renamed,
  runsByName,
} from '#shared/features/attachments/rules.ts';

describe('the name of an attachment', () => {
  test.each([
    ['Báo cáo tổng kết.pdf', 'Báo cáo tổng kết.pdf'],
    ['Biên bản.PDF'.normalize('NFD'), 'Biên bản.PDF'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['..\\..\\Windows\\x.pdf', '-..-Windows-x.pdf'],
    ['C:\\a.pdf', 'C--a.pdf'],
    ['a.pdf:ẩn.exe', 'a.pdf-ẩn.exe'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['Com1 .pdf', '_Com1 .pdf'],
    ['conference.pdf', 'conference.pdf'],
    ['ảnh\u202egpj.exe', 'ảnhgpj.exe'],
    ['a\u0000b\n c.pdf', 'ab c.pdf'],
    ['.htaccess', 'htaccess'],
    ['tên . . ', 'tên'],
    ['<>:"/\\|?*.pdf', '---------.pdf'],
    ['\ud800.pdf', '\ufffd.pdf'],
    [' … ', '…'],
    ['...', 'tệp đính kèm'],
  ])('%j becomes %j', (raw, clean) => {
    expect(cleanFileName(raw)).toBe(clean);
  });

  test('is cut before its extension, by characters and by bytes', () => {
    expect(cleanFileName(`${'a'.repeat(300)}.pdf`)).toBe(`${'a'.repeat(longestName - 4)}.pdf`);
    const cut = cleanFileName(`${'ế'.repeat(300)}.pdf`);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(240);
    expect(cut).toMatch(/^ế+\.pdf$/u);
  });

  test('is harmless whatever came in, and stays what it is', () => {
    const nasty = fc.constantFrom(
      ...['/', '\\', '..', '.', ' ', ':', '\u0000', '\u202e', '\ud83d', '\u0301', '\ufeff', '\u200b', '\n'],
      ...['CON', 'aux', 'lpt1', '.exe', '.pdf', '~', '$', '%2e%2e', 'đ', '😀', 'x'.repeat(130)],
    );
    const names = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(nasty, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(names, (raw) => {
        const name = cleanFileName(raw);
        expect(name).not.toBe('');
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}]|^[. ]|[. ]$/u);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\s*(?:\.|$)/iu);
        expect(name.length).toBeLessThanOrEqual(longestName);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect(name.isWellFormed() && name === name.normalize('NFC')).toBe(true);
        expect(win32.basename(name)).toBe(name);
        expect(cleanFileName(name)).toBe(name);
      }),
      { numRuns: 3_000 },
    );
  });

  test('keeps its extension when it is changed', () => {
    expect(renamed('scan001.pdf', 'Biên bản ký')).toBe('Biên bản ký.pdf');
    expect(renamed('scan001.pdf', 'Biên bản ký.PDF')).toBe('Biên bản ký.PDF');
    expect(renamed('scan001.pdf', 'Biên bản.exe')).toBe('Biên bản.exe.pdf');
    expect(renamed('scan001.pdf', 'ngày 24.12')).toBe('ngày 24.12.pdf');
    expect(extensionOf(renamed('a.pdf', 'ế'.repeat(120)))).toBe('.pdf');
  });

  test('tells programs and shortcuts', () => {
    for (const name of ['a.exe', 'a.EXE', 'a.exe. ', 'a.pdf.lnk', 'x.url', 'x.js', 'a.\u202eexe', 'b.hta'])
      expect([name, runsByName(name)]).toEqual([name, true]);
    for (const name of ['exe', 'a.pdf', 'a.exe.pdf', 'a.docx', '.exe'])
      expect([name, runsByName(name)]).toEqual([name, false]);
  });
});
