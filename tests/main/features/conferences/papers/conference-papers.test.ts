import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeCountingRecords } from '#main/features/conferences/papers/counting-records.ts';
import { composeFileIndex } from '#main/features/conferences/papers/file-index.ts';
import { composeInvitation } from '#main/features/conferences/papers/invitation.ts';
import { composeProgramme } from '#main/features/conferences/papers/programme.ts';
import { composeSignInSheet } from '#main/features/conferences/papers/sign-in-sheet.ts';
import type { Typesetter } from '#main/workers/typesetter-client.ts';
import { presentEntry } from '#shared/features/conferences/blank.ts';
import type { Conference, Election } from '#shared/features/conferences/schema.ts';
import type { PrintModel } from '#shared/paper/model.ts';
import { type PdfContent, type PdfPage, readPdf } from '../../../paper/support/pdf-reader.ts';
import { conference, members, sonLien } from '../../../paper/support/records.ts';
import { startTypesetter } from '../../../paper/support/typeset.ts';

/** The papers of a conference, read back from the finished file. */

let typesetter: Typesetter;
beforeAll(() => {
  typesetter = startTypesetter();
});
afterAll(() => typesetter.dispose());

const sources = (changes: Partial<Conference> = {}) => ({
  conference: { ...conference, ...changes },
  name: sonLien,
  termOrdinal: 13,
  members,
});

async function printed(model: PrintModel): Promise<PdfContent> {
  const pdf = await readPdf((await typesetter.pdf(model)).bytes);
  expectInside(pdf);
  return pdf;
}

/** A4, all fonts embedded, nothing outside 20/20/30/15 mm but page numbers. */
function expectInside(pdf: PdfContent): void {
  expect(pdf.fonts.every(({ name, embedded }) => embedded && name.startsWith('Tinos'))).toBe(true);
  for (const page of pdf.pages) {
    expect([page.widthMm, page.heightMm].map(Math.round)).toEqual([210, 297]);
    for (const line of page.lines.filter(({ yMm }) => yMm > 20)) {
      expect(line.xMm, line.text).toBeGreaterThan(29.9);
      expect(line.xMm + line.widthMm, line.text).toBeLessThan(195.1);
      expect(line.yMm, line.text).toBeLessThan(277);
    }
  }
}

function at(page: PdfPage | undefined, text: string) {
  const found = page?.lines.find((line) => line.text.trim() === text);
  expect(found, `a line "${text}"`).toBeDefined();
  return found as NonNullable<typeof found>;
}

/** A cell of a table: its neighbours are too near to be told apart as lines. */
function cell(page: PdfPage | undefined, text: string) {
  const found = page?.items.find((item) => item.text.trim() === text);
  expect(found, `a cell "${text}"`).toBeDefined();
  return found as NonNullable<typeof found>;
}

const centre = (line: { xMm: number; widthMm: number }) => line.xMm + line.widthMm / 2;

describe('the programme', () => {
  const agenda = conference.agenda.map((item, i) => ({
    ...item,
    plannedAt: ['2021-12-24T07:45', '2021-12-25T13:30'][i] ?? null,
  }));

  it('says what comes when and who presents it, without number and signature', async () => {
    const [page, ...others] = (await printed(composeProgramme(sources({ agenda })))).pages;
    expect(others).toEqual([]);
    expect(at(page, 'CHƯƠNG TRÌNH').items[0]).toMatchObject({ fontName: 'Tinos-Bold', sizePt: 16 });
    at(page, 'Hội nghị Ban Chấp hành Đảng bộ xã lần thứ bảy, khóa XIII');
    at(page, '- Thời gian: 07 giờ 30, thứ Sáu, ngày 24 tháng 12 năm 2021.');
    for (const header of ['STT', 'Thời gian', 'Nội dung', 'Người trình bày'])
      expect(cell(page, header).fontName).toBe('Tinos-Bold');
    expect(centre(cell(page, '07 giờ 45'))).toBeCloseTo(centre(cell(page, 'Thời gian')), 0);
    for (const text of ['13 giờ 30', '25/12/2021', 'Phạm Thị Hồng Ân']) cell(page, text);
    expect(page?.text).not.toMatch(/Số |T\/M|Nơi nhận/u);
  });

  it('leaves the times blank that are not planned', async () => {
    expect((await printed(composeProgramme(sources()))).text).not.toMatch(/07 giờ 45/u);
    expect((await printed(composeProgramme(sources({ agenda: [] })))).text).toContain('Chưa có nội dung');
  });
});

describe('the invitation', () => {
  it('has a page with room for a name and one for each who is invited', async () => {
    const pdf = await printed(
      composeInvitation(sources({ invited: 'Đồng chí A, Phó Bí thư Huyện ủy;\n- Bà Đinh Thị B\n' })),
    );
    expect(pdf.pages).toHaveLength(3);
    for (const page of pdf.pages) {
      at(page, 'GIẤY MỜI');
      at(page, 'T/M ĐẢNG ỦY');
      at(page, 'BÍ THƯ');
      at(page, 'Đinh Văn Trường');
      at(page, '- Như trên,');
      at(page, '- Tới dự: Hội nghị Ban Chấp hành Đảng bộ xã lần thứ bảy, khóa XIII.');
      expect(page.lines.some((line) => /^Số +-GM\/ĐU$/u.test(line.text.replaceAll('\u00a0', ' ')))).toBe(
        true,
      );
      expect(page.lines.some((line) => /ngày +tháng +năm 2021$/u.test(line.text))).toBe(true);
      // Each is a paper of its own: no page number.
      expect(page.lines.filter((line) => line.yMm < 20)).toEqual([]);
    }
    const [blank, first, second] = pdf.pages;
    expect(blank?.text).toMatch(/Kính mời:\s*[…\s]{20}/u);
    expect(first?.text).toMatch(/Kính mời:\s*Đồng chí A, Phó Bí thư Huyện ủy\n/u);
    expect(second?.text).toContain('Bà Đinh Thị B');
    const label = first?.items.find((item) => item.text.startsWith('Kính mời'));
    expect(label).toMatchObject({ fontName: 'Tinos-Italic', sizePt: 14 });
  });

  it('is signed by the chair, or the secretary while there is none; other members sign without a title', () => {
    const signed = (changes: Partial<Conference>) => {
      const [paper] = composeInvitation(sources(changes)).papers;
      return paper?.kind === 'document' ? paper.signature : null;
    };
    const secretary = { authority: 'T/M ĐẢNG ỦY', title: 'BÍ THƯ', name: 'Đinh Văn Trường' };
    expect(signed({})).toEqual(secretary);
    expect(signed({ chairId: null })).toEqual(secretary);
    expect(signed({ chairId: 'm3', kind: 'standing_committee' })).toEqual({
      authority: 'T/M BAN THƯỜNG VỤ',
      title: null,
      name: 'Đinh Văn Rếp',
    });
  });

  it('goes out from the body that calls together: a cell for itself, the committee for a congress', () => {
    const paper = (kind: Conference['kind']) => composeInvitation(sources({ kind })).papers[0];
    expect(paper('cell')).toMatchObject({
      head: { parentLine: 'ĐẢNG ỦY XÃ SƠN LIÊN', issuingLine: 'CHI BỘ', symbol: 'GM/CB' },
      recipients: ['Như trên,', 'Lưu chi bộ.'],
      signature: { authority: 'T/M CHI BỘ' },
    });
    for (const kind of ['congress', 'standing_committee'] as const)
      expect(paper(kind)).toMatchObject({
        head: { parentLine: 'ĐẢNG BỘ HUYỆN SƠN TÂY', issuingLine: 'ĐẢNG ỦY XÃ SƠN LIÊN', symbol: 'GM/ĐU' },
        recipients: ['Như trên,', 'Lưu Văn phòng Đảng ủy.'],
      });
    expect(paper('congress')).toMatchObject({ signature: { authority: 'T/M ĐẢNG ỦY' } });
  });

  it('names the agenda where no content was typed', () => {
    const [paper] = composeInvitation(sources({ content: '' })).papers;
    expect(JSON.stringify(paper?.body)).toContain('Phương hướng, mục tiêu, nhiệm vụ và giải pháp năm 2022.');
  });
});

describe('other papers of a congress and of a cell', () => {
  it('have the head of that body', () => {
    const heads = (kind: Conference['kind']) =>
      [
        composeProgramme(sources({ kind })),
        composeSignInSheet(sources({ kind })),
        composeFileIndex(sources({ kind }), []),
      ].map(({ head }) => head.issuingLine);
    expect(new Set(heads('congress'))).toEqual(new Set(['ĐẠI HỘI ĐẢNG BỘ XÃ SƠN LIÊN']));
    expect(new Set(heads('cell'))).toEqual(new Set(['CHI BỘ']));
    expect(new Set(heads('standing_committee'))).toEqual(new Set(['ĐẢNG ỦY XÃ SƠN LIÊN']));
  });
});

describe('the sign-in sheet', () => {
  /** Rules across the sheet, top to bottom, in mm. */
  const rows = (page: PdfPage | undefined) => {
    const across = (page?.rules ?? []).filter((rule) => Math.abs(rule.y1Mm - rule.y2Mm) < 0.01);
    return [...new Set(across.map((rule) => Number(rule.y1Mm.toFixed(1))))].sort((a, b) => a - b);
  };

  it('has the roll in its order, room to sign, and the invited apart', async () => {
    const [page, ...others] = (await printed(composeSignInSheet(sources()))).pages;
    expect(others.length).toBeLessThan(2);
    at(page, 'DANH SÁCH ĐẠI BIỂU KÝ TÊN');
    const names = page?.lines.filter((line) => members.some((member) => member.fullName === line.text)) ?? [];
    expect(names.map((line) => line.text)).toEqual(members.slice(0, names.length).map((one) => one.fullName));
    const all = [page, ...others].map((one) => one?.text).join('\n');
    expect(all.indexOf('II- Đại biểu mời dự')).toBeGreaterThan(all.indexOf('Đinh Thị Yến'));
    expect(all).toContain('Vắng có lý do');
    expect(all).toContain('nghỉ ốm');
    const heights = names.slice(1).map((line, i) => line.yMm - (names[i]?.yMm ?? 0));
    for (const height of heights) expect(height).toBeGreaterThanOrEqual(9);
    const lines = rows(page);
    expect(lines.length).toBeGreaterThan(names.length);
  });

  it('leaves 33 mm to sign and repeats its header on every page, in one numbering', async () => {
    const attendance = Array.from({ length: 60 }, (_, i) =>
      presentEntry(`r${i}`, { fullName: `Đại biểu thứ ${i + 1}`, title: 'Đảng viên' }),
    );
    const pdf = await printed(composeSignInSheet(sources({ attendance, invited: '' })));
    expect(pdf.pages.length).toBeGreaterThan(2);
    for (const [i, page] of pdf.pages.entries()) {
      for (const header of ['STT', 'Họ và tên', 'Chức vụ', 'Ký tên', 'Ghi chú']) cell(page, header);
      if (i > 0) expect(at(page, String(i + 1)).yMm).toBeLessThan(20);
    }
    const upright = new Set(
      pdf.pages[0]?.rules
        .filter((rule) => Math.abs(rule.x1Mm - rule.x2Mm) < 0.01)
        .map((rule) => Number(rule.x1Mm.toFixed(1))),
    );
    const edges = [...upright].sort((a, b) => a - b);
    const sign = cell(pdf.pages[0], 'Ký tên');
    const left = edges.findLast((x) => x < centre(sign)) ?? 0;
    const right = edges.find((x) => x > centre(sign)) ?? 0;
    expect(right - left).toBeCloseTo(33, 0);
    expect(pdf.text.match(/Đại biểu thứ \d+/gu)).toEqual(attendance.map((entry) => entry.fullName));
    expect(pdf.text).not.toContain('I- Đại biểu chính thức');
  });

  it('says what is known of who will not sign', () => {
    const [first, second, third, fourth] = conference.attendance;
    if (!first || !second || !third || !fourth) throw new Error('no roll');
    const attendance = [
      { ...first, state: 'absent' as const, reason: '' },
      { ...second, state: 'replaced' as const, substitute: 'Lê Văn C' },
      { ...third, arrivedItemId: 'a2', leftItemId: null },
      { ...fourth, arrivedItemId: null, leftItemId: 'a2' },
    ];
    const [table] = composeSignInSheet(sources({ attendance, invited: '' })).body;
    const notes = table?.kind === 'table' ? table.rows.map((row) => row.at(-1)) : [];
    expect(notes).toEqual(['Vắng', 'Đ/c Lê Văn C dự thay', 'Đến muộn', 'Về sớm']);
  });
});

describe('the counting record', () => {
  const election: Election = {
    id: 'e1',
    itemId: 'a1',
    title: 'Bầu bổ sung Ủy viên Ban Thường vụ Đảng ủy',
    seats: 2,
    members: 15,
    present: 13,
    issued: 13,
    collected: 13,
    invalid: 1,
    headTeller: 'Đinh Văn Lập',
    tellers: 'Đinh Thị Yến, Thư ký\nVõ Thành Long',
    candidates: [
      { fullName: 'Đinh Văn Ót', title: 'Đảng ủy viên', votes: 3 },
      { fullName: 'Lê Thị Kim Chi', title: 'Đảng ủy viên', votes: 12 },
      { fullName: 'Đinh Văn Sưu', title: '', votes: 9 },
    ],
  };

  it('has tellers, ballots, everybody by votes, who was elected, and two signatures', async () => {
    const pdf = await printed(composeCountingRecords(sources(), [election]));
    const [page] = pdf.pages;
    expect(at(page, 'BIÊN BẢN KIỂM PHIẾU').items[0]?.fontName).toBe('Tinos-Bold');
    at(page, 'bầu bổ sung Ủy viên Ban Thường vụ Đảng ủy');
    for (const line of [
      '- Đồng chí Đinh Văn Lập, Trưởng ban;',
      '- Đồng chí Đinh Thị Yến, Thư ký;',
      '- Đồng chí Võ Thành Long, thành viên.',
      '- Tổng số ủy viên: 15 đồng chí.',
      '- Số phiếu phát ra: 13 phiếu.',
      '- Số phiếu thu về: 13 phiếu.',
      '- Số phiếu hợp lệ: 12 phiếu.',
      '- Số phiếu không hợp lệ: 01 phiếu.',
    ])
      at(page, line);
    const solid = pdf.text.replace(/\s+/gu, ' ');
    expect(solid).toMatch(
      /1 Lê Thị Kim Chi Đảng ủy viên 12 80 Trúng cử 2 Đinh Văn Sưu 09 60 Trúng cử 3 Đinh/u,
    );
    expect(solid).toContain('02 đồng chí trúng cử:');
    expect(solid).toContain('2. Đồng chí Đinh Văn Sưu: 09 phiếu, đạt 60% tổng số ủy viên.');
    const last = pdf.pages.at(-1);
    const [left, right] = [at(last, 'THƯ KÝ'), at(last, 'T/M BAN KIỂM PHIẾU')];
    expect(left.yMm).toBeCloseTo(right.yMm, 1);
    expect(centre(left)).toBeLessThan(105);
    expect(centre(right)).toBeGreaterThan(120);
    const names = last?.lines.filter((line) => ['Đinh Thị Yến', 'Đinh Văn Lập'].includes(line.text.trim()));
    expect(names?.map((line) => line.items[0]?.fontName)).toEqual(['Tinos-Bold', 'Tinos-Bold']);
    expect(names?.[0]?.yMm).toBeCloseTo(names?.[1]?.yMm ?? 0, 1);
    expect(pdf.text).not.toContain('Số -');
  });

  it('tells of nobody elected, and of a last seat that is still open', async () => {
    const [lee, one, two] = [12, 9, 9].map((votes, i) => ({ fullName: `Người ${i}`, title: '', votes }));
    if (!lee || !one || !two) throw new Error('no candidates');
    const pdf = await printed(
      composeCountingRecords(sources(), [
        { ...election, candidates: [{ ...lee, votes: 2 }] },
        { ...election, candidates: [lee, one, two], headTeller: '', tellers: '' },
      ]),
    );
    expect(pdf.text).toContain('không có đồng chí nào đủ số phiếu');
    const solid = pdf.text.replace(/\s+/gu, ' ');
    expect(solid).toContain('Đồng chí Người 1, đồng chí Người 2 bằng số phiếu ở vị trí cuối cùng');
    expect(solid).toMatch(/01 đồng chí trúng cử: 1\. Đồng chí Người 0: 12 phiếu/u);
  });
});
