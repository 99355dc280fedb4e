import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultBody } from '#shared/features/documents/outlines.ts';
import { usualTypes } from '#shared/features/documents/powers.ts';
import {
  defaultOpeningLine,
  defaultSubject,
  insertLine,
  isArchiveLine,
  isConferenceBasis,
  moveYears,
} from '#shared/features/documents/rules.ts';
import { documentTypes } from '#shared/features/documents/types.ts';
import {
  defaultAddressees,
  defaultBases,
  defaultRecipients,
} from '#shared/features/documents/usual-lines.ts';
import { issuers } from '#shared/features/organisation/issuers.ts';
import { namesFromSetup } from '#shared/features/organisation/rules.ts';
import { superiorOf } from '#shared/features/organisation/usual-readers.ts';
import { bareItem } from '#shared/paper/bare-item.ts';
import { bodyText } from '#shared/text-model/body.ts';

const names = {
  name: 'Đảng ủy xã Sơn Liên',
  superiorLevel: 'tỉnh',
  committeeName: 'Ban Chấp hành Đảng bộ xã',
  standingName: 'Ban Thường vụ Đảng ủy xã',
};

describe('what an office usually puts in', () => {
  test('opening lines name who decides', () => {
    expect(defaultOpeningLine('committee', 'NQ', names)).toBe('BAN CHẤP HÀNH ĐẢNG BỘ XÃ QUYẾT NGHỊ:');
    expect(defaultOpeningLine('standing', 'QĐ', names)).toBe('BAN THƯỜNG VỤ ĐẢNG ỦY XÃ QUYẾT ĐỊNH:');
    expect(defaultOpeningLine('congress', 'NQ', names)).toBe('ĐẠI HỘI QUYẾT NGHỊ:');
    expect(defaultOpeningLine('government', 'QĐ', names)).toBe('QUYẾT ĐỊNH:');
    expect(defaultOpeningLine('committee', 'BC', names)).toBe('');
  });

  test('a letter and a submission are addressed, and their recipients begin with "Như trên"', () => {
    expect(defaultAddressees('committee', 'TTr', names)).toEqual(['Ban Thường vụ Tỉnh ủy']);
    expect(defaultAddressees('government', 'TTr', names)).toEqual(['Hội đồng nhân dân xã']);
    expect(defaultAddressees('office', 'CV', names)).toEqual(['…']);
    expect(defaultAddressees('committee', 'NQ', names)).toEqual([]);
    expect(defaultRecipients('office', 'CV', names)).toEqual(['Như trên', 'Lưu Văn phòng Đảng ủy']);
    expect(defaultRecipients('government', 'TTr', names)).toEqual(['Như trên', 'Lưu: VT']);
    expect(defaultRecipients('cell', 'BB', names)).toEqual([]);
  });

  test('bases follow the body and the day', () => {
    expect(defaultBases('committee', 'NQ', '2021-12-24')).toEqual(['Căn cứ Điều lệ Đảng']);
    expect(defaultBases('committee', 'BC', '2021-12-24')).toEqual([]);
    expect(defaultBases('council', 'NQ', '2021-12-24')[0]).toContain('2015');
    expect(defaultBases('council', 'NQ', '2025-04-01')[0]).toContain('19 tháng 02 năm 2025');
    expect(defaultBases('council', 'NQ', '2026-01-05')[0]).toContain('16 tháng 6 năm 2025');
  });

  test.each(issuers)('of %s always says where the document is kept, last', (issuer) => {
    for (const type of documentTypes) {
      const lines = defaultRecipients(issuer, type, names);
      expect(lines.map(isArchiveLine)).toEqual(lines.map((_, at) => at === lines.length - 1));
      expect(defaultSubject(issuer, type, '2021-12-24')).not.toBe('');
    }
    expect(new Set(usualTypes(issuer)).size).toBe(usualTypes(issuer).length);
  });

  test('a plan has its sections, a decision its articles, a letter nothing', () => {
    expect(bodyText(defaultBody('committee', 'KH'))).toContain('Mục đích, yêu cầu');
    expect(bodyText(defaultBody('standing', 'QĐ'))).toContain('Điều 3. Quyết định này có hiệu lực');
    expect(bodyText(defaultBody('committee', 'QC'))).toContain(
      'Điều 1. Phạm vi điều chỉnh, đối tượng áp dụng\n…\nĐiều 2.',
    );
    expect(bodyText(defaultBody('council', 'NQ'))).toContain('Điều 1.');
    expect(bodyText(defaultBody('office', 'CV'))).toBe('');
  });
});

describe('the years of an earlier subject', () => {
  test('move on by as many years as lie between', () => {
    expect(moveYears('về phương hướng, nhiệm vụ năm 2022', '2021-12-24', '2022-12-20')).toBe(
      'về phương hướng, nhiệm vụ năm 2023',
    );
    expect(moveYears('kết quả năm 2021, nhiệm vụ năm 2022', '2021-12-24', '2023-01-05')).toBe(
      'kết quả năm 2023, nhiệm vụ năm 2024',
    );
  });

  test('stay where they are part of a term, a day or a number', () => {
    for (const subject of [
      'thực hiện Nghị quyết Đại hội, nhiệm kỳ 2021 - 2026',
      'giai đoạn 2021–2022',
      'ngày 24/12/2021',
      'Nghị quyết số 12/2021/NQ-HĐND',
      'về công tác năm 2019',
    ])
      expect(moveYears(subject, '2021-12-24', '2022-12-24')).toBe(subject);
  });

  test('never change a text without years, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string().map((text) => text.replace(/\d/gu, '')),
        (text) => {
          expect(moveYears(text, '2021-12-24', '2022-12-24')).toBe(text);
        },
      ),
    );
  });
});

test('a basis that is a conference is told from others', () => {
  expect(isConferenceBasis('Căn cứ kết quả Hội nghị Ban Chấp hành Đảng bộ xã lần thứ bảy, khóa XIII')).toBe(
    true,
  );
  expect(isConferenceBasis('Căn cứ kết quả công tác năm 2021')).toBe(false);
});

describe('a usual line', () => {
  const usual = ['Thường trực Tỉnh ủy', 'Các chi bộ', 'Các đồng chí ủy viên', 'Lưu VPĐU'];

  test('goes where the usual order has it', () => {
    expect(insertLine(['Thường trực Tỉnh ủy', 'Lưu VPĐU'], 'Các chi bộ', usual)).toEqual([
      'Thường trực Tỉnh ủy',
      'Các chi bộ',
      'Lưu VPĐU',
    ]);
    expect(insertLine(['Nơi khác', '- Lưu: VT'], 'Các chi bộ', usual)).toEqual([
      'Nơi khác',
      'Các chi bộ',
      '- Lưu: VT',
    ]);
  });

  test('however many are put in, each is there once, in the usual order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...usual)), (picked) => {
        const lines = picked.reduce<string[]>((before, line) => insertLine(before, line, usual), []);
        expect(lines).toEqual(usual.filter((line) => picked.includes(line)));
      }),
    );
  });
});

describe('the items of a list', () => {
  test.each([
    ['- Ban A;', 'Ban A'],
    ['Ban B.,', 'Ban B'],
    ['quyết;;', 'quyết'],
    ['Lưu VPĐU./.', 'Lưu VPĐU'],
    ['các hội, v.v.', 'các hội, v.v.'],
    ['các hội, v.v.;', 'các hội, v.v.'],
    ['và nơi khác...', 'và nơi khác...'],
    ['Ban C', 'Ban C'],
  ])('%s is %s', (typed, bare) => {
    expect(bareItem(typed)).toBe(bare);
  });
});

describe('the names of the first start', () => {
  const setup = { placeName: 'X', termOrdinal: 1, termStartsOn: '2025-07-01' };
  test.each([
    ['đặc khu Phú Quý', 'tỉnh Lâm Đồng', 'đặc khu', 'Tỉnh ủy', 'tỉnh'],
    ['thị trấn Di Lăng', 'huyện Sơn Hà', 'thị trấn', 'Huyện ủy', 'huyện'],
    ['phường Phú Xuân', 'thành phố Huế', 'phường', 'Thành ủy', 'thành phố'],
    ['Xã Sơn Liên', 'Tỉnh Quảng Ngãi', 'xã', 'Tỉnh ủy', 'tỉnh'],
    ['xã Bình Châu', 'thị xã Ba Đồn', 'xã', 'Thị ủy', 'thị xã'],
  ])('%s, %s', (commune, superior, level, party, state) => {
    const name = namesFromSetup({ ...setup, commune, superior });
    expect(name.committeeName).toBe(`Ban Chấp hành Đảng bộ ${level}`);
    expect(superiorOf('committee', name)).toBe(party);
    expect(superiorOf('government', name)).toBe(state);
  });
});
