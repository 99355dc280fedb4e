import { fold } from '../../../text/fold.ts';
import { noDistrictSince, superiorWords } from '../../organisation/rules.ts';
import { documentTypes, typeName, typeOf } from '../types.ts';
import { datesIn } from './dates.ts';
import { foldedText, placeIn, sentencesOf } from './passages.ts';
import { type CheckFacts, dayOf, type Found, patternRule, type Rule, replaceBy } from './rule.ts';

/** Words of the level that ended on 01/7/2025 (domain 6). */
const district = /(?<!\p{L})(?:huyện|thị xã|thị (?:ủy|uỷ)|quận (?:ủy|uỷ))(?!\p{L})/giu;

/** Domain 3.3, 6: old district names left in. In a sentence about the time before they are right. */
export const districtGone: Rule = {
  severity: 'fault',
  find: (facts) => {
    if (dayOf(facts) < noDistrictSince) return [];
    return facts.passages.flatMap((passage) =>
      (/huyen|thi xa|thi uy|quan uy/u.test(foldedText(passage)) ? sentencesOf(passage.text) : []).flatMap(
        ({ text, from }): Found[] =>
          isOfBefore(text)
            ? []
            : [...text.matchAll(district)].map((match) => {
                const at = from + match.index;
                const isCommittee = /^[Hh]uyện (?:ủy|uỷ)(?!\s+\p{Lu}\p{Ll})/u.test(text.slice(match.index));
                const word = isCommittee && passage.field === 'recipients' ? superior(facts, match[0]) : null;
                return {
                  place: placeIn(passage, at, at + match[0].length),
                  fix: word === null ? null : replaceBy(word),
                };
              }),
      ),
    );
  },
};

function superior({ name }: CheckFacts, old: string): string | null {
  if (!name || name.superiorLevel === 'huyện') return null;
  const word = superiorWords(name).party.toLowerCase();
  return old === old.toUpperCase()
    ? word.toUpperCase()
    : old.charAt(0) === old.charAt(0).toUpperCase()
      ? word.charAt(0).toUpperCase() + word.slice(1)
      : word;
}

const before = /(?<!\p{L})(?:trước đây|cũ|trước ngày)(?!\p{L})/iu;
const levelEnded = /(?:không (?:còn|tổ chức)|kết thúc|bỏ)[^.;]*cấp huyện/iu;

/** The sentence says itself that it speaks of earlier: an earlier date or year, "trước đây", "(cũ)". */
function isOfBefore(sentence: string): boolean {
  if (before.test(sentence) || levelEnded.test(sentence)) return true;
  if (datesIn(sentence).some(({ iso }) => iso !== null && iso < noDistrictSince)) return true;
  const years = [...sentence.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu)].map(([year]) => Number(year));
  return years.some((year) => year < Number(noDistrictSince.slice(0, 4)));
}

/** Domain 0, 6: the organisation is called as on the document's day. What bore the name then keeps it in a citation. */
export const otherName: Rule = {
  severity: 'fault',
  find: (facts) => {
    const own = facts.name;
    if (!own) return [];
    const ours = namesOf(own);
    return facts.otherNames.flatMap((other) => {
      const theirs = namesOf(other).filter((one) => !ours.some((mine) => mine.includes(one)));
      return facts.passages.flatMap((passage) => {
        if (!theirs.some((name) => foldedText(passage).includes(name))) return [];
        return sentencesOf(passage.text).flatMap(({ text, from }): Found[] => {
          const spokenOfThen = datesIn(text).some(({ iso }) => iso !== null && heldOn(other, iso));
          if (spokenOfThen || (other.validFrom < own.validFrom && isOfBefore(text))) return [];
          const folded = fold(text);
          return theirs.flatMap((name) => {
            const at = wordAt(folded, name);
            return at < 0
              ? []
              : [
                  {
                    place: placeIn(passage, from + at, from + at + name.length),
                    params: { right: own.name },
                  },
                ];
          });
        });
      });
    });
  },
};

/** "xa son lien" of "Đảng ủy xã Sơn Liên": a school or a hamlet may keep the mere name. */
function namesOf({ name }: NonNullable<CheckFacts['name']>): string[] {
  return [fold(name).replace(/^dang uy /u, '')];
}

function heldOn({ validFrom, validTo }: NonNullable<CheckFacts['name']>, day: string): boolean {
  return validFrom <= day && (validTo === null || validTo >= day);
}

function wordAt(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/\p{L}/u.test(text.charAt(at - 1)) && !/\p{L}/u.test(text.charAt(at + name.length))) return at;
  }
  return -1;
}

/** "chương trình hành động" is a "chương trình". */
const nameOfTypes = new Map(
  documentTypes.flatMap((type) => {
    const { name, alsoCalled } = typeOf(type);
    return [...alsoCalled, name].map((called) => [called.toLowerCase(), type] as const);
  }),
);
const copied = new RegExp(`(?<!\\p{L})(${[...nameOfTypes.keys()].join('|')})(?= này(?!\\p{L}))`, 'giu');

/** Domain 3.3: "Chương trình hành động này" in a plan; a small letter may speak of something named before. */
export const copiedType = patternRule('fault', copied, (match, _, { document }) => {
  const [typed] = match;
  const type = nameOfTypes.get(typed.toLowerCase());
  if (!type || type === document.type || typeName(type) === typeName(document.type)) return null;
  if (typeOf(document.type).putsInForce && typeOf(type).isPutInForce) return null;
  const isSmall = typed.charAt(0) === typed.charAt(0).toLowerCase();
  const own = typeName(document.type);
  const isSure = !isSmall && !typeOf(document.type).speaksOfOthers;
  return {
    severity: isSure ? 'fault' : 'doubt',
    params: { typed, own },
    fix: isSure ? replaceBy(own) : null,
  };
});
