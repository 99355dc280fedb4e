import type { Regime } from '../../paper/profile.ts';
import type { BodyName } from './schema.ts';

/** Who issues a document: the committee itself, its standing committee, or a body beside them. */
export const issuers = [
  'committee',
  'standing',
  'congress',
  'office',
  'inspection',
  'cell',
  'council',
  'government',
] as const;
export type Issuer = (typeof issuers)[number];

/** What a body prints: the two lines of the head, its symbol, and how it is signed for. */
export type IssuerLines = {
  /** Empty: none. */
  parentLine: string;
  /** A line break is kept. */
  issuingLine: string;
  symbol: string;
  /** "T/M ĐẢNG ỦY"; empty where the head of the body signs directly. */
  authority: string;
  /** "BÍ THƯ"; empty: the name alone. */
  signerTitle: string;
};

export function regimeOf(issuer: Issuer): Regime {
  return issuer === 'council' || issuer === 'government' ? 'state' : 'party';
}

/** The lines that follow from the organisation's names on that day, each unless the office wrote its own. */
export function issuerLines(name: BodyName, issuer: Issuer): IssuerLines {
  const derived = derivedLines(name, issuer);
  const { parentLine, issuingLine, symbol, authority, signerTitle } = name.issuers[issuer] ?? {};
  return {
    parentLine: parentLine ?? derived.parentLine,
    issuingLine: issuingLine ?? derived.issuingLine,
    symbol: symbol ?? derived.symbol,
    authority: authority ?? derived.authority,
    signerTitle: signerTitle ?? derived.signerTitle,
  };
}

/** What a body prints by its kind and the names of the committee (domain 1.3, 2.4). */
export function derivedLines(
  name: Pick<BodyName, 'name' | 'parentLine' | 'issuingLine' | 'symbol'>,
  issuer: Issuer,
): IssuerLines {
  const { parentLine, issuingLine, symbol } = name;
  const place = name.name.replace(/^đảng (?:ủy|uỷ)\s+/iu, '').toUpperCase();
  switch (issuer) {
    case 'committee':
      return { parentLine, issuingLine, symbol, authority: 'T/M ĐẢNG ỦY', signerTitle: 'BÍ THƯ' };
    case 'standing':
      return { parentLine, issuingLine, symbol, authority: 'T/M BAN THƯỜNG VỤ', signerTitle: 'BÍ THƯ' };
    case 'congress':
      return {
        parentLine,
        issuingLine: `ĐẠI HỘI ĐẢNG BỘ ${place}`,
        symbol: 'ĐH',
        authority: 'T/M ĐOÀN CHỦ TỊCH',
        signerTitle: '',
      };
    case 'office':
      return below(issuingLine, 'VĂN PHÒNG', `VP${symbol}`, '', 'CHÁNH VĂN PHÒNG');
    case 'inspection':
      return below(issuingLine, 'ỦY BAN KIỂM TRA', `UBKT${symbol}`, 'T/M ỦY BAN KIỂM TRA', 'CHỦ NHIỆM');
    case 'cell':
      return below(issuingLine, 'CHI BỘ', 'CB', 'T/M CHI BỘ', 'BÍ THƯ');
    case 'council':
      return below('', `HỘI ĐỒNG NHÂN DÂN\n${place}`, 'HĐND', 'TM. HỘI ĐỒNG NHÂN DÂN', 'CHỦ TỊCH');
    case 'government':
      return below('', `ỦY BAN NHÂN DÂN\n${place}`, 'UBND', 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH');
  }
}

function below(
  parentLine: string,
  issuingLine: string,
  symbol: string,
  authority: string,
  signerTitle: string,
): IssuerLines {
  return { parentLine, issuingLine, symbol, authority, signerTitle };
}
