import { isWithin, showDate } from '../../../text/dates.ts';
import { fold } from '../../../text/fold.ts';
import { issuerLines } from '../../organisation/issuers.ts';
import { positionOn } from '../../organisation/rules.ts';
import type { Member, PositionRole } from '../../organisation/schema.ts';
import { type CheckFacts, dayOf, placeOfField, type Rule, replaceBy } from './rule.ts';

/** Bodies whose signatories are those of the committee. */
function isCommittee({ document }: CheckFacts): boolean {
  return document.issuer === 'committee' || document.issuer === 'standing';
}

/** Component 7c: "ThS. Nguyễn Văn A" is no name to sign with. */
const honorific =
  /^(?:(?:gs|pgs|ts|ths|bs|ks|cn|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|trung úy|thiếu úy|đồng chí|đ\/c|ông|bà)\.?\s*)+(?=\p{Lu})/iu;

function signer({ document, members }: CheckFacts): Member | undefined {
  const bare = fold(document.signerName.replace(honorific, '')).trim();
  return members.find(({ fullName }) => fold(fullName) === bare);
}

/** The signatory must be in office on the day of the document. */
export const signerNotInOffice: Rule = {
  severity: 'fault',
  find: (facts) => {
    const { document, members } = facts;
    if (!isCommittee(facts) || document.signerName === '' || members.length === 0) return [];
    const found = signer(facts);
    const day = dayOf(facts);
    if (found && isWithin(day, found.validFrom, found.validTo)) return [];
    const params = { name: document.signerName, date: showDate(day) };
    return [{ place: placeOfField(facts, 'signerName'), params }];
  },
};

/** Component 7b: only BÍ THƯ and PHÓ BÍ THƯ, never "Phó Bí thư Đảng ủy xã"; nothing for an ordinary member. */
const printed: Record<PositionRole, string> = {
  secretary: 'BÍ THƯ',
  deputy: 'PHÓ BÍ THƯ',
  standing: '',
  member: '',
};

export const signerTitle: Rule = {
  severity: 'fault',
  find: (facts) => {
    const found = isCommittee(facts) ? signer(facts) : undefined;
    if (!found) return [];
    const role = positionOn(found, dayOf(facts))?.role ?? 'member';
    const typed = facts.document.signerTitle;
    const right = printed[role];
    // An acting secretary and the permanent deputy are titles of their own.
    if (typed === right || (role === 'deputy' && /^PHÓ BÍ THƯ THƯỜNG TRỰC$|^Q\. BÍ THƯ$/u.test(typed)))
      return [];
    // A member of the standing committee signs for it by his office there; only the words differ between offices.
    if (role === 'standing' && /^(?:ủy|uỷ) viên(?: ban)? thường vụ$/iu.test(typed)) return [];
    const params = { name: found.fullName, right: right || '—' };
    return [{ place: placeOfField(facts, 'signerTitle'), params, fix: replaceBy(right) }];
  },
};

export const signerHonorific: Rule = {
  severity: 'fault',
  find: (facts) => {
    const found = honorific.exec(facts.document.signerName);
    if (!found) return [];
    return [{ place: { ...placeOfField(facts, 'signerName'), to: found[0].length }, fix: replaceBy('') }];
  },
};

/** Domain 1.3: a committee is a collective, and signs T/M always; never K/T. */
export const committeeByDeputy: Rule = {
  severity: 'fault',
  find: (facts) => {
    const isCollective = isCommittee(facts) || facts.document.issuer === 'cell';
    if (!isCollective || !/^\s*K\s*[/.]?\s*T(?![\p{L}])/iu.test(facts.document.authority)) return [];
    const right = facts.name && issuerLines(facts.name, facts.document.issuer).authority;
    return [{ place: placeOfField(facts, 'authority'), fix: right ? replaceBy(right) : null }];
  },
};

/** Domain 1.2 component 7a, 2.4: "T/M" of the Party has a slash, "TM." of the state a dot. */
export const authoritySign: Rule = {
  severity: 'fault',
  find: (facts) => {
    const { regime, document } = facts;
    const pattern = regime === 'party' ? /^(T|K)(M|T|L|UQ)\.?(?=\s)/u : /^(T|K)\/(M|T|L|UQ)\.?(?=\s)/u;
    const found = pattern.exec(document.authority);
    if (!found) return [];
    const [whole, first = '', second = ''] = found;
    const right = regime === 'party' ? `${first}/${second}` : `${first}${second}.`;
    const place = { ...placeOfField(facts, 'authority'), to: whole.length };
    return [{ place, params: { right }, fix: replaceBy(right) }];
  },
};
