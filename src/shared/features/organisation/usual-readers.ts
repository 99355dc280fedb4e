import { type Issuer, regimeOf } from './issuers.ts';
import { communeLevel, superiorWords } from './rules.ts';
import type { BodyName } from './schema.ts';

/** What an issuer's subordinate or equal calls the superior: "Tỉnh ủy", "Thành ủy", of the state "tỉnh", "thành phố". */
export function superiorOf(issuer: Issuer, name: Pick<BodyName, 'superiorLevel'>): string {
  const { state, party } = superiorWords(name);
  return regimeOf(issuer) === 'state' ? state : `${party} ủy`;
}

/** Who gets a document of that body, as a rule; the last line says where it is kept. */
export function usualReaders(issuer: Issuer, name: Pick<BodyName, 'name' | 'superiorLevel'>): string[] {
  const superior = superiorOf(issuer, name);
  const level = communeLevel(name.name);
  switch (issuer) {
    case 'committee':
      return [
        `Ban Thường vụ ${superior} (để báo cáo)`,
        'Các chi bộ trực thuộc',
        'Các đồng chí Đảng ủy viên',
        'Lưu Văn phòng Đảng ủy',
      ];
    case 'standing':
      return [
        `Ban Thường vụ ${superior} (để báo cáo)`,
        'Các chi bộ trực thuộc',
        'Các đồng chí Ủy viên Ban Thường vụ Đảng ủy',
        'Lưu Văn phòng Đảng ủy',
      ];
    case 'congress':
      return [
        `Ban Thường vụ ${superior} (để báo cáo)`,
        'Các chi bộ trực thuộc',
        'Các đại biểu dự Đại hội',
        'Lưu Văn phòng Đảng ủy',
      ];
    case 'office':
      return ['Thường trực Đảng ủy (để báo cáo)', 'Các chi bộ trực thuộc', 'Lưu Văn phòng Đảng ủy'];
    case 'inspection':
      return [
        `Ủy ban Kiểm tra ${superior} (để báo cáo)`,
        'Ban Thường vụ Đảng ủy (để báo cáo)',
        'Các chi bộ trực thuộc',
        'Lưu Ủy ban Kiểm tra Đảng ủy',
      ];
    case 'cell':
      return ['Ban Thường vụ Đảng ủy (để báo cáo)', 'Các đồng chí đảng viên trong chi bộ', 'Lưu chi bộ'];
    case 'council':
      return [
        `Thường trực Hội đồng nhân dân ${superior} (để báo cáo)`,
        'Thường trực Đảng ủy',
        `Ủy ban nhân dân ${level}`,
        `Các vị đại biểu Hội đồng nhân dân ${level}`,
        'Lưu: VT',
      ];
    case 'government':
      return [
        `Ủy ban nhân dân ${superior} (để báo cáo)`,
        'Thường trực Đảng ủy',
        `Thường trực Hội đồng nhân dân ${level}`,
        `Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân ${level}`,
        'Lưu: VT',
      ];
  }
}
