import type { BodyName } from '../organisation/schema.ts';
import type { Regime } from '../print/profile.ts';
import type { DocumentType } from './types.ts';

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

const every: readonly DocumentType[] = [
  ...(['NQ', 'QĐ', 'KL', 'TB', 'BC', 'KH', 'CTr', 'ĐA', 'PA', 'TTr', 'CV', 'BB'] as const),
  // Papers of the office, which nobody's powers are about.
  ...(['GM', 'GGT', 'GCN', 'GĐĐ', 'GNP', 'PC', 'PG', 'ThC'] as const),
];

/** What a grassroots body may issue by Quy định 399, Điều 11 and 13 (domain 2.2, from one source). */
const powers: Partial<Record<Issuer, readonly DocumentType[]>> = {
  committee: [...every, 'QC', 'QyĐ'],
  standing: [...every, 'QyĐ', 'HD'],
  cell: [...every, 'QC'],
};

/** What each body mostly writes: offered before the other types. */
const usual: Record<Issuer, readonly DocumentType[]> = {
  committee: ['NQ', 'QĐ', 'KL', 'CTr', 'KH', 'BC', 'TB', 'TTr', 'QC', 'QyĐ', 'CV'],
  standing: ['QĐ', 'KL', 'TB', 'KH', 'BC', 'HD', 'TTr', 'CV', 'NQ', 'GM'],
  congress: ['NQ', 'BC', 'BB', 'TB'],
  office: ['CV', 'TB', 'BC', 'KH', 'TTr', 'GM', 'GGT', 'PC', 'PG'],
  inspection: ['KH', 'QĐ', 'TB', 'BC', 'KL', 'TTr', 'CV'],
  cell: ['NQ', 'BC', 'KH', 'BB', 'TTr'],
  council: ['NQ', 'BC', 'TB', 'KH', 'TTr', 'GM', 'BB'],
  government: ['QĐ', 'KH', 'BC', 'TTr', 'TB', 'CV', 'CTr', 'GM'],
};

export function usualTypes(issuer: Issuer): readonly DocumentType[] {
  return usual[issuer];
}

/** Whether the rule known to us gives the body that type. Only ever a warning: newer communes may have wider powers. */
export function isWithinPowers(issuer: Issuer, type: DocumentType): boolean {
  return powers[issuer]?.includes(type) ?? true;
}
