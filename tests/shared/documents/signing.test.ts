import { describe, expect, test } from 'vitest';
import { isHead, signatureOf, signaturesOf } from '#shared/features/documents/signing.ts';
import { type Issuer, issuerLines, issuers, regimeOf } from '#shared/features/organisation/issuers.ts';
import { namesFromSetup } from '#shared/features/organisation/rules.ts';
import type { PositionRole } from '#shared/features/organisation/schema.ts';

const name = {
  id: 'x',
  ...namesFromSetup({
    commune: 'xã Sơn Liên',
    superior: 'tỉnh Quảng Ngãi',
    placeName: 'Sơn Liên',
    termOrdinal: 1,
    termStartsOn: '2025-07-01',
  }),
};
const party = { onBehalf: 'T/M', deputy: 'K/T', byOrder: 'T/L', acting: 'Q.' };
const state = { onBehalf: 'TM.', deputy: 'KT.', byOrder: 'TL.', acting: 'Q.' };

function signing(issuer: Issuer) {
  return {
    issuer,
    lines: issuerLines(name, issuer),
    words: regimeOf(issuer) === 'state' ? state : party,
  };
}

/** As on paper: authority line by line, then the title. */
function by(issuer: Issuer, title: string, role: PositionRole = 'member'): string {
  const signature = signatureOf(signing(issuer), { role, title });
  return [...signature.authority.split('\n'), signature.title].filter(Boolean).join(' / ');
}

describe('the signature by rule', () => {
  test.each([
    ['committee', 'Bí thư Đảng ủy', 'secretary', 'T/M ĐẢNG ỦY / BÍ THƯ'],
    ['committee', 'Phó Bí thư Đảng ủy, Chủ tịch UBND xã', 'deputy', 'T/M ĐẢNG ỦY / PHÓ BÍ THƯ'],
    ['standing', 'Bí thư Đảng ủy', 'secretary', 'T/M BAN THƯỜNG VỤ / BÍ THƯ'],
    ['standing', 'Phó Bí thư Thường trực Đảng ủy', 'deputy', 'T/M BAN THƯỜNG VỤ / PHÓ BÍ THƯ'],
    ['standing', 'Đảng ủy viên, Chánh Văn phòng Đảng ủy', 'member', 'T/L BAN THƯỜNG VỤ / CHÁNH VĂN PHÒNG'],
    [
      'standing',
      'Phó Chánh Văn phòng Đảng ủy',
      'member',
      'T/L BAN THƯỜNG VỤ / K/T CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG',
    ],
    ['committee', 'Đảng ủy viên', 'member', 'T/M ĐẢNG ỦY'],
    ['congress', 'Bí thư Đảng ủy', 'secretary', 'T/M ĐOÀN CHỦ TỊCH'],
    ['office', 'Chánh Văn phòng Đảng ủy', 'member', 'CHÁNH VĂN PHÒNG'],
    ['office', 'Phó Chánh Văn phòng Đảng uỷ', 'member', 'K/T CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG'],
    ['inspection', 'Chủ nhiệm UBKT Đảng ủy', 'standing', 'T/M ỦY BAN KIỂM TRA / CHỦ NHIỆM'],
    ['inspection', 'Đảng ủy viên, Phó Chủ nhiệm UBKT', 'member', 'T/M ỦY BAN KIỂM TRA / PHÓ CHỦ NHIỆM'],
    ['cell', 'Đảng ủy viên, Bí thư Chi bộ thôn Đắk Đrang', 'member', 'T/M CHI BỘ / BÍ THƯ'],
    ['cell', 'Phó Bí thư Chi bộ', 'member', 'T/M CHI BỘ / PHÓ BÍ THƯ'],
    ['council', 'Bí thư Đảng ủy, Chủ tịch HĐND xã', 'secretary', 'TM. HỘI ĐỒNG NHÂN DÂN / CHỦ TỊCH'],
    ['government', 'Phó Bí thư Đảng ủy, Chủ tịch UBND xã', 'deputy', 'TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH'],
    [
      'government',
      'Đảng ủy viên, Phó Chủ tịch Ủy ban nhân dân xã',
      'member',
      'TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH',
    ],
  ] as const)('%s, %s', (issuer, title, role, expected) => {
    expect(by(issuer, title, role)).toBe(expected);
  });

  test('is the head’s where nothing is known of the signer', () => {
    for (const issuer of issuers)
      expect(signatureOf(signing(issuer), null)).toEqual(signaturesOf(signing(issuer))[0]);
  });

  test('never says K/T for a collective of the Party', () => {
    for (const issuer of ['committee', 'congress', 'inspection', 'cell'] as const) {
      const own = signaturesOf(signing(issuer)).filter(({ way }) => way !== 'byOrder');
      expect(own.filter(({ authority }) => authority.includes('K/T'))).toEqual([]);
    }
  });

  test('each choice is one of its own, for every body', () => {
    for (const issuer of issuers) {
      const keys = signaturesOf(signing(issuer)).map(({ authority, title }) => `${authority}|${title}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('an acting head signs as the head does, with Q. before the title', () => {
    const acting = (issuer: Issuer) => signaturesOf(signing(issuer)).find(({ way }) => way === 'acting');
    expect(acting('committee')).toMatchObject({ authority: 'T/M ĐẢNG ỦY', title: 'Q. BÍ THƯ' });
    expect(acting('office')).toMatchObject({ authority: '', title: 'Q. CHÁNH VĂN PHÒNG' });
  });
});

test('the presidium is headed by the secretary', () => {
  expect(isHead('congress', { role: 'secretary', title: 'Bí thư Đảng ủy' })).toBe(true);
  expect(isHead('office', { role: 'secretary', title: 'Bí thư Đảng ủy' })).toBe(false);
});
