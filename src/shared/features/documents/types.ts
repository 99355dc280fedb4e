import type { Regime } from '../../paper/profile.ts';

/** How a type is laid out: with its name in the middle, or as a letter whose subject stands under the number. */
type Form = 'document' | 'letter';
type TypeInfo = { name: string; symbol: string; stateSymbol?: string; form?: Form };

/**
 * The types of Quy định 399 that a commune committee can meet (domain 2.1), by our own key: "quy định" and "quyết định"
 * print the same symbol. Not here: what only the Centre issues (Cương lĩnh, Điều lệ, chiến lược).
 */
export const typeInfo = {
  NQ: { name: 'Nghị quyết', symbol: 'NQ' },
  QĐ: { name: 'Quyết định', symbol: 'QĐ' },
  CT: { name: 'Chỉ thị', symbol: 'CT' },
  KL: { name: 'Kết luận', symbol: 'KL' },
  QC: { name: 'Quy chế', symbol: 'QC' },
  QyĐ: { name: 'Quy định', symbol: 'QĐ', stateSymbol: 'QyĐ' },
  TT: { name: 'Thông tri', symbol: 'TT' },
  HD: { name: 'Hướng dẫn', symbol: 'HD' },
  TB: { name: 'Thông báo', symbol: 'TB' },
  TC: { name: 'Thông cáo', symbol: 'TC' },
  TBố: { name: 'Tuyên bố', symbol: 'TBố' },
  LKG: { name: 'Lời kêu gọi', symbol: 'LKG' },
  BC: { name: 'Báo cáo', symbol: 'BC' },
  KH: { name: 'Kế hoạch', symbol: 'KH' },
  QH: { name: 'Quy hoạch', symbol: 'QH' },
  CTr: { name: 'Chương trình', symbol: 'CTr' },
  ĐA: { name: 'Đề án', symbol: 'ĐA' },
  PA: { name: 'Phương án', symbol: 'PA' },
  DA: { name: 'Dự án', symbol: 'DA' },
  TTr: { name: 'Tờ trình', symbol: 'TTr' },
  CV: { name: 'Công văn', symbol: 'CV', form: 'letter' },
  BB: { name: 'Biên bản', symbol: 'BB' },
  GM: { name: 'Giấy mời', symbol: 'GM' },
  GGT: { name: 'Giấy giới thiệu', symbol: 'GGT' },
  GCN: { name: 'Giấy chứng nhận', symbol: 'GCN' },
  GĐĐ: { name: 'Giấy đi đường', symbol: 'GĐĐ' },
  GNP: { name: 'Giấy nghỉ phép', symbol: 'GNP' },
  PC: { name: 'Phiếu chuyển', symbol: 'PC' },
  PG: { name: 'Phiếu gửi', symbol: 'PG' },
  ThC: { name: 'Thư công', symbol: 'ThC' },
} as const satisfies Record<string, TypeInfo>;

export type DocumentType = keyof typeof typeInfo;
export const documentTypes = Object.keys(typeInfo) as [DocumentType, ...DocumentType[]];

/** The name of the type as printed. */
export function typeName(type: DocumentType): string {
  return typeInfo[type].name;
}

export function isLetter(type: DocumentType): boolean {
  return (typeInfo[type] as TypeInfo).form === 'letter';
}

/** "NQ"; "QĐ" for a quy định of the Party, "QyĐ" for one of the state (domain 2.1, 2.4). */
export function typeSymbol(type: DocumentType, regime: Regime): string {
  const info: TypeInfo = typeInfo[type];
  return (regime === 'state' && info.stateSymbol) || info.symbol;
}
