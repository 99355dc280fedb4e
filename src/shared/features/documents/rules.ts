import type { BodyName } from '../organisation/schema.ts';
import type { DocumentType } from './types.ts';

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
