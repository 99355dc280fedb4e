import { twoDigits } from '../../text/quantities.ts';
import type { BodyName } from '../organisation/schema.ts';
import type { DocumentType } from './schema.ts';

/** The name of the type as printed (domain 2.1). */
export const typeNames: Record<DocumentType, string> = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  KL: 'Kết luận',
  TB: 'Thông báo',
  BC: 'Báo cáo',
  KH: 'Kế hoạch',
  CTr: 'Chương trình',
  TTr: 'Tờ trình',
  CV: 'Công văn',
};

/** "05-NQ/ĐU": a number below ten carries a zero; "-NQ/ĐU" before it has one (HD 05, number and symbol). */
export function documentCode(number: number | null, type: DocumentType, bodySymbol: string): string {
  return `${number === null ? '' : twoDigits(number)}-${type}/${bodySymbol}`;
}

/** A committee is a collective: its documents are signed T/M (domain 1.3); the rest of the line can be edited. */
export function defaultAuthority(): string {
  return 'T/M ĐẢNG ỦY';
}

/** Customary in resolutions of the executive committee; not part of the guideline, so it can be emptied. */
export function defaultOpeningLine(type: DocumentType, name: Pick<BodyName, 'committeeName'>): string {
  return type === 'NQ' ? `${name.committeeName} quyết nghị:`.toUpperCase() : '';
}

/** A subject to start from; the clerk writes the rest. */
export function defaultSubject(type: DocumentType, date: string): string {
  return type === 'NQ' ? `về phương hướng, nhiệm vụ năm ${Number(date.slice(0, 4)) + 1}` : 'về …';
}

/** Who usually gets a document of the committee; the superior is that of the document's day. */
export function defaultRecipients(name: Pick<BodyName, 'superiorLevel'>): string[] {
  const superior = name.superiorLevel.charAt(0).toUpperCase() + name.superiorLevel.slice(1);
  return [
    `Ban Thường vụ ${superior} ủy (để báo cáo)`,
    'Các chi bộ trực thuộc',
    'Các đồng chí Đảng ủy viên',
    'Lưu Văn phòng Đảng ủy',
  ];
}
