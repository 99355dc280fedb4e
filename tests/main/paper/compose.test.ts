import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { composeDocument } from '#main/features/documents/papers/document.ts';
import { indicatorTables } from '#main/features/indicators/index.ts';
import { documentNumbering, printBlocks } from '#main/paper/blocks.ts';
import { builtInProfiles, profileOn, withProfile } from '#main/paper/profiles.ts';
import { layoutProfile } from '#shared/paper/profile.ts';
import {
  bullets,
  doc,
  heading,
  indicators,
  paragraph,
  resolution,
  resolution2027,
  said,
  sonLien,
  sonTayThuong,
  table,
  text,
} from './support/records.ts';

/** Every name in a profile, with its place. */
function paths(value: unknown, at = ''): string[] {
  if (value === null || typeof value !== 'object') return [at];
  return Object.entries(value).flatMap(([key, part]) => paths(part, `${at}/${key}`));
}

const sources = { table: indicatorTables(indicators, 'huyện') };
const blocksOf = (...content: Parameters<typeof doc>) =>
  printBlocks(doc(...content), documentNumbering(), sources);

const byId = (id: string) => builtInProfiles.find((one) => one.id === id) as (typeof builtInProfiles)[number];

describe('profiles', () => {
  it('are chosen by the date of the document', () => {
    const on = (date: string | null) => profileOn(builtInProfiles, 'party', date).id;
    expect(on('2021-12-24')).toBe('hd36');
    expect(on('2026-05-26')).toBe('hd36');
    expect(on('2026-05-27')).toBe('hd05');
    expect(on('2027-01-05')).toBe('hd05');
    expect(on('1999-01-01')).toBe('hd36');
    expect(on(null)).toBe('hd05');
    expect(profileOn(builtInProfiles, 'state', '2021-12-24').id).toBe('nd30');
  });

  it('are what the schema says', () => {
    for (const profile of builtInProfiles) expect(layoutProfile.parse(profile)).toEqual(profile);
  });

  it('follow one another without a gap', () => {
    expect(byId('hd36')).toMatchObject({ validFrom: '2018-04-03', validTo: '2026-05-26' });
    expect(byId('hd05')).toMatchObject({ validFrom: '2026-05-27', validTo: null });
  });

  it('hold the same measures, each in what the guidelines allow (domain 1.1, 1.2)', async () => {
    const read = async (id: string) =>
      JSON.parse(await readFile(new URL(`../../../templates/profiles/${id}.json`, import.meta.url), 'utf8'));
    const [hd36, hd05] = await Promise.all(['hd36', 'hd05'].map(read));
    expect(paths(hd36)).toEqual(paths(hd05));
    for (const profile of [hd36, hd05]) {
      expect(profile.page).toMatchObject({ topMm: 20, bottomMm: 20, leftMm: 30, rightMm: 15 });
      expect(profile.body.pitchPt).toBeGreaterThanOrEqual(18);
      expect(profile.body.pitchPt).toBeLessThanOrEqual(22);
      expect(profile.body.paragraphGapPt).toBeGreaterThanOrEqual(6);
    }
  });

  it('stay with a paper that was printed under them', () => {
    const model = composeDocument({
      document: resolution2027,
      name: sonTayThuong,
      indicators,
      profile: byId('hd36'),
    });
    expect(model.profile.id).toBe('hd36');
    expect(model.recipients[0]).toMatch(/,$/u);
    // Papers of earlier versions only named it.
    expect(withProfile({ ...model, profile: 'hd36' as never })).toEqual(model);
  });
});

describe('a document', () => {
  it('ends bases and recipients as the guideline of its date says', () => {
    const old = composeDocument({ document: resolution, name: sonLien, indicators });
    expect(old.bases.map((basis) => basis.at(-1))).toEqual([';', ';', ',']);
    expect(old.bases[2]).toBe('Căn cứ kết quả Hội nghị lần thứ bảy Ban Chấp hành Đảng bộ xã khóa XIII,');
    expect(old.recipients.map((item) => item.at(-1))).toEqual([',', ',', ',', ',', '.']);

    const plain = composeDocument({
      document: { ...resolution2027, openingLine: '' },
      name: sonTayThuong,
      indicators,
    });
    expect(plain.bases.map((basis) => basis.at(-1))).toEqual([';', ';', '.']);
    expect(plain.recipients.map((item) => item.at(-1))).toEqual([';', ';', ';', ';', '.']);
    expect(plain.opening).toBeNull();
    const opened = composeDocument({ document: resolution2027, name: sonTayThuong, indicators });
    expect(opened.bases.at(-1)).toMatch(/,$/u);
  });

  it('carries the number that it was given, or room for one', () => {
    const head = (changes: object) =>
      composeDocument({ document: { ...resolution, ...changes }, name: sonLien, indicators }).head;
    expect(head({})).toMatchObject({ number: '05', symbol: 'NQ/ĐU' });
    expect(head({ number: 817, issuer: 'office', type: 'CV' })).toMatchObject({
      number: '817',
      symbol: 'CV/VPĐU',
      parentLine: 'ĐẢNG ỦY XÃ SƠN LIÊN',
      issuingLine: 'VĂN PHÒNG',
    });
    expect(head({ number: null, type: 'KH' })).toMatchObject({ number: null, symbol: 'KH/ĐU' });
    expect(head({ type: 'QyĐ' })).toMatchObject({ symbol: 'QĐ/ĐU' });
    expect(head({ issuer: 'council', number: 17 })).toMatchObject({
      number: '17',
      symbol: 'NQ-HĐND',
      parentLine: null,
    });
    expect(head({ issuer: 'government', type: 'CV' })).toMatchObject({ symbol: 'UBND' });
  });

  it('is dated by the rule of the zero, or leaves room', () => {
    const dateText = (date: string | null, year?: string) =>
      composeDocument({ document: { ...resolution, date }, name: sonLien, indicators, year }).head.dateText;
    expect(dateText('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026');
    expect(dateText('2026-05-27')).toBe('ngày 27 tháng 5 năm 2026');
    expect(dateText(null, '2026')).toMatch(/^ngày +tháng +năm 2026$/u);
    expect(dateText(null)).toMatch(/^ngày +tháng +năm +$/u);
  });
});

describe('a body', () => {
  it('numbers headings I-, 1., a) anew below each higher one', () => {
    const labels = blocksOf(
      heading(1, 'A'),
      heading(2, 'B'),
      heading(3, 'C'),
      heading(3, 'D'),
      heading(2, 'E'),
      heading(3, 'F'),
      heading(1, 'G'),
      heading(2, 'H'),
      heading(3, ''),
    ).map(said);
    expect(labels).toEqual(['I- A', '1. B', 'a) C', 'b) D', '2. E', 'a) F', 'II- G', '1. H']);
  });

  it('sets a point that is a sentence as text', () => {
    const kinds = blocksOf(
      heading(3, 'Về kinh tế'),
      heading(3, 'Tập trung các giải pháp;'),
      heading(2, 'Câu.'),
    ).map((block) => [block.kind, said(block)]);
    expect(kinds).toEqual([
      ['heading', 'a) Về kinh tế'],
      ['paragraph', 'b) Tập trung các giải pháp;'],
      ['paragraph', '1. Câu.'],
    ]);
  });

  it('makes the title of an article a heading, not an article that is said on its line', () => {
    const body = doc(
      { type: 'paragraph', content: [text('Điều 1. ', 'bold'), text('Phạm vi điều chỉnh')] },
      paragraph('Quy chế này quy định nguyên tắc làm việc.'),
      paragraph('Điều 2. Nguyên tắc làm việc'),
      heading(2, 'Tập trung dân chủ.'),
      paragraph('Điều 3. Giao các đồng chí có tên sau:'),
      bullets('Đồng chí A.'),
      paragraph('Điều 4. Thành lập Tổ công tác'),
      paragraph('Điều 5. Quy chế này có hiệu lực kể từ ngày ký.'),
      paragraph('Theo Điều 6. Nội dung'),
      paragraph('Điều 7. Tổ chức thực hiện'),
      { type: 'appendix', attrs: { title: 'Quy chế', isLandscape: false } },
      paragraph('Điều 1. Phạm vi'),
      paragraph('Quy chế này áp dụng cho các chi bộ.'),
    );
    const model = composeDocument({ document: { ...resolution, body }, name: sonLien, indicators });
    const titles = [model.body, model.appendices?.[0]?.body ?? []].map((blocks) =>
      blocks.filter(({ kind }) => kind === 'heading').map(said),
    );
    expect(titles).toEqual([
      ['Điều 1. Phạm vi điều chỉnh', 'Điều 2. Nguyên tắc làm việc'],
      ['Điều 1. Phạm vi'],
    ]);
  });

  it('goes by the Vietnamese alphabet, and on after its end', () => {
    const numbering = documentNumbering();
    const labels = Array.from({ length: 25 }, () => numbering(3));
    expect(labels.slice(0, 7)).toEqual(['a) ', 'b) ', 'c) ', 'd) ', 'đ) ', 'e) ', 'g) ']);
    expect(labels.slice(22)).toEqual(['y) ', 'aa) ', 'bb) ']);
  });

  it('puts a dash before an item of a list, once', () => {
    const item = { type: 'listItem' as const, content: [paragraph('Một'), paragraph('tiếp')] as never };
    expect(blocksOf({ type: 'bulletList', content: [item] }, bullets('Hai')).map(said)).toEqual([
      '- Một',
      'tiếp',
      '- Hai',
    ]);
  });

  it('keeps faces and line breaks, and leaves out paragraphs without words', () => {
    const blocks = blocksOf({ type: 'paragraph' }, paragraph('   '), {
      type: 'paragraph',
      content: [
        text('a\nb', 'bold'),
        { type: 'hardBreak' },
        text('c', 'bold', 'italic'),
        text('d', 'italic'),
      ],
    });
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        label: '',
        runs: [
          { text: 'a', bold: true },
          { break: true },
          { text: 'b', bold: true },
          { break: true },
          { text: 'c', bold: true, italic: true },
          { text: 'd', italic: true },
        ],
      },
    ]);
  });

  it('fills the table of indicators in Vietnamese form and names who gave the plan', () => {
    const [filled] = blocksOf(table('Biểu 1'));
    expect(filled && said(filled).split('\n')).toEqual([
      '1|Năng suất bình quân cây lúa nước|tạ/ha|43,5|43,7|100,46',
      '2|Diện tích cây mì|ha|150|160|106,67',
      '3|Sản lượng cây mì|tấn|2.721|2.900,9|106,61',
      '4|Diện tích cây ngô|ha|100|107|107',
      '5|Sản lượng cây ngô|tấn|324|344|106,17',
    ]);
    expect(filled).toMatchObject({ caption: 'Biểu 1' });
    const headers = (rows: typeof indicators, superiorLevel: string) =>
      printBlocks(doc(table()), documentNumbering(), { table: indicatorTables(rows, superiorLevel) }).flatMap(
        (block) =>
          block.kind === 'table' ? block.columns.map((column) => column.header.replace('\n', ' ')) : [],
      );
    expect(headers(indicators, 'huyện').slice(3)).toEqual([
      'Kế hoạch huyện giao',
      'Thực hiện năm 2021',
      '% so với kế hoạch',
    ]);
    expect(headers(indicators, 'tỉnh')[3]).toBe('Kế hoạch tỉnh giao');
    const [first, ...rest] = indicators as [(typeof indicators)[number]];
    expect(headers([{ ...first, planSource: 'own' }, ...rest], 'tỉnh')[3]).toBe('Kế hoạch');
  });

  it('leaves out a table of indicators that are gone, and empty cells blank', () => {
    expect(printBlocks(doc(table()), documentNumbering(), { table: indicatorTables([], 'huyện') })).toEqual(
      [],
    );
    const [first] = indicators as [(typeof indicators)[number]];
    const bare = [{ ...first, plan: null, percent: null }];
    const [filled] = printBlocks(doc(table()), documentNumbering(), {
      table: indicatorTables(bare, 'huyện'),
    });
    expect(filled && said(filled)).toBe('1|Năng suất bình quân cây lúa nước|tạ/ha||43,7|');
  });
});
