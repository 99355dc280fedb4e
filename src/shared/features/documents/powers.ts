import type { Issuer } from '../organisation/issuers.ts';
import type { DocumentType } from './types.ts';

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
