import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeMinutes } from '#main/features/conferences/papers/minutes.ts';
import { composeDocument } from '#main/features/documents/papers/document.ts';
import type { Typesetter } from '#main/workers/typesetter-client.ts';
import type { DocumentModel, PrintBlock, PrintModel } from '#shared/paper/model.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { type PdfContent, readPdf } from './support/pdf-reader.ts';
import {
  conference,
  indicators,
  members,
  resolution,
  resolution2027,
  sonLien,
  sonTayThuong,
} from './support/records.ts';
import { startTypesetter } from './support/typeset.ts';

/** That the paper says what was typed, all of it and nothing else. */

let typesetter: Typesetter;
beforeAll(() => {
  typesetter = startTypesetter();
});
afterAll(() => typesetter.dispose());

const base = composeDocument({ document: resolution, name: sonLien, indicators });

async function printed(model: PrintModel): Promise<PdfContent> {
  return readPdf((await typesetter.pdf(model)).bytes);
}
const solid = (text: string) => text.replace(/\s+/gu, '');
const paragraph = (text: string): PrintBlock => ({ kind: 'paragraph', label: '', runs: [{ text }] });

const hostile = [
  '#panic("x") #include "party.typ" #read("/etc/passwd") #set page(width: 1cm)',
  '*đậm* _nghiêng_ `mã` $x^2$ $$ \\ \\u{41} \\# = Tiêu đề == == - + / // chú thích /* chú thích */',
  '@nguồn <nhãn> [ngoặc] {khối} (tròn) ~ -- --- ... "thẳng" \'đơn\' “cong” ‘cong’ https://example.com',
  '<script>alert(1)</script> &amp; &lt; %PDF-1.7 ) >> endobj \\) \\( ]]> <!-- -->',
  'context #let a = 1; #show: it => none; #{ } #[ ] #() => .. _: _ 1. 2) a) I-',
];

it('prints the title of an article bold throughout, its text regular', async () => {
  const body = bodyFromLines(['Điều 1. Phạm vi điều chỉnh', 'Quy chế này quy định chế độ làm việc.']);
  const document = { ...resolution, type: 'QC' as const, body };
  const [page] = (await printed(composeDocument({ document, name: sonLien, indicators }))).pages;
  const facesOf = (words: string) => {
    const found = page?.lines.find(({ text }) => text.trim() === words);
    return new Set(found?.items.map(({ fontName }) => fontName));
  };
  expect(facesOf('Điều 1. Phạm vi điều chỉnh')).toEqual(new Set(['Tinos-Bold']));
  expect(facesOf('Quy chế này quy định chế độ làm việc.')).toEqual(new Set(['Tinos-Regular']));
});

it('gives minutes that are drawn up as a document two signatures, the recorder’s left, and what recipients they have below', async () => {
  const ofType = (type: 'BB' | 'NQ', recipients: string[]) =>
    composeDocument({ document: { ...resolution, type, recipients }, name: sonLien, indicators });
  const last = async (model: DocumentModel) => (await printed(model)).pages.at(-1);
  const page = await last(ofType('BB', []));
  const at = (text: string, on = page) => on?.lines.find((line) => line.text.trim() === text);
  const [recorder, chair] = [at('NGƯỜI GHI BIÊN BẢN'), at('T/M ĐẢNG ỦY')];
  expect(recorder?.yMm).toBeCloseTo(chair?.yMm ?? 0, 1);
  expect((recorder?.xMm ?? 0) + (recorder?.widthMm ?? 0)).toBeLessThan(chair?.xMm ?? 0);
  expect(page?.text).not.toContain('Nơi nhận');
  const withList = await last(ofType('BB', ['Lưu Văn phòng Đảng ủy']));
  expect(at('Nơi nhận:', withList)?.yMm).toBeGreaterThan(at('Đinh Văn Trường', withList)?.yMm ?? 300);
  expect((await last(ofType('NQ', [])))?.text).not.toContain('NGƯỜI GHI');
});

describe('text is data', () => {
  it.each(hostile)('prints %s letter for letter', async (text) => {
    const pdf = await printed({ ...base, body: [paragraph(text)] });
    expect(solid(pdf.text)).toContain(solid(text));
  });

  it('prints hostile text letter for letter in every place a clerk can type', async () => {
    const text = '#x *y* _z_ $k$ \\n @m <n> `o`';
    const model: DocumentModel = {
      ...base,
      meta: { title: text, author: text, created: '2021-12-24' },
      head: {
        parentLine: `P ${text}`,
        issuingLine: `I ${text}`,
        number: '#1*',
        symbol: '_N_/$Đ',
        placeName: `S ${text}`,
        dateText: `D ${text}`,
        draft: `R ${text}`,
        urgency: `U ${text}`,
        circulation: `C ${text}`,
      },
      typeName: `T ${text}`,
      subject: `J ${text}`,
      addressees: { label: `L ${text}`, names: [`A ${text}`, `B ${text}`] },
      bases: [`E ${text}`],
      opening: `O ${text}`,
      body: [
        { kind: 'heading', level: 2, label: '1. ', runs: [{ text: `H ${text}` }] },
        {
          kind: 'paragraph',
          label: '- ',
          runs: [
            { text, bold: true },
            { text, italic: true },
          ],
        },
        {
          kind: 'table',
          caption: `G ${text}`,
          columns: [{ header: `F ${text}`, align: 'left', flexible: true }],
          rows: [[`K ${text}`], [text], [text], [text]],
        },
        paragraph(text),
      ],
      recipients: [`M ${text}`],
      signature: { authority: `V ${text}`, title: `W ${text}`, name: `X ${text}` },
    };
    const pdf = await printed(model);
    const all = solid(pdf.text);
    for (const letter of 'SDRTJLABEOHGFKMX') {
      const capitals = 'T'.includes(letter);
      const expected = solid(`${letter} ${text}`);
      expect(all, letter).toContain(capitals ? expected.toUpperCase() : expected);
    }
    for (const letter of 'PIUCVW') expect(all, letter).toContain(solid(`${letter} ${text}`).toUpperCase());
    expect(all).toContain(solid('Số #1*-_N_/$Đ'));
    expect(pdf.info).toMatchObject({ Title: text, Author: text });
  });

  it('reads back every letter of Vietnamese', async () => {
    const vowels = 'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ';
    const text = `${vowels} ${vowels.toUpperCase()} fi fl ffi 0123456789 “…” – — ° % ½ × ≥ ≤`;
    const pdf = await printed({ ...base, body: [paragraph(text)] });
    expect(solid(pdf.text)).toContain(solid(text));
  });

  it('prints a box for what no letter exists for, and says which', async () => {
    const model = { ...base, body: [paragraph('Tốt 👍 中 \ud800 \u0007hết')] };
    const { bytes, unprintable } = await typesetter.pdf(model);
    expect((await readPdf(bytes)).text).toContain('Tốt □ □ \ufffd hết');
    expect(unprintable).toEqual(['👍', '中']);
    expect((await typesetter.svg(model)).unprintable).toEqual(unprintable);
  });

  it('keeps words without a blank on the paper', async () => {
    const long = 'Nghịquyết'.repeat(60);
    const row = { ...table(), rows: [[long, long, '1', '2']] };
    const pdf = await printed({ ...base, subject: long, body: [paragraph(long), row, paragraph('Hết.')] });
    for (const line of pdf.pages.flatMap((page) => page.lines)) {
      expect(line.xMm + line.widthMm).toBeLessThan(196);
    }
    expect(solid(pdf.text).split(long).length - 1).toBeGreaterThanOrEqual(2);
  });
});

function table(): Extract<PrintBlock, { kind: 'table' }> {
  return {
    kind: 'table',
    caption: null,
    columns: [
      { header: 'Tên', align: 'left', flexible: true },
      { header: 'Ghi chú', align: 'left', flexible: true },
      { header: 'Kế hoạch\nhuyện giao', align: 'right', flexible: false },
      { header: 'Thực hiện', align: 'right', flexible: false },
    ],
    rows: [],
  };
}

describe('the papers of the office', () => {
  it('prints the whole resolution with its table', async () => {
    const pdf = await printed(base);
    const all = solid(pdf.text);
    for (const [i, row] of indicators.entries()) {
      const shown = [String(i + 1), row.name, row.unit, row.plan, row.actual, row.percent];
      const dotted = shown.map((cell) => solid(String(cell)));
      expect(all).toContain(`${dotted[0]}${dotted[1]}${dotted[2]}`);
    }
    for (const percent of ['100,46', '106,67', '106,61', '107', '106,17', '2.900,9'])
      expect(pdf.text).toContain(percent);
    const texts = JSON.stringify(resolution.body).matchAll(/"text":"([^"]+)"/gu);
    for (const [, text = ''] of texts) {
      expect(all.toLowerCase(), text).toContain(solid(text).toLowerCase());
    }
  });

  it('leaves the place of a number that is not given yet', async () => {
    const draft = { ...resolution2027, number: null, date: null, draftRound: 2 };
    const model = composeDocument({
      document: draft,
      name: sonTayThuong,
      indicators,
      year: '2027',
    });
    expect(model.profile.id).toBe('hd05');
    const [first] = (await printed(model)).pages;
    const lines = first?.lines.map((line) => line.text.replaceAll('\u00a0', ' ')) ?? [];
    expect(lines).toContain('Dự thảo lần 2');
    expect(lines.some((line) => /^Số +-NQ\/ĐU$/u.test(line))).toBe(true);
    expect(lines.some((line) => /^Sơn Tây Thượng, ngày +tháng +năm 2027$/u.test(line))).toBe(true);
    const number = first?.lines.find((line) => line.text.startsWith('Số'));
    expect(number?.widthMm).toBeGreaterThan(24);
  });

  it('prints a letter with its subject under the number', async () => {
    const letter = {
      ...resolution,
      type: 'CV' as const,
      number: 817,
      subject: 'về việc báo cáo số liệu',
    };
    const model = composeDocument({ document: letter, name: sonLien, indicators });
    const [first] = (await printed(model)).pages;
    const number = first?.lines.find((line) => line.text === 'Số 817-CV/ĐU');
    const subject = first?.lines.find((line) => line.text === 'về việc báo cáo số liệu');
    expect(subject?.items[0]).toMatchObject({ fontName: 'Tinos-Italic', sizePt: 12 });
    expect((subject?.yMm ?? 0) - (number?.yMm ?? 0)).toBeLessThan(7);
    expect(first?.text).not.toContain('CÔNG VĂN');
  });

  it('prints the minutes: recorder left, chair right, who was there and who was not', async () => {
    const model = composeMinutes({
      conference,
      name: sonLien,
      termOrdinal: 13,
      members,
      indicators,
      isNumbered: true,
    });
    const pdf = await printed(model);
    const lines = pdf.pages.flatMap((page) => page.lines);
    const at = (text: string) => lines.find((line) => line.text === text);
    expect(at('BIÊN BẢN')?.items[0]).toMatchObject({ fontName: 'Tinos-Bold', sizePt: 16 });
    expect(at('Hội nghị Ban Chấp hành Đảng bộ xã lần thứ bảy, khóa XIII')).toBeDefined();
    expect(at('- Thời gian: bắt đầu vào hồi 07 giờ 30, ngày 24 tháng 12 năm 2021.')).toBeDefined();
    expect(at('- Có mặt: 13 đồng chí.')).toBeDefined();
    expect(at('- Vắng mặt: 02 đồng chí, gồm:')).toBeDefined();
    expect(pdf.text).toContain('+ Đồng chí Võ Thành Long, Đảng ủy viên: có lý do (nghỉ ốm).');
    expect(pdf.text).toContain('Hội nghị kết thúc vào hồi 11 giờ 15 cùng ngày.');
    const [recorder, chair] = [at('NGƯỜI GHI BIÊN BẢN'), at('CHỦ TRÌ HỘI NGHỊ')];
    expect(recorder?.yMm).toBeCloseTo(chair?.yMm ?? 0, 3);
    expect((recorder?.xMm ?? 0) + (recorder?.widthMm ?? 0)).toBeLessThan(112.5);
    expect(chair?.xMm).toBeGreaterThan(112.5);
    const signed = (name: string) => lines.findLast((line) => line.text === name);
    expect(signed('Đinh Thị Yến')?.xMm).toBeLessThan(signed('Đinh Văn Trường')?.xMm ?? 0);
  });
});
