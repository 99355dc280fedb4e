import type { LayoutProfile, Regime } from '../../paper/profile.ts';
import { twoDigits } from '../../text/quantities.ts';
import type { Issuer } from '../organisation/issuers.ts';
import { type DocumentType, typeOf, typeSymbol } from './types.ts';

type Numbering = LayoutProfile['numbering'];
type CodeForm = Pick<LayoutProfile['head']['number'], 'joiner' | 'symbolJoiner'>;
type Coded = { type: DocumentType; regime: Regime; bodySymbol: string };

/** "NQ/ĐU"; of the state "NQ-HĐND", and the body alone for its letters. */
export function symbolPart({ type, regime, bodySymbol }: Coded, { symbolJoiner }: CodeForm): string {
  if (regime === 'state' && typeOf(type).isBareInState) return bodySymbol;
  return `${typeSymbol(type, regime)}${symbolJoiner}${bodySymbol}`;
}

/** "05-NQ/ĐU", "17/NQ-HĐND": a number below ten carries a zero; "-NQ/ĐU" before it has one (domain 1.2, 2.4). */
export function documentCode(number: number | null, coded: Coded, form: CodeForm): string {
  return `${number === null ? '' : twoDigits(number)}${form.joiner}${symbolPart(coded, form)}`;
}

/** Bodies that count together: the standing committee numbers with its committee (domain 1.3, 2.1). */
const countedAs: Record<Issuer, string> = {
  committee: 'ĐU',
  standing: 'ĐU',
  congress: 'ĐH',
  office: 'VPĐU',
  inspection: 'UBKT',
  cell: 'CB',
  council: 'HĐND',
  government: 'UBND',
};

/**
 * The counter that numbers a document, "ĐU/NQ": by type or by symbol as the profile says, all types of a congress in one
 * (domain 2.3). A counter of the state carries its year, one of the Party runs as long as the term.
 */
export function counterOf(
  { issuer, type, regime, date }: { issuer: Issuer; type: DocumentType; regime: Regime; date: string },
  { by, per }: Numbering,
): string {
  const parts = [countedAs[issuer]];
  if (issuer !== 'congress') parts.push(by === 'type' ? type : typeSymbol(type, regime));
  if (per === 'year') parts.push(date.slice(0, 4));
  return parts.join('/');
}

/** As which minutes of conferences are numbered. */
export const minutesType: DocumentType = 'BB';

/** The counter that minutes of conferences share with the body's documents: those of their type, or all of a congress. */
export function minutesCounter(issuer: Issuer): string {
  return counterOf({ issuer, type: minutesType, regime: 'party', date: '' }, { by: 'type', per: 'term' });
}
