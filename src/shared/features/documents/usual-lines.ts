import { type Issuer, regimeOf } from '../organisation/issuers.ts';
import { communeLevel } from '../organisation/rules.ts';
import type { BodyName } from '../organisation/schema.ts';
import { superiorOf, usualReaders } from '../organisation/usual-readers.ts';
import { isAddressed } from './rules.ts';
import { type DocumentType, typeOf } from './types.ts';

type Named = Pick<BodyName, 'name' | 'superiorLevel'>;

const statutes = 'Căn cứ Điều lệ Đảng';

/** What each body bases its decisions on, before anything particular. */
const partyBases: Partial<Record<Issuer, readonly string[]>> = {
  committee: [statutes],
  standing: [statutes],
  congress: [statutes],
  cell: [statutes],
  inspection: [statutes, 'Căn cứ chức năng, nhiệm vụ của Ủy ban Kiểm tra Đảng ủy'],
  office: ['Căn cứ chức năng, nhiệm vụ của Văn phòng Đảng ủy'],
};

/** The law on local government in force from that day on, newest first. */
const localGovernmentLaws: readonly { from: string; line: string }[] = [
  { from: '2025-06-16', line: 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025' },
  { from: '2025-03-01', line: 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025' },
  { from: '2016-01-01', line: 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015' },
];

/** The legal bases that a document of that body usually begins with on that day. */
export function defaultBases(issuer: Issuer, type: DocumentType, date: string): string[] {
  if (typeOf(type).bases !== 'usual') return [];
  if (regimeOf(issuer) === 'party') return [...(partyBases[issuer] ?? [])];
  const law = localGovernmentLaws.find(({ from }) => from <= date);
  return law ? [law.line] : [];
}

/** Whether the conference that adopted it is named among the bases. */
export function restsOnConference(type: DocumentType): boolean {
  return typeOf(type).bases !== 'none';
}

/**
 * The recipients to start from; where addressees stand on top, the first line only points at them (domain 1.2, 9c). Where a
 * second signature takes their place there are none (domain 1.6).
 */
export function defaultRecipients(issuer: Issuer, type: DocumentType, name: Named): string[] {
  if (typeOf(type).alsoSigns[regimeOf(issuer)]) return [];
  const readers = usualReaders(issuer, name);
  return isAddressed(type) ? ['Như trên', ...readers.slice(-1)] : readers;
}

/** Whom a submission of that body goes to; a letter goes to anybody. */
export function defaultAddressees(issuer: Issuer, type: DocumentType, name: Named): string[] {
  const { addressed } = typeOf(type);
  if (addressed === 'nobody') return [];
  if (addressed === 'anybody') return ['…'];
  const superior = superiorOf(issuer, name);
  switch (issuer) {
    case 'committee':
    case 'standing':
    case 'congress':
      return [`Ban Thường vụ ${superior}`];
    case 'office':
    case 'inspection':
    case 'cell':
      return ['Ban Thường vụ Đảng ủy'];
    case 'council':
      return [`Hội đồng nhân dân ${superior}`];
    case 'government':
      return [`Hội đồng nhân dân ${communeLevel(name.name)}`];
  }
}
