import { isWithin } from '../../text/dates.ts';
import type { Issuer } from '../organisation/issuers.ts';
import { ruledBodies } from './types/row.ts';
import { type DocumentType, documentTypes, typeOf } from './types.ts';

/** What each body mostly writes: offered before the other types. */
export function usualTypes(issuer: Issuer): readonly DocumentType[] {
  return documentTypes
    .flatMap((type) => {
      const place = typeOf(type).usual[issuer];
      return place === undefined ? [] : [{ type, place }];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ type }) => type);
}

/**
 * Whether the rule known to us gives the body that type on that day; without one, as the rule has become. Only ever a
 * warning: newer communes may have wider powers.
 */
export function isWithinPowers(issuer: Issuer, type: DocumentType, date: string | null): boolean {
  const ruled = ruledBodies.find((one) => one === issuer);
  const { powers } = typeOf(type);
  if (!ruled || powers === 'every') return true;
  if ('nobody' in powers) return false;
  return powers.some((power) => {
    if (typeof power === 'string') return power === ruled;
    const { from = '', to = null } = power;
    return power.issuer === ruled && isWithin(date ?? '9999-12-31', from, to);
  });
}
