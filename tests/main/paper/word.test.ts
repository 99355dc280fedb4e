import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { composeMinutes } from '#main/features/conferences/papers/minutes.ts';
import { composeDocument } from '#main/features/documents/papers/document.ts';
import { widthFor } from '#main/paper/word/balanced.ts';
import { readMetrics, type WordModel, wordFile } from '#main/paper/word/index.ts';
import type { DocumentModel } from '#shared/paper/model.ts';
import { docxText, readDocx } from './support/docx-reader.ts';
import {
  conference,
  doc,
  indicators,
  longParagraph,
  members,
  paragraph,
  resolution,
  resolution2027,
  sonLien,
  sonTayThuong,
} from './support/records.ts';

const metrics = readMetrics(fileURLToPath(new URL('../../../templates/fonts', import.meta.url)));
const model = composeDocument({ document: resolution, name: sonLien, indicators });

async function word(given: WordModel) {
  const parts = await readDocx(await wordFile(given, metrics));
  const part = (name: string) => parts.get(name) ?? '';
  const xml = part('word/document.xml');
  return { xml, text: docxText(xml), styles: part('word/styles.xml'), parts };
}

const style = (styles: string, id: string) =>
  new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 'su').exec(styles)?.[0] ?? '';
const paragraphs = (xml: string) => xml.match(/<w:p>.*?<\/w:p>/gsu) ?? [];
const sections = (xml: string) => xml.match(/<w:sectPr.*?<\/w:sectPr>/gsu) ?? [];

describe('the Word file of a resolution', () => {
  it('has the measures of the guideline in styles with the names of the parts', async () => {
    const { styles } = await word(model);
    const body = style(styles, 'NoiDung');
    expect(body).toContain('w:val="Nội dung"');
    expect(body).toContain('<w:jc w:val="both"/>');
    expect(body).toContain('w:firstLine="567"');
    const { pitchPt, paragraphGapPt } = model.profile.body;
    expect(body).toContain(`w:after="${paragraphGapPt * 20}"`);
    expect(body).toContain(`w:line="${pitchPt * 20}" w:lineRule="exact"`);
    expect(style(styles, 'TenLoai')).toContain(`<w:sz w:val="${model.profile.titles.typeName.sizePt * 2}"/>`);
    expect(style(styles, 'NoiNhan')).toContain('<w:u w:val="single"/>');
    expect(style(styles, 'NoiNhanMuc')).toContain('<w:sz w:val="24"/>');
    expect(styles).toContain('w:ascii="Times New Roman"');
  });

  it('has no marks that turn the direction of what follows', async () => {
    const body = doc(paragraph('\u202eBắt\u2066 đầu\u200f'));
    const { xml, text } = await word(
      composeDocument({ document: { ...resolution, body }, name: sonLien, indicators }),
    );
    expect(text).toContain('Bắt đầu');
    expect(xml).not.toMatch(/\p{Bidi_Control}/u);
  });

  it('has the signature of who wrote minutes, left of the other', async () => {
    const document = { ...resolution, type: 'BB' as const, recipients: ['Lưu Văn phòng Đảng ủy'] };
    const { text } = await word(composeDocument({ document, name: sonLien, indicators }));
    const places = ['NGƯỜI GHI BIÊN BẢN', 'T/M ĐẢNG ỦY', 'Nơi nhận:'].map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  it('has real headings that stay with what follows', async () => {
    const { xml, styles } = await word(model);
    const headings = paragraphs(xml).filter((one) => /<w:pStyle w:val="Heading1"\/>/u.test(one));
    expect(headings).toHaveLength(4);
    for (const level of [1, 2, 3]) {
      const heading = style(styles, `Heading${level}`);
      expect(heading).toContain('<w:keepNext/>');
      expect(heading).toContain(`<w:outlineLvl w:val="${level - 1}"/>`);
    }
  });

  it('has the same letters as the model, the head as it was typed', async () => {
    const { text } = await word(model);
    expect(text.normalize('NFC')).toBe(text);
    for (const line of [
      'ĐẢNG BỘ HUYỆN SƠN TÂY',
      'ĐẢNG ỦY XÃ SƠN LIÊN',
      '*',
      'Số 05-NQ/ĐU',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Sơn Liên, ngày 24 tháng 12 năm 2021',
      'NGHỊ QUYẾT',
      'về phương hướng, nhiệm vụ năm 2022',
      '-----',
      `${model.profile.bases.prefix}${model.bases[0]}`,
      longParagraph,
      'Nơi nhận:',
      'T/M ĐẢNG ỦY',
      'BÍ THƯ',
      'Đinh Văn Trường',
    ])
      expect(text.split('\n')).toContain(line);
  });

  it('repeats the head of a table and splits no row', async () => {
    const { xml } = await word(model);
    const table = (xml.match(/<w:tbl>.*?<\/w:tbl>/gsu) ?? []).find((one) => one.includes('Chỉ tiêu')) ?? '';
    const rows = table.match(/<w:tr>.*?<\/w:tr>/gsu) ?? [];
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row).toContain('<w:cantSplit/>');
    expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toEqual([rows[0]]);
  });

  it('numbers the pages from the second on, on a sheet with the margins of the guideline', async () => {
    const { xml, parts } = await word(model);
    const [section = ''] = sections(xml);
    expect(section).toMatch(/<w:pgSz w:w="11906" w:h="16838"/u);
    expect(section).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/u);
    expect(section).toContain('<w:titlePg/>');
    const headers = [...parts].filter(([name]) => /^word\/header\d+\.xml$/u.test(name));
    expect(headers.filter(([, part]) => part.includes('PAGE'))).toHaveLength(1);
    expect(headers).toHaveLength(2);
  });

  it('ends with signature and recipients as one row that the end of the text stays with', async () => {
    const { xml } = await word(model);
    const closing = (xml.match(/<w:tbl>.*?<\/w:tbl>/gsu) ?? []).at(-1) ?? '';
    expect(docxText(closing)).toContain('Nơi nhận:');
    expect(closing.match(/<w:tr>/gu)).toHaveLength(1);
    expect(closing).toContain('<w:cantSplit/>');
    const last = paragraphs(xml.slice(0, xml.lastIndexOf('<w:tbl>'))).at(-1);
    expect(last).toContain('<w:keepNext/>');
  });
});

describe('the Word file of awkward papers', () => {
  it('breaks long names as the page does', async () => {
    const { xml } = await word(composeDocument({ document: resolution2027, name: sonTayThuong, indicators }));
    const lines = (part: string) =>
      docxText(
        paragraphs(xml)
          .find((one) => one.includes(`"${part}"`))
          ?.replaceAll('<w:br/>', '</w:p>') ?? '',
      );
    expect(lines('CoQuanBanHanh').trim()).toBe('ĐẢNG ỦY XÃ\nSƠN TÂY THƯỢNG');
    expect(lines('TrichYeu').trim().split('\n')).toEqual([
      'về phương hướng, nhiệm vụ phát triển kinh tế - xã hội,',
      'bảo đảm quốc phòng, an ninh và xây dựng Đảng,',
      'hệ thống chính trị năm 2027',
    ]);
  });

  it('gives a paragraph the width at which it breaks so by itself, where there is one', () => {
    const face = { sizePt: 14 };
    const measure = (text: string) => metrics.width(text, face);
    const even = ['về việc chuẩn bị nội dung Hội nghị', 'Ban Chấp hành lần thứ tám'];
    const width = widthFor(even, face, 400, metrics) ?? 0;
    expect(width).toBeGreaterThan(Math.max(...even.map(measure)));
    expect(width).toBeLessThan(measure(`${even[0]} Ban`));
    expect(widthFor(['ĐẢNG ỦY XÃ', 'SƠN TÂY THƯỢNG'], face, 400, metrics)).toBeNull();
  });

  it('takes markup, control characters and decomposed letters as text', async () => {
    const typed = '# *đậm* _x_ $y$ \\ @z <w:p>&amp; "trích" 😀 \u0001hết';
    const { text } = await word(
      composeDocument({
        document: { ...resolution, body: doc(paragraph(typed), paragraph('Nghị quyết'.normalize('NFD'))) },
        name: sonLien,
        indicators,
      }),
    );
    expect(text).toContain('# *đậm* _x_ $y$ \\ @z <w:p>&amp; "trích" 😀 hết');
    expect(text.split('\n')).toContain('Nghị quyết');
  });

  it('turns the sheet of a wide appendix and numbers its pages from 1', async () => {
    const wide: DocumentModel = {
      ...model,
      appendices: [
        {
          label: 'PHỤ LỤC',
          title: 'Danh mục nhiệm vụ',
          reference: '(Kèm theo Nghị quyết số 05-NQ/ĐU)',
          isLandscape: true,
          body: [{ kind: 'paragraph', label: '', runs: [{ text: 'Nội dung phụ lục.' }] }],
        },
      ],
    };
    const { xml, text } = await word(wide);
    const [first = '', second = ''] = sections(xml);
    expect(first).toContain('w:w="11906" w:h="16838"');
    expect(second).toContain('w:w="16838" w:h="11906"');
    expect(second).toContain('w:orient="landscape"');
    expect(second).toContain('<w:pgNumType w:start="1"');
    expect(text.split('\n')).toContain('Danh mục nhiệm vụ');
  });

  it('sets the minutes with both signatures, the recorder on the left', async () => {
    const minutes = composeMinutes({
      conference,
      termOrdinal: 13,
      name: sonLien,
      members,
      indicators,
      isNumbered: true,
    });
    const { text } = await word(minutes);
    expect(text).toContain('BIÊN BẢN');
    expect(text.lastIndexOf('Đinh Thị Yến')).toBeLessThan(text.lastIndexOf('Đinh Văn Trường'));
  });

  it('leaves out the star, the hyphens and the signature where a layout or a paper has none', async () => {
    const { profile } = model;
    const { text } = await word({
      ...model,
      signature: null,
      recipients: [],
      profile: {
        ...profile,
        head: { ...profile.head, star: null, motto: { text: 'Độc lập - Tự do - Hạnh phúc', sizePt: 13 } },
        titles: { ...profile.titles, dashes: null, rule: profile.head.rule },
      },
    });
    expect(text).toContain('Độc lập - Tự do - Hạnh phúc');
    for (const gone of ['*', '-----', 'Nơi nhận:']) expect(text.split('\n')).not.toContain(gone);
  });
});
